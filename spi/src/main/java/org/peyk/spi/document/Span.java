package org.peyk.spi.document;

import org.jspecify.annotations.Nullable;

/**
 * A run of text with one look.
 *
 * @param text the text
 * @param link where it leads, or null
 * @param bold whether it is bold
 * @param italic whether it is italic
 */
public record Span(String text, @Nullable String link, boolean bold, boolean italic) {

    /**
     * Text without a look of its own.
     *
     * @param text the text
     * @return the span
     */
    public static Span of(String text) {
        return new Span(text, null, false, false);
    }

    /**
     * Shows no text.
     *
     * @return how long the text is
     */
    @Override
    public String toString() {
        return "Span[" + text.length() + " characters]";
    }
}
