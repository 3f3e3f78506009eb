package org.peyk.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.peyk.Audit;
import org.peyk.Reports;
import org.peyk.report.HtmlReport;
import org.peyk.report.ProcessReport;

/** The report as a page that a person opens. */
final class ThePage implements Chapter {

    private final Path file;

    ThePage(Path file) {
        this.file = file;
    }

    @Override
    public Line title() {
        return Line.PAGE;
    }

    @Override
    public void play(Stage stage) throws IOException {
        Console console = stage.console();
        Reports reports = stage.process().reports();
        Audit audit = stage.process().audit();
        ProcessReport process =
                reports.process(StoryClock.BEGINNING, stage.clock().instant().plusSeconds(1));
        String page = HtmlReport.in(console.locale(), stage.clock().getZone())
                .audited(audit.verify(), audit.anchor())
                .page(process, List.of(reports.request(stage.request().id())));
        Files.writeString(file, page);
        console.good(Line.WRITTEN, file.toAbsolutePath());
        stage.claims().check(Files.readString(file).equals(page) && page.contains("</html>"), Line.CLAIM_REPORT);
    }
}
