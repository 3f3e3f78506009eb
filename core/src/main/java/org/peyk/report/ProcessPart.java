package org.peyk.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peyk.DeliveryState;
import org.peyk.ReasonCode;
import org.peyk.RequestState;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.mailbox.IncomingKind;

/** The part of the page about the whole process. */
final class ProcessPart {

    private final Words words;
    private final Bars bars;

    ProcessPart(Words words) {
        this.words = words;
        this.bars = new Bars(words);
    }

    void write(Markup m, ProcessReport r) {
        measures(m, r);
        glance(m, r);
        byPurpose(m, r);
        m.open("div", "class", "columns");
        section(m, ReportTexts.LEDGER);
        ledger(m, r.ledger());
        m.close("section");
        section(m, ReportTexts.REPLIES);
        replies(m, r.replies(), r.cases());
        m.close("section");
        leadTimes(m, r);
        returns(m, r);
        m.close("div");
    }

    private void section(Markup m, LocalizedText heading) {
        m.open("section", "class", "card").element("h2", words.of(heading));
    }

    private void measures(Markup m, ProcessReport r) {
        m.open("section").element("h2", words.of(ReportTexts.MEASURES)).open("div", "class", "cards");
        for (Measure x : List.of(r.informationSupplied(), r.permissionObtained(), r.contentSuitable())) {
            m.open("article", "class", "card measure")
                    .element("h3", words.of(x.name()))
                    .open("p", "class", "big")
                    .text(words.share(x.share()))
                    .close("p");
            bars.filled(m, x.share().orElse(0), "accent");
            m.open("p", "class", "of");
            if (x.denominator() == 0) {
                m.text(words.of(ReportTexts.NOT_APPLICABLE));
            } else {
                m.text(words.number(x.numerator()) + " / " + words.number(x.denominator()));
            }
            m.close("p").element("p", words.of(x.meaning()), "class", "quiet").close("article");
        }
        m.close("div").close("section");
    }

    private void glance(Markup m, ProcessReport r) {
        Map<LocalizedText, Long> numbers = new LinkedHashMap<>();
        numbers.put(ReportTexts.REQUESTS, r.total());
        numbers.put(ReportTexts.PLANNED, r.ledger().planned());
        numbers.put(ReportTexts.SENT, r.ledger().states().getOrDefault(DeliveryState.SENT, 0L));
        numbers.put(ReportTexts.IN_DOUBT, r.ledger().states().getOrDefault(DeliveryState.IN_DOUBT, 0L));
        numbers.put(ReportTexts.BOUNCED, r.ledger().bounced());
        numbers.put(ReportTexts.OPEN_CASES, r.cases().open());
        numbers.put(ReportTexts.OVERDUE_CASES, r.cases().overdue());
        m.open("section").element("h2", words.of(ReportTexts.AT_A_GLANCE)).open("dl", "class", "card numbers");
        numbers.forEach((label, n) -> m.open("div")
                .element("dt", words.of(label))
                .element("dd", words.number(n))
                .close("div"));
        m.close("dl").close("section");
    }

    private void byPurpose(Markup m, ProcessReport r) {
        if (r.total() == 0) {
            return;
        }
        section(m, ReportTexts.BY_PURPOSE);
        m.open("table").open("thead").open("tr");
        head(m, ReportTexts.PURPOSE);
        head(m, ReportTexts.STATES);
        m.element("th", words.of(ReportTexts.TOTAL), "scope", "col", "class", "n");
        m.close("tr").close("thead").open("tbody");
        r.requests().forEach((purpose, states) -> {
            List<Bars.Part> parts = Bars.parts(states, RequestState::label);
            long sum = parts.stream().mapToLong(Bars.Part::count).sum();
            m.open("tr")
                    .element("th", words.of(purpose.label()), "scope", "row")
                    .open("td");
            bars.stacked(m, parts);
            bars.legend(m, parts);
            m.close("td").element("td", words.number(sum), "class", "n").close("tr");
        });
        m.close("tbody").close("table").close("section");
    }

