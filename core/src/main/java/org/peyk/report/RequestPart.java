package org.peyk.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryState;
import org.peyk.ReasonCode;
import org.peyk.ReplyCase;
import org.peyk.RequestState;
import org.peyk.report.RequestReport.Answer;
import org.peyk.report.RequestReport.GivenApproval;
import org.peyk.spi.Detail;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.event.ProcessEvent;

/** The part of the page about one request. */
final class RequestPart {

    private final Words words;
    private final ProcessPart process;

    RequestPart(Words words, ProcessPart process) {
        this.words = words;
        this.process = process;
    }

    void write(Markup m, RequestReport r) {
        m.open("article", "class", "card request").open("header");
        m.element("h3", subject(r));
        m.open("p", "class", "meta");
        pill(m, r.state());
        m.element("span", words.of(r.purpose().label()), "class", "pill");
        m.element("code", r.id().value()).close("p").close("header");

        m.open("dl", "class", "pairs");
        process.pair(m, ReportTexts.UNIT, r.unit().value());
        process.pair(m, ReportTexts.CREATED, words.moment(r.createdAt()));
        process.pair(m, ReportTexts.REVISION, words.number(r.revision()));
        process.pair(m, ReportTexts.AUDIENCE, words.number(r.audienceSize()) + " " + words.of(ReportTexts.PERSONS));
        m.close("dl");

        m.open("ul", "class", "answers");
        answer(m, MeasureNames.INFORMATION, r.informationSupplied());
        answer(m, MeasureNames.PERMISSION, r.permissionObtained());
        answer(m, MeasureNames.SUITABILITY, r.contentSuitable());
        m.close("ul");

        m.open("div", "class", "columns").open("section");
        m.element("h4", words.of(ReportTexts.LEDGER));
        process.ledger(m, r.ledger());
        m.close("section").open("section");
        m.element("h4", words.of(ReportTexts.REPLIES));
        process.replies(m, r.replies(), r.cases());
        m.close("section").close("div");

        m.element("h4", words.of(ReportTexts.APPROVALS));
        approvals(m, r);
        m.element("h4", words.of(ReportTexts.TIMELINE)).open("ol", "class", "timeline");
        r.timeline().forEach(e -> event(m, e));
        m.close("ol").close("article");
    }

    private String subject(RequestReport r) {
        return r.subject() == null || r.subject().isBlank() ? words.of(ReportTexts.NO_SUBJECT) : r.subject();
    }

    private void pill(Markup m, RequestState state) {
        m.element("span", words.of(state.label()), "class", "pill c-" + state.name());
    }

    private void answer(Markup m, LocalizedText measure, Answer answer) {
        String sign = answer == Answer.YES ? "✓ " : answer == Answer.NO ? "✗ " : "… ";
        m.open("li", "class", "a-" + answer.name())
                .element("span", words.of(measure))
                .element("b", sign + words.of(answer.label()))
                .close("li");
    }

    private void approvals(Markup m, RequestReport r) {
        if (r.approvals().isEmpty()) {
            m.element("p", words.of(ReportTexts.NO_APPROVALS), "class", "quiet");
        } else {
            m.open("table", "class", "approvals").open("thead").open("tr");
            for (LocalizedText head : new LocalizedText[] {ReportTexts.WHO, ReportTexts.WHY, ReportTexts.WHEN}) {
                m.element("th", words.of(head), "scope", "col");
            }
            m.close("tr").close("thead").open("tbody");
            for (GivenApproval a : r.approvals()) {
                String who = a.by().value()
                        + (a.onBehalfOf() == null
                                ? ""
                                : " (" + a.onBehalfOf().value() + ", " + words.of(ReportTexts.DEPUTY) + ")");
                m.open("tr")
                        .element("th", who, "scope", "row")
                        .element("td", words.of(a.reason()))
                        .element("td", words.moment(a.at()))
                        .close("tr");
            }
            m.close("tbody").close("table");
        }
        if (r.approvalsVoided() > 0) {
            m.element("p", words.of(ReportTexts.VOIDED) + ": " + words.number(r.approvalsVoided()), "class", "quiet");
        }
    }

    private void event(Markup m, ProcessEvent e) {
        m.open("li")
                .element("time", words.moment(e.at()), "datetime", e.at().toString())
                .element("b", words.of(ReportTexts.of(e.type())))
                .element(
                        "span",
                        e.actor() == null
                                ? words.of(ReportTexts.PROCESS_ITSELF)
                                : e.actor().value(),
                        "class",
                        "who");
        String more = more(e.data());
        if (more != null) {
            m.element("span", more, "class", "more");
        }
        m.close("li");
    }

    /** What an event says besides its name, as far as a reader can use it. */
    private @Nullable String more(Map<String, String> data) {
        String missing = data.get("missing");
        if (missing != null && !missing.isBlank()) {
            StringBuilder b = new StringBuilder();
            for (String field : missing.split(",", -1)) {
                b.append(b.length() == 0 ? "" : ", ").append(field(field));
            }
            return b.toString();
        }
        for (String key : new String[] {"reason", "outcome", "step", "to", "unit", "code", "count", "planned"}) {
            String value = data.get(key);
            if (value != null) {
                return label(value);
            }
        }
        return null;
    }

    private String field(String name) {
        String detail = name.startsWith("details.") ? name.substring("details.".length()) : "";
        for (Detail d : Detail.values()) {
            if (d.name().equals(detail)) {
                return words.of(d.label());
            }
        }
        return name;
    }

    private String label(String code) {
        for (ReasonCode r : ReasonCode.values()) {
            if (r.name().equals(code)) {
                return words.of(r.label());
            }
        }
        for (ReplyCase.Outcome o : ReplyCase.Outcome.values()) {
            if (o.name().equals(code)) {
                return words.of(o.label());
            }
        }
        for (DeliveryState s : DeliveryState.values()) {
            if (s.name().equals(code)) {
                return words.of(s.label());
            }
        }
        return code;
    }
}
