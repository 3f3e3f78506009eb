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

    void detect(ScannedText in) {
        Folded text = in.folded();
        int from = 0;
        int to = text.length();
        while (from < to && !Chars.isLetter(text.at(from))) {
            from++;
        }
        while (to > from && !Chars.isLetter(text.at(to - 1))) {
            to--;
        }
        boolean fits =
                to - from >= SHORTEST && to - from <= LONGEST && in.triggers().groups() == 0;
        String value = fits ? name(text, from, to) : "";
        if (!value.isEmpty()) {
            in.add(PersonalDataType.PERSON_NAME, Certainty.CONTEXTUAL, value, from, to);
        }
    }

    /** The words of a range, with single spaces between; empty when they are no name: a noun among them, or one word that is no first name. */
    private String name(Folded text, int from, int to) {
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
        return words > 1 || firstNameSeen ? value.toString() : "";
    }
}
