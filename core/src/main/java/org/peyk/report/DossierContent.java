package org.peyk.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.peyk.internal.content.HtmlText;
import org.peyk.report.Dossier.Revision;
import org.peyk.spi.Attachment;
import org.peyk.spi.Audience;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Selection;
import org.peyk.spi.SourceDocument;

/** The part of the dossier about what was to be sent: each form, and what changed from one to the next. */
final class DossierContent {

    private final DossierPage page;
    private final Markup m;
    private final Words words;

    DossierContent(DossierPage page) {
        this.page = page;
        this.m = page.m;
        this.words = page.words;
    }

    void write(Dossier d) {
        page.section(DossierTexts.REVISIONS);
        for (Revision r : d.revisions()) {
            m.open("article", "class", "revision");
            m.element("h3", words.of(DossierTexts.REVISION) + " " + words.number(r.number()));
            m.open("dl", "class", "pairs");
            page.pair(DossierTexts.WRITTEN_BY, page.person(r.by()));
            page.pair(ReportTexts.WHEN, words.moment(r.at()));
            page.pair(DossierTexts.DIGEST, r.digest());
            m.close("dl");
            if (r.change() != null && !r.change().parts().isEmpty()) {
                m.element("h4", words.of(DossierTexts.CHANGES)).own(HtmlDifference.section(r.change(), page.locale));
            }
            form(r.form());
            m.close("article");
        }
        m.close("section");
    }

    private void form(RequestForm f) {
        if (f.content().versions().isEmpty()) {
            page.quiet(DossierTexts.NO_TEXT);
        }
        f.content().versions().forEach(this::version);
        files(f.content().attachments());
        m.open("dl", "class", "pairs");
        SourceDocument source = f.content().source();
        if (source != null) {
            String number = source.registryNumber() == null ? "" : source.registryNumber() + " · ";
            page.pair(DossierTexts.DOCUMENT, number + source.fileName() + " · SHA-256 " + source.sha256());
        }
        f.details().forEach((detail, value) -> page.pair(detail.label(), value));
        audience(f.audience());
        if (f.sender() != null) {
            page.pair(
                    DossierTexts.SENDER,
                    f.sender().displayName() + " <" + f.sender().address() + ">");
            page.pair(DossierTexts.REPLY_TO, f.sender().replyTo());
        }
        page.pair(DossierTexts.CHANNELS, f.channels().stream().map(Enum::name).collect(Collectors.joining(", ")));
        if (f.window().notBefore() != null) {
            page.pair(DossierTexts.NOT_BEFORE, words.moment(f.window().notBefore()));
        }
        if (f.window().notAfter() != null) {
            page.pair(DossierTexts.NOT_AFTER, words.moment(f.window().notAfter()));
        }
        m.close("dl");
    }

    private void version(LanguageVersion v) {
        String language = v.language().getLanguage();
        m.open("div", "class", "text", "lang", language);
        m.element("h4", words.of(DossierTexts.SUBJECT) + " (" + language.toUpperCase(Locale.ROOT) + ")");
        m.element("p", v.subject(), "class", "subject");
        if (v.html() != null) {
            page.words(DossierTexts.AS_READ, HtmlText.of(v.html()));
            m.open("details").element("summary", words.of(DossierTexts.CODE));
            m.open("pre").text(v.html()).close("pre").close("details");
        }
        page.words(DossierTexts.PLAIN, v.text());
        page.words(DossierTexts.SMS, Objects.requireNonNullElse(v.smsText(), ""));
        m.close("div");
    }

    private void files(List<Attachment> files) {
        m.element("h4", words.of(DossierTexts.FILES));
        if (files.isEmpty()) {
            page.quiet(DossierTexts.NO_FILES);
            return;
        }
        page.heads(List.of(DossierTexts.FILE, DossierTexts.SIZE, DossierTexts.DIGEST));
        files.forEach(a -> page.row(List.of(a.fileName(), words.number(a.bytes().size()), a.sha256())));
        page.endTable();
    }

    private void audience(Audience a) {
        page.pair(DossierTexts.GROUPS, selections(a.include()));
        page.pair(DossierTexts.WITHOUT, selections(a.exclude()));
        if (a.expectedSize().isPresent()) {
            page.pair(DossierTexts.EXPECTED, words.number(a.expectedSize().getAsLong()));
        }
        page.pair(DossierTexts.AUDIENCE_REASON, a.reason());
    }

    private static String selections(List<Selection> selections) {
        return selections.stream()
                .map(s -> s.source() + "/" + s.group() + (s.filter().isEmpty() ? "" : " " + s.filter()))
                .collect(Collectors.joining(", "));
    }
}
