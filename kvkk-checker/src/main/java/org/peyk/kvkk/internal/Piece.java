package org.peyk.kvkk.internal;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text of an HTML body.
 *
 * @param text the text as a reader would put it together
 * @param where what kind of place it is, in Turkish, or null for the ordinary visible text
 * @param hidden whether a reader would not see it
 * @param row the table row it is a cell of, counted through the body, or -1
 * @param heading heading of its column, or null
 * @param source the way back into the HTML source
 */
public record Piece(
        String text,
        @Nullable String where,
        boolean hidden,
        long row,
        @Nullable String heading,
        SourceMap source) {

    @Override
    public String toString() {
        return "Piece[" + text.length() + " characters, hidden=" + hidden + "]";
    }
}
