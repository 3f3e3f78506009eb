package org.peyk.spi.document;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.check.Place;

/**
 * A piece of text that is somewhere in a file, visible or not: a paragraph, a cell, a comment, a property.
 *
 * @param text the text as a reader would put it together
 * @param place where it stands
 * @param row which row of which table it belongs to, counted through the file from 0, or -1 outside of tables
 * @param column which column of the table, from 0, or -1
 * @param header heading of its column, or null when unknown
 */
public record Segment(
        String text,
        Place place,
        long row,
        int column,
        @Nullable String header) {

    /**
     * A piece outside of tables.
     *
     * @param text the text
     * @param place where it stands
     * @return the segment
     */
    public static Segment of(String text, Place place) {
        return new Segment(text, place, -1, -1, null);
    }

    @Override
    public String toString() {
        return "Segment[" + text.length() + " characters]";
    }
}
