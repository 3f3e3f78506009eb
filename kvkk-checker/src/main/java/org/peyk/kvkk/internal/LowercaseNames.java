package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Names in small letters, as people type them in a hurry. Any two words may look like one, so a label, a form of address, a title or the word student must stand right
 * before, the first word must be a known first name, and the last must show itself as a surname.
 */
final class LowercaseNames {

    private static final int REACH = 3;
    private static final int LONGEST = 20;
    private static final long ANNOUNCING = Cue.NAME.bit() | Cue.HONORIFIC.bit() | Cue.STUDENT.bit() | Cue.TITLE.bit();

    private final NameLexicon lexicon;

    LowercaseNames(NameLexicon lexicon) {
        this.lexicon = lexicon;
    }

    void detect(ScannedText in) {
        Triggers t = in.triggers();
        if ((t.cueMask & ANNOUNCING) == 0) {
            return;
        }
        for (int i = 0; i < t.cues(); i++) {
            in.work().step();
            Cue cue = t.cue(i);
            if ((cue.bit() & ANNOUNCING) != 0 && (cue != Cue.NAME || in.folded().at(t.cueEnd.get(i)) == ':')) {
                behind(in, t.cueEnd.get(i), cue == Cue.TITLE);
            }
        }
    }

    private void behind(ScannedText in, int cueEnd, boolean titled) {
        Folded text = in.folded();
        int start = cueEnd;
        while (start - cueEnd < REACH && (text.at(start) == ' ' || text.at(start) == ':' || text.at(start) == '.')) {
            start++;
        }
        if (start == cueEnd || !small(text, start) || !isFirst(text, start)) {
            return;
        }
        int end = text.skipLetters(start, LONGEST);
        for (int words = 2; words <= 3 && text.at(end) == ' ' && small(text, end + 1); words++) {
            int from = end + 1;
            end = text.skipLetters(from, LONGEST);
            in.work().step();
            if (lexicon.looksLikeSurname(text.chars(), from, end)) {
                Hit hit = in.add(PersonalDataType.PERSON_NAME, Certainty.CONTEXTUAL, text.text(start, end), start, end);
                if (titled) {
                    hit.markOrdinary();
                }
                return;
            }
        }
    }

    private static boolean small(Folded text, int at) {
        return Chars.isLetter(text.at(at)) && !Character.isUpperCase(text.original(at));
    }

    private boolean isFirst(Folded text, int at) {
        int flags = lexicon.lookUp(text.chars(), at, text.skipLetters(at, LONGEST));
        return (flags & NameLexicon.COMMON_FIRST) != 0;
    }
}
