package org.peyk.kvkk.internal;

/** Where what is said of one thing ends: at the end of a sentence, of a paragraph or of an item of a list. */
final class Sentences {

    /** A dot behind a shorter word is that of an abbreviation. */
    private static final int SHORTEST_LAST_WORD = 4;

    private Sentences() {}

    /** Whether a sentence ends in a range. */
    static boolean endsIn(Folded text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.at(i);
            boolean end = (c == '\n' && newItem(text, i)) || ((c == '.' || c == '!' || c == '?') && fullStop(text, i));
            if (end) {
                return true;
            }
        }
        return false;
    }

    private static boolean fullStop(Folded text, int at) {
        if (text.at(at + 1) != ' ' && text.at(at + 1) != '\n') {
            return false;
        }
        int letters = 0;
        while (letters < SHORTEST_LAST_WORD && Chars.isLetter(text.at(at - 1 - letters))) {
            letters++;
        }
        return letters == SHORTEST_LAST_WORD;
    }

    /** Whether a line break is more than that of a wrapped line: the next line opens with a capital, a mark or a number of a list. */
    private static boolean newItem(Folded text, int at) {
        int next = at + 1;
        while (text.at(next) == ' ' && next < text.length()) {
            next++;
        }
        if (next >= text.length() || text.at(next) == '\n') {
            return true;
        }
        if (Chars.isLetter(text.at(next))) {
            return Character.isUpperCase(text.original(next));
        }
        return text.at(next) != '(' && !(Chars.isDigit(text.at(next)) && Chars.isDigit(text.at(at - 1)));
    }
}
