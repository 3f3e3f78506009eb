package org.peyk.examples.quickstart;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.peyk.CheckedFinding;
import org.peyk.ErrorCode;
import org.peyk.RefusedException.Refusal;
import org.peyk.spi.Attachment;

/** Somebody attaches a list with a hidden sheet of students. */
final class TheBlockedFile implements Chapter {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Override
    public Line title() {
        return Line.BLOCKED;
    }

    @Override
    public void play(Stage stage) throws IOException {
        Console console = stage.console();
        stage.clock().skip(Duration.ofMinutes(6));
        Attachment list = Attachment.of(Sample.INVITED_LIST.fileName(), XLSX, Sample.INVITED_LIST.source());
        stage.revise(stage.request().form().toBuilder()
                .content(stage.request().form().content().withAttachments(List.of(list)))
                .build());
        console.text(Line.ATTACHED, list.fileName());

        Refusal refusal = stage.refused(
                ErrorCode.BLOCKED_BY_FINDINGS,
                () -> stage.process()
                        .requests()
                        .submit(Cast.REQUESTER.id(), stage.request().id()));
        console.refused(Line.NOT_SUBMITTED, refusal.code().code(), refusal.text());
        Findings.show(console, refusal.findings());
        if (refusal.findings().stream().noneMatch(TheBlockedFile::hidden)) {
            throw new IllegalStateException("the hidden sheet was not found");
        }
        console.text(Line.STATE, stage.request().state().label());
    }

    private static boolean hidden(CheckedFinding f) {
        return f.open() && f.finding().place().hidden();
    }
}
