package org.peyk.spi.tck;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.check.Place;

/** Whether a place is one of the form that was checked. */
final class Pointing {

    /** Texts that are long, deep or of letters that are taken apart and put together. */
    static final List<String> HARD_TEXTS = List.of(
            "a".repeat(300_000),
            "1".repeat(300_000),
            "1 ".repeat(150_000),
            "a@".repeat(100_000),
            "<div>".repeat(50_000),
            "TR00 ".repeat(60_000),
            "İıIi".repeat(50_000),
            "e\u0301\u200B\u00AD".repeat(50_000),
            "🙂\uD83D".repeat(1_000),
            "\0\t\r\n\u2028".repeat(1_000),
            " ".repeat(300_000));

    private static final Pattern MASKED = Pattern.compile("[*…]|(?<!\\p{L})\\p{Lu}\\.");

    private Pointing() {}

    /** What is wrong with a place; empty when nothing is. */
    static String astray(RequestForm form, Place place) {
        if (place.start() > place.end() || place.start() < -1) {
            return "its offsets are no range";
        }
        switch (place.part()) {
            case SUBJECT, HTML, TEXT, SMS:
                return inText(form, place);
            case ATTACHMENT, FILE_NAME:
                return namesAFile(form, place.file()) ? "" : "it names no file of the form";
            default:
                return "";
        }
    }

    /** A name that holds personal data is shown masked, by asterisks, an ellipsis or initials. */
    private static boolean namesAFile(RequestForm form, @Nullable String file) {
        if (file == null || form.content().attachments().isEmpty()) {
            return false;
        }
        return MASKED.matcher(file).find()
                || form.content().attachments().stream()
                        .anyMatch(a -> a.fileName().equals(file));
    }

    private static String inText(RequestForm form, Place place) {
        if (place.language() == null && form.content().versions().size() > 1) {
            return "it does not say in which language";
        }
        Optional<LanguageVersion> version = form.content().versions().stream()
                .filter(v ->
                        place.language() == null || v.language().toLanguageTag().equals(place.language()))
                .findFirst();
        if (version.isEmpty()) {
            return "it names no language of the form";
        }
        String text = text(version.get(), place.part());
        if (text == null) {
            return "it names a part that is not written";
        }
        return place.end() <= text.length() ? "" : "it ends after the text";
    }

    private static @Nullable String text(LanguageVersion version, Place.Part part) {
        return switch (part) {
            case SUBJECT -> version.subject();
            case HTML -> version.html();
            case SMS -> version.smsText();
            default -> version.text();
        };
    }
}
