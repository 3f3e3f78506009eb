package org.peyk.kvkk.internal;

import java.util.List;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * What words say of a person: the special categories of article 6(1), disciplinary measures, need. The words alone are found here; they count
 * only once {@link Persons} has found of whom they are said.
 */
final class AttributeDetector {

    private static final int TOPIC_REACH = 70;
    private static final int DEATH_REACH = 250;
    private static final long SAID = bits();

    private AttributeDetector() {}

    private static long bits() {
        long bits = 0;
        for (Cue cue : Kinds.SAID.keySet()) {
            bits |= cue.bit();
        }
        return bits;
    }

    /** Adds what the text says to a list of statements. */
    static void detect(ScannedText in, List<Statement> out) {
        Triggers t = in.triggers();
        if ((t.cueMask & SAID) == 0) {
            return;
        }
        for (int i = 0; i < t.cues(); i++) {
            in.work().step();
            Cue cue = t.cue(i);
            PersonalDataType type = Kinds.SAID.get(cue);
            if (type != null && !inUnitsName(in, cue, i)) {
                int start = t.cueStart.get(i);
                int end = t.cueEnd.get(i);
                Certainty certainty =
                        near(in, i, Cue.DECEASED, DEATH_REACH) ? Certainty.PROBABLE : Certainty.CONTEXTUAL;
                Hit hit = new Hit(
                        type,
                        certainty,
                        in.folded().text(start, end),
                        in.segment(),
                        in.folded(),
                        withPercent(in, start),
                        end);
                out.add(new Statement(hit, near(in, i, Cue.TOPIC, TOPIC_REACH), isWord(cue)));
            }
        }
    }

    /** Words that name a subject as often as somebody's state. */
    private static boolean isWord(Cue cue) {
        return switch (cue) {
            case HEALTH_WORD, DISABILITY_WORD, RELIGION, ETHNIC, BIOMETRIC, SEXUAL, NEED -> true;
            default -> false;
        };
    }

    /** "Engelli" right before another word in capitals is part of the name of a unit: Engelli Öğrenci Birimi. */
    private static boolean inUnitsName(ScannedText in, Cue cue, int index) {
        if (cue != Cue.DISABILITY_WORD) {
            return false;
        }
        Triggers t = in.triggers();
        Folded text = in.folded();
        int start = t.cueStart.get(index);
        int end = t.cueEnd.get(index);
        return Character.isUpperCase(text.original(start))
                && text.at(end) == ' '
                && end + 1 < text.length()
                && Character.isUpperCase(text.original(end + 1));
    }

    /** The degree of a disability stands before its kind. */
    private static int withPercent(ScannedText in, int start) {
        Folded text = in.folded();
        int i = start - 1;
        if (text.at(i) != ' ' || !Chars.isDigit(text.at(i - 1))) {
            return start;
        }
        i--;
        int digits = 0;
        while (digits < 3 && Chars.isDigit(text.at(i))) {
            i--;
            digits++;
        }
        return text.at(i) == '%' ? i : start;
    }

    /** Whether a cue stands near another in the same sentence. */
    private static boolean near(ScannedText in, int index, Cue wanted, int reach) {
        Triggers t = in.triggers();
        if ((t.cueMask & wanted.bit()) == 0) {
            return false;
        }
        int start = t.cueStart.get(index);
        int end = t.cueEnd.get(index);
        int looked = 0;
        for (int i = index - 1; i >= 0 && start - t.cueEnd.get(i) <= reach && looked < 40; i--, looked++) {
            in.work().step();
            if (t.cue(i) == wanted && !Sentences.endsIn(in.folded(), t.cueEnd.get(i), start)) {
                return true;
            }
        }
        looked = 0;
        for (int i = index + 1; i < t.cues() && t.cueStart.get(i) - end <= reach && looked < 40; i++, looked++) {
            in.work().step();
            if (t.cue(i) == wanted && !Sentences.endsIn(in.folded(), end, t.cueStart.get(i))) {
                return true;
            }
        }
        return false;
    }
}
