package org.peyk.internal.delivery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;

/** Says at the end of a mail why somebody gets it who opted out of mails about events. */
final class OfficialNote {

    private static final String BODY_END = "</body>";

    private OfficialNote() {}

    static LanguageVersion added(LanguageVersion version, LocalizedText note) {
        String words = note.in(version.language());
        return new LanguageVersion(
                version.language(),
                version.subject(),
                html(version.html(), words),
                version.text().stripTrailing() + "\n\n" + words + "\n",
                version.smsText());
    }

    private static @Nullable String html(@Nullable String html, String words) {
        if (html == null) {
            return null;
        }
        String line = "<p style=\"font-size:small\">" + escaped(words) + "</p>";
        int end = html.toLowerCase(Locale.ROOT).lastIndexOf(BODY_END);
        // lower case may lengthen a text with capital dotted I; then the place found is not the place there
        boolean exact = end >= 0 && html.regionMatches(true, end, BODY_END, 0, BODY_END.length());
        return exact ? html.substring(0, end) + line + html.substring(end) : html + line;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
