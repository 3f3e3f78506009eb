package org.peyk.examples.quickstart;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peyk.AuditAnchor;
import org.peyk.AuditProblem;
import org.peyk.DeliveryState;
import org.peyk.LedgerCounts;
import org.peyk.report.Measure;
import org.peyk.report.ProcessReport;
import org.peyk.spi.recipient.RejectedRow;

/** The process measures itself and proves its history. */
final class TheMeasures implements Chapter {

    private static final int DIGITS = 12;
    private static final int ALL = 1_000;

    @Override
    public Line title() {
        return Line.MEASURES;
    }

    @Override
    public void play(Stage stage) {
        Console console = stage.console();
        stage.clock().skip(Duration.ofMinutes(15));
        ProcessReport report = stage.process()
                .reports()
                .process(StoryClock.BEGINNING, stage.clock().instant().plusSeconds(1));
        for (Measure m : List.of(report.informationSupplied(), report.permissionObtained(), report.contentSuitable())) {
            console.item(console.say(Line.MEASURE, m.name(), m.numerator(), m.denominator()));
            console.note(console.say(m.meaning()));
        }
        console.field(Line.VOIDED_APPROVALS, console.number(report.approvalsVoided()));
        ledger(stage);

        List<AuditProblem> problems = stage.process().audit().verify();
        AuditAnchor anchor = stage.process().audit().anchor();
        console.field(
                Line.AUDIT,
                problems.isEmpty()
                        ? console.say(
                                Line.AUDIT_GOOD, anchor.pos(), anchor.hash().substring(0, DIGITS))
                        : console.say(Line.AUDIT_BAD, problems.size()));

        stage.claims().check(problems.isEmpty() && report.ledger().balanced(), Line.CLAIM_AUDIT);
    }

    private static void ledger(Stage stage) {
        Console console = stage.console();
        LedgerCounts counts =
                stage.process().sending().progress(stage.request().id()).counts();
        String states = counts.states().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(Map.Entry::getKey)
                .map((DeliveryState s) -> console.say(s.label()) + " " + console.number(counts.of(s)))
                .collect(Collectors.joining(", "));
        console.field(Line.LEDGER, console.say(Line.LEDGER_SUM, counts.planned(), counts.total(), states));
        console.field(Line.LIST, console.say(Line.LIST_SUM, counts.planned(), counts.folded(), counts.rejected()));
        for (RejectedRow row :
                stage.process().sending().rejected(stage.request().id(), ALL)) {
            console.item(console.say(Line.REJECTED_ROW, row.position(), row.reason()));
        }
    }
}