    private void head(Markup m, LocalizedText label) {
        m.element("th", words.of(label), "scope", "col");
    }

    void ledger(Markup m, LedgerSums ledger) {
        if (ledger.sum() == 0 && ledger.balanced()) {
            m.element("p", words.of(ReportTexts.NOTHING_SENT), "class", "quiet");
            return;
        }
        List<Bars.Part> parts = Bars.parts(ledger.states(), DeliveryState::label);
        if (!parts.isEmpty()) {
            bars.stacked(m, parts);
            bars.legend(m, parts);
        }
        boolean balanced = ledger.balanced();
        m.open("p", "class", "sum")
                .text(words.of(ReportTexts.PLANNED) + " " + words.number(ledger.planned()) + (balanced ? " = " : " ≠ ")
                        + words.number(ledger.sum()))
                .close("p");
        m.element(
                "p",
                (balanced ? "✓ " : "✗ ") + words.of(balanced ? ReportTexts.BALANCED : ReportTexts.UNBALANCED),
                "class",
                balanced ? "badge good" : "badge bad");
        if (ledger.bounced() > 0) {
            m.element("p", words.of(ReportTexts.BOUNCED) + ": " + words.number(ledger.bounced()), "class", "quiet");
        }
    }

    void replies(Markup m, Map<IncomingKind, Long> replies, CaseCounts cases) {
        List<Bars.Part> parts = Bars.parts(replies, ReportTexts::of);
        if (parts.isEmpty()) {
            m.element("p", words.of(ReportTexts.NO_REPLIES), "class", "quiet");
        } else {
            bars.lines(m, parts);
        }
        if (cases.open() + cases.closed() > 0) {
            m.open("p", "class", cases.overdue() > 0 ? "badge bad" : "badge good")
                    .text(words.of(ReportTexts.OPEN_CASES) + ": " + words.number(cases.open()) + " · "
                            + words.of(ReportTexts.OVERDUE) + ": " + words.number(cases.overdue()) + " · "
                            + words.of(ReportTexts.CLOSED_CASES) + ": " + words.number(cases.closed()))
                    .close("p");
        }
    }

    private void leadTimes(Markup m, ProcessReport r) {
        section(m, ReportTexts.LEAD_TIMES);
        m.open("table").open("thead").open("tr");
        head(m, ReportTexts.STRETCH);
        head(m, ReportTexts.MEDIAN);
        head(m, ReportTexts.NINETIETH);
        m.element("th", words.of(ReportTexts.COUNT), "scope", "col", "class", "n");
        m.close("tr").close("thead").open("tbody");
        for (LeadTime t : List.of(r.submittedToApproved(), r.approvedToSent())) {
            m.open("tr")
                    .element("th", words.of(t.name()), "scope", "row")
                    .element("td", words.duration(t.median()))
                    .element("td", words.duration(t.ninetieth()))
                    .element("td", words.number(t.count()), "class", "n")
                    .close("tr");
        }
        m.close("tbody").close("table").close("section");
    }

    private void returns(Markup m, ProcessReport r) {
        section(m, ReportTexts.RETURNS);
        List<Bars.Part> parts = Bars.parts(r.returns(), ReasonCode::label);
        if (parts.isEmpty()) {
            m.element("p", words.of(ReportTexts.NO_RETURNS), "class", "quiet");
        } else {
            bars.lines(m, parts);
        }
        m.open("dl", "class", "pairs");
        pair(m, ReportTexts.VOIDED, words.number(r.approvalsVoided()));
        pair(m, ReportTexts.CORRECTED, words.number(r.corrected()));
        pair(m, ReportTexts.RELEASED, words.number(r.findingsReleased()));
        m.close("dl").close("section");
    }

    void pair(Markup m, LocalizedText label, String value) {
        m.open("div").element("dt", words.of(label)).element("dd", value).close("div");
    }
}
