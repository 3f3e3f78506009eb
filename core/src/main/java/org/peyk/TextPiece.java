package org.peyk;

/**
 * A piece of two texts that are compared.
 *
 * @param kind in which of them it stands
 * @param text its words, as they are written
 */
public record TextPiece(Kind kind, String text) {

    /** In which of two texts a piece stands. */
    public enum Kind {
        /** In both. */
        SAME,
        /** In the earlier one alone. */
        REMOVED,
        /** In the later one alone. */
        ADDED
    }

    /**
     * Shows no text.
     *
     * @return the kind and the length
     */
    @Override
    public String toString() {
        return "TextPiece[" + kind + ", " + text.length() + " characters]";
    }
}
