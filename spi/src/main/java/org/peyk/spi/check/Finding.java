package org.peyk.spi.check;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * Something a check found, safe to show to everybody who may see the request: values are masked.
 *
 * @param code stable code of what it is, such as {@code KVKK-TCKN}
 * @param severity what it asks for
 * @param place where it stands
 * @param excerpt the value and perhaps its surroundings, masked; empty when nothing can be shown
 * @param count how many distinct values this finding stands for; at least 1
 * @param message what it is and why it matters
 * @param advice what to do about it
 * @param rule the rule that fired, for the one who tunes rules
 * @param legalBasis the article that is touched, such as {@code KVKK m. 6}, or null
 */
public record Finding(
        String code,
        Severity severity,
        Place place,
        String excerpt,
        int count,
        LocalizedText message,
        LocalizedText advice,
        String rule,
        @Nullable String legalBasis) {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException when the code is blank or the count below 1
     */
    public Finding {
        if (code.isBlank()) {
            throw new IllegalArgumentException("code must not be blank");
        }
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1");
        }
    }
}
