package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Capitalised words that a label or a heading calls a parent's name, a name before marriage or a place of birth. */
final class NamedWordsDetector {

    private static final int GAP = 3;
    private static final int MOST_WORDS = 5;
    private static final int LONGEST_CELL = 50;
    private static final long LABELS = Cue.PARENT.bit() | Cue.BIRTH_PLACE.bit();

    private NamedWordsDetector() {}

    static void detect(ScannedText in) {
        long heading = in.surroundings().headingCues();
        Triggers t = in.triggers();
        if (in.surroundings().cell() && (heading & LABELS) != 0 && (t.cueMask & LABELS) == 0) {
            cell(in, heading);
        }
        if ((t.cueMask & LABELS) == 0) {
            return;
        }
        for (int i = 0; i < t.cues(); i++) {
            in.work().step();
            Cue cue = t.cue(i);
            if (cue == Cue.PARENT || cue == Cue.BIRTH_PLACE) {
                behind(in, cue, t.cueEnd.get(i));
            }
        }
    }

    private static void cell(ScannedText in, long heading) {
        Triggers t = in.triggers();
        int words = t.words();
        if (words > 0 && words <= MOST_WORDS && t.groups() == 0 && in.folded().length() <= LONGEST_CELL) {
            boolean parent = (heading & Cue.PARENT.bit()) != 0;
            add(in, parent ? Cue.PARENT : Cue.BIRTH_PLACE, t.wordStart.get(0), t.wordEnd.get(words - 1));
        }
    }

    private static void behind(ScannedText in, Cue cue, int labelEnd) {
        Triggers t = in.triggers();
        int word = t.wordStart.firstAtLeast(labelEnd);
        if (word >= t.words() || t.wordStart.get(word) - labelEnd > GAP || !onlyMarks(in, labelEnd, word)) {
            return;
        }
        int last = word;
        while (last + 1 < t.words() && last - word + 1 < MOST_WORDS && NameWords.adjacent(in, last)) {
            last++;
        }
        add(in, cue, t.wordStart.get(word), t.wordEnd.get(last));
    }

    private static boolean onlyMarks(ScannedText in, int from, int word) {
        for (int i = from; i < in.triggers().wordStart.get(word); i++) {
            char c = in.folded().at(i);
            if (c != ' ' && c != ':' && c != '-' && c != '.' && c != '=') {
                return false;
            }
        }
        return true;
    }

    private static void add(ScannedText in, Cue cue, int start, int end) {
        PersonalDataType type = cue == Cue.PARENT ? PersonalDataType.PARENT_NAME : PersonalDataType.BIRTH_PLACE;
        in.add(type, Certainty.CONTEXTUAL, in.folded().text(start, end), start, end);
    }
}
