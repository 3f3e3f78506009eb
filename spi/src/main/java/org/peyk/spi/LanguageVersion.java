package org.peyk.spi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a request in one language.
 *
 * @param language the language the text is written in
 * @param subject the subject line; may be empty while the request is a draft
 * @param html the HTML body as recipients get it, or null when the mail is plain text only
 * @param text the plain text body; always sent, also beside HTML
 * @param smsText the text of the short message, or null when none is written
 */
public record LanguageVersion(
        Locale language,
        String subject,
        @Nullable String html,
        String text,
        @Nullable String smsText) {

    /**
     * Checks the subject, the only part that becomes a header.
     *
     * @throws IllegalArgumentException when the subject holds a control, line-break or direction character
     */
    public LanguageVersion {
        Texts.requireCleanLine(subject, "subject");
    }

    /**
     * A version with plain text only.
     *
     * @param language the language
     * @param subject the subject line
     * @param text the body
     * @return the version
     */
    public static LanguageVersion plain(Locale language, String subject, String text) {
        return new LanguageVersion(language, subject, null, text, null);
    }

    @Override
    public String toString() {
        return "LanguageVersion[" + language.toLanguageTag() + "]";
    }
}
