package org.peyk.kvkk.document.internal.redact;

import java.util.List;

/**
 * A text that a reader found, and what is to be read in its place.
 *
 * @param path where it stands
 * @param before the text
 * @param after a text of the same length, with black letters
 * @param cell whether it is a cell of a table
 */
public record Change(List<String> path, String before, String after, boolean cell) {
    /** Copies the path. */
    public Change {
        path = List.copyOf(path);
    }

    /** Whether anything is to go. */
    public boolean any() {
        return !before.equals(after);
    }

    @Override
    public String toString() {
        return "Change[" + before.length() + " characters]";
    }
}
