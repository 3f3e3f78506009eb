package org.peyk.report;

import java.time.ZoneId;
import java.util.Locale;
import org.peyk.Audit;
import org.peyk.AuditProblem;
import org.peyk.MailRequest;
import org.peyk.report.Dossier.Entry;
import org.peyk.spi.LanguageVersion;

/**
 * Makes one HTML page of a dossier, in Turkish or English: without scripts and without anything from elsewhere, so it can be kept, handed over
 * and printed. Every value is escaped; the HTML of a mail is shown as it is read and as code, never as itself.
 */
public final class HtmlDossier {

    private final Dossier d;
    private final DossierPage page;
    private final Markup m;
    private final Words words;

    private HtmlDossier(Dossier d, Locale locale, ZoneId zone) {
        this.d = d;
        this.words = new Words(locale, zone);
        this.page = new DossierPage(words, locale, d.names());
        this.m = page.m;
    }

    /**
     * Makes the page.
     *
     * @param dossier what is known of the request
     * @param locale the reader's language; Turkish gets the Turkish page, everything else the English one
     * @param zone the zone in which times are shown
     * @return a complete HTML document, to be stored as UTF-8
     */
    public static String page(Dossier dossier, Locale locale, ZoneId zone) {
        return new HtmlDossier(dossier, locale, zone).write();
    }

    private String write() {
        MailRequest r = d.request();
        PageFrame.head(m, words, words.of(DossierTexts.TITLE) + " " + r.id().value());
        m.open("body").open("main").open("header", "class", "top");
        m.element("h1", subject(r));
        m.element("p", words.of(DossierTexts.TITLE) + " – " + words.of(DossierTexts.WHO_WHAT_WHEN));
        m.close("header");
        summary(r);
        new DossierApprovals(page).write(d);
        timeline();
        page.section(DossierTexts.STATE_DRAWING);
        m.own(LifecycleDrawing.svg(page.locale, d.way(), r.state())).close("section");
        new DossierContent(page).write(d);
        page.section(ReportTexts.LEDGER);
        new ProcessPart(words).ledger(m, d.ledger());
        m.close("section");
        audit();
        m.close("main").open("footer");
        m.element("p", words.of(DossierTexts.PRIVACY)).close("footer");
        return m.close("body").close("html").toString();
    }

    private String subject(MailRequest r) {
        return r.form()
                .content()
                .versionFor(page.locale)
                .map(LanguageVersion::subject)
                .filter(s -> !s.isBlank())
                .orElse(words.of(ReportTexts.NO_SUBJECT));
    }

    private void summary(MailRequest r) {
        m.open("section", "class", "card").open("p", "class", "meta");
        m.element("span", words.of(r.state().label()), "class", "pill");
        m.element("span", words.of(r.form().purpose().label()), "class", "pill");
        m.element("code", r.id().value()).close("p").open("dl", "class", "pairs");
        page.pair(ReportTexts.UNIT, r.requester().unit().value());
        page.pair(DossierTexts.REQUESTER, page.person(r.requester().person()));
        page.pair(DossierTexts.ENTERED_BY, page.person(r.requester().enteredBy()));
        page.pair(ReportTexts.CREATED, words.moment(r.createdAt()));
        page.pair(DossierTexts.REVISION, words.number(r.revision()));
        page.pair(ReportTexts.AUDIENCE, words.number(r.audienceSize()) + " " + words.of(ReportTexts.PERSONS));
        page.pair(DossierTexts.SEND_AT, r.sendAt() == null ? null : words.moment(r.sendAt()));
        page.pair(DossierTexts.DIGEST, r.digest());
        page.pair(ReportTexts.MADE_AT, words.moment(d.madeAt()));
        m.close("dl").close("section");
    }

    private void timeline() {
        page.section(ReportTexts.TIMELINE);
        m.open("ol", "class", "timeline");
        for (Entry e : d.timeline()) {
            m.open("li")
                    .element("time", words.moment(e.at()), "datetime", e.at().toString())
                    .element("b", words.of(ReportTexts.of(e.type())))
                    .element("span", page.actor(e.actor(), e.onBehalfOf()), "class", "who");
            e.facts().forEach(f -> m.element("span", words.of(f), "class", "more"));
            m.element(
                    "code",
                    e.seq() + " · "
                            + e.hash().substring(0, Math.min(12, e.hash().length())) + "…");
            m.close("li");
        }
        m.close("ol").close("section");
    }

    private void audit() {
        page.section(DossierTexts.VERIFIED);
        if (d.problems().isEmpty()) {
            m.element("p", "✓ " + words.of(DossierTexts.INTACT), "class", "badge good");
        } else {
            m.element("p", "✗ " + words.of(DossierTexts.BROKEN), "class", "badge bad")
                    .open("ul");
            for (AuditProblem p : d.problems()) {
                m.element("li", words.of(p.text()));
            }
            m.close("ul");
        }
        page.quiet(DossierTexts.PART_ONLY);
        m.open("p")
                .text(words.of(ReportTexts.ANCHOR) + " ("
                        + words.number(d.anchor().pos()) + " " + words.of(ReportTexts.SEALED_EVENTS) + "): ")
                .element("code", d.anchor().text())
                .close("p");
        page.quiet(Audit.LIMITS);
        m.close("section");
    }
}
