package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Cells whose column is headed as names: the whole cell is one, known or not, if it is made as a name is. */
final class NameCells {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;

    private final NameLexicon lexicon;

    NameCells(NameLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Adds the name that fills the cell, if one does. */
    void detect(ScannedText in) {
        int from = firstLetter(in.folded());
        int to = behindLastLetter(in.folded());
        String value = fits(in, from, to) ? name(in.folded(), from, to, false) : "";
        if (!value.isEmpty()) {
            in.add(PersonalDataType.PERSON_NAME, Certainty.CONTEXTUAL, value, from, to);
        }
    }

    /** The surname that fills the cell, folded; empty when it holds something else. */
    String surname(ScannedText in) {
        int from = firstLetter(in.folded());
        int to = behindLastLetter(in.folded());
        return fits(in, from, to) ? name(in.folded(), from, to, true) : "";
    }

    private static boolean fits(ScannedText in, int from, int to) {
        return to - from >= SHORTEST && to - from <= LONGEST && in.triggers().groups() == 0;
    }

    private static int firstLetter(Folded text) {
        int from = 0;
        while (from < text.length() && !Chars.isLetter(text.at(from))) {
            from++;
        }
        return from;
    }

    private static int behindLastLetter(Folded text) {
        int to = text.length();
        while (to > 0 && !Chars.isLetter(text.at(to - 1))) {
            to--;
        }
        return to;
    }

    /** The words of a range, with single spaces between; empty when they are no name: a noun among them, or one word that is no first name. */
    private String name(Folded text, int from, int to, boolean surname) {
        StringBuilder value = new StringBuilder();
        int words = 0;
        boolean firstNameSeen = false;
        int wordStart = from;
        for (int i = from; i <= to; i++) {
            if (i < to && Chars.isLetter(text.at(i))) {
                continue;
            }
            char c = i < to ? text.at(i) : ' ';
            if (c != ' ' && c != '-' && c != '.' && c != '\'') {
                return "";
            }
            if (i > wordStart) {
                boolean first = NameLexicon.isFirstName(lexicon.lookUp(text.chars(), wordStart, i));
                if (!first && lexicon.endsName(text.chars(), wordStart, i)) {
                    return "";
                }
                firstNameSeen |= first;
                value.append(words == 0 ? "" : " ").append(text.text(wordStart, i));
                words++;
            }
            wordStart = i + 1;
        }
        return surname || words > 1 || firstNameSeen ? value.toString() : "";
    }
}
