package org.peyk.internal.delivery;

import java.util.Locale;
import org.peyk.spi.LanguageVersion;

/** The beginning of a subject by which readers know a correction. */
public final class CorrectedSubject {

    /** Begins a Turkish subject. */
    public static final String TURKISH = "DÜZELTME: ";

    /** Begins a subject in any other language. */
    public static final String OTHER = "CORRECTION: ";

    private CorrectedSubject() {}

    private static String prefix(Locale language) {
        return language.getLanguage().equals("tr") ? TURKISH : OTHER;
    }

    /** The version with the beginning, once. */
    public static LanguageVersion with(LanguageVersion v) {
        String prefix = prefix(v.language());
        return v.subject().startsWith(prefix) ? v : subject(v, prefix + v.subject());
    }

    /** The version for somebody who got nothing that could be corrected. */
    static LanguageVersion without(LanguageVersion v) {
        String prefix = prefix(v.language());
        return v.subject().startsWith(prefix) ? subject(v, v.subject().substring(prefix.length())) : v;
    }

    private static LanguageVersion subject(LanguageVersion v, String subject) {
        return new LanguageVersion(v.language(), subject, v.html(), v.text(), v.smsText());
    }
}
