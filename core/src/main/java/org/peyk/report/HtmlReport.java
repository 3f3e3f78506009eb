package org.peyk.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.Audit;
import org.peyk.AuditAnchor;
import org.peyk.AuditProblem;

/**
 * Makes one HTML page of reports, in Turkish or English: without scripts and without anything from elsewhere, so it can be kept, mailed and
 * printed. Every value is escaped. It names approvers and actors by the portal's own keys, so it is for those who may see the requests.
 * Immutable.
 */
public final class HtmlReport {

    private final Words words;
    private final @Nullable List<AuditProblem> problems;
    private final @Nullable AuditAnchor anchor;

    private HtmlReport(Words words, @Nullable List<AuditProblem> problems, @Nullable AuditAnchor anchor) {
        this.words = words;
        this.problems = problems;
        this.anchor = anchor;
    }

    /**
     * A page for a reader.
     *
     * @param locale the reader's language; Turkish gets the Turkish page, everything else the English one
     * @param zone the zone in which times are shown
     * @return the page's maker, without a word about the audit trail
     */
    public static HtmlReport in(Locale locale, ZoneId zone) {
        return new HtmlReport(new Words(locale, zone), null, null);
    }

    /**
     * The same page with what verifying the audit trail found, and what that proves and what not.
     *
     * @param found what {@link Audit#verify()} gave; empty when the trail is intact
     * @param end what {@link Audit#anchor()} gave
     * @return another maker
     */
    public HtmlReport audited(List<AuditProblem> found, AuditAnchor end) {
        return new HtmlReport(words, List.copyOf(found), end);
    }

    /**
     * Makes the page.
     *
     * @param report the process
     * @param requests single requests to show below it, in order; may be empty
     * @return a complete HTML document, to be stored as UTF-8
     */
    public String page(ProcessReport report, List<RequestReport> requests) {
        Markup m = new Markup();
        String title = words.of(ReportTexts.TITLE);
        PageFrame.head(m, words, title);
        m.open("body").open("main").open("header", "class", "top");
        m.element("h1", title);
        m.element(
                "p",
                words.of(ReportTexts.PERIOD) + ": " + words.day(report.from()) + " – "
                        + words.day(report.until().minusNanos(1)) + " · " + words.of(ReportTexts.MADE_AT) + ": "
                        + words.moment(report.madeAt()));
        m.close("header");
        ProcessPart process = new ProcessPart(words);
        process.write(m, report);
        audit(m);
        if (!requests.isEmpty()) {
            m.open("section").element("h2", words.of(ReportTexts.REQUEST_PARTS));
            RequestPart part = new RequestPart(words, process);
            requests.forEach(r -> part.write(m, r));
            m.close("section");
        }
        m.close("main").open("footer");
        m.element("p", words.of(ReportTexts.PRIVACY)).close("footer");
        return m.close("body").close("html").toString();
    }

    private void audit(Markup m) {
        if (problems == null || anchor == null) {
            return;
        }
        m.open("section", "class", "card audit").element("h2", words.of(ReportTexts.AUDIT));
        if (problems.isEmpty()) {
            m.element("p", "✓ " + words.of(ReportTexts.INTACT), "class", "badge good");
        } else {
            m.element("p", "✗ " + words.of(ReportTexts.BROKEN), "class", "badge bad")
                    .open("ul");
            for (AuditProblem p : problems) {
                String where = p.request() == null ? "" : p.request().value() + ": ";
                m.element("li", where + words.of(p.text()));
            }
            m.close("ul");
        }
        m.open("p")
                .text(words.of(ReportTexts.ANCHOR) + " (" + words.number(anchor.pos()) + " "
                        + words.of(ReportTexts.SEALED_EVENTS) + "): ")
                .element("code", anchor.text())
                .close("p");
        m.element("p", words.of(Audit.LIMITS), "class", "quiet").close("section");
    }
}
