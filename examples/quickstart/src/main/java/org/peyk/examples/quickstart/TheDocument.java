package org.peyk.examples.quickstart;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peyk.Missing;
import org.peyk.ReadyDocument;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestForm;
import org.peyk.spi.SourceDocument;
import org.peyk.spi.document.DocumentInput;

/** The faculty hands in its ready document (hazır evrak): text and facts are taken from it, number and hash are kept. */
final class TheDocument implements Chapter {

    /** The number the faculty's document has in the document management system (EBYS). */
    private static final String REGISTRY_NUMBER = "E-40826103-824.01-214857";

    private static final int SHOWN_PARAGRAPHS = 2;
    private static final int LETTERHEAD_LINE = 60;

    @Override
    public Line title() {
        return Line.DOCUMENT;
    }

    @Override
    public void play(Stage stage) {
        Console console = stage.console();
        stage.clock().skip(Duration.ofMinutes(11));
        ReadyDocument document = stage.process()
                .preparation()
                .readDocument(
                        new DocumentInput(Sample.INVITATION.fileName(), "", Sample.INVITATION.source()),
                        REGISTRY_NUMBER,
                        Options.TURKISH);
        SourceDocument source = document.content().source();
        if (source == null) {
            throw new IllegalStateException("a ready document is the source of its text");
        }
        console.field(Line.DOCUMENT_FILE, source.fileName());
        console.field(Line.REGISTRY_NUMBER, String.valueOf(source.registryNumber()));
        console.field(Line.FILE_HASH, source.sha256());

        LanguageVersion read = document.content().versions().get(0);
        console.text(Line.TEXT_TAKEN);
        console.quote(read.text()
                .lines()
                .filter(l -> l.length() > LETTERHEAD_LINE)
                .limit(SHOWN_PARAGRAPHS)
                .toList());
        console.text(Line.DETAILS_TAKEN);
        for (Map.Entry<Detail, String> detail : document.details().entrySet()) {
            console.item(console.say(Line.ASK, detail.getKey().label(), detail.getValue()));
        }
        for (LocalizedText warning : document.warnings()) {
            console.note(console.say(warning));
        }

        LanguageVersion english = english();
        console.text(Line.ENGLISH_ADDED, english.subject());
        RequestForm.Builder form = stage.request().form().toBuilder();
        document.details().forEach(form::detail);
        LanguageVersion turkish =
                new LanguageVersion(Options.TURKISH, TheRequest.SUBJECT, read.html(), read.text(), null);
        stage.revise(form.content(new Content(List.of(turkish, english), List.of(), source))
                .build());

        List<Missing> missing =
                stage.process().preparation().missing(stage.request().form());
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "the document does not complete the request: " + missing.size() + " missing");
        }
        console.good(Line.COMPLETE);
    }

    /** The faculty's own translation: a title, an empty line, the text. */
    private static LanguageVersion english() {
        String[] parts = Sample.ENGLISH_TEXT.text().split("\\R\\s*\\R", 2);
        return LanguageVersion.plain(Locale.ENGLISH, "Invitation: " + parts[0].strip(), parts[1].strip());
    }
}
