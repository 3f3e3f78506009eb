package org.peyk.kvkk.internal;

import java.util.Set;
import org.peyk.kvkk.PersonalDataType;

/**
 * Tells whether a sentence retells what is public already: what courts, the police or the press made known of somebody, or what history
 * tells of the dead. Such a sentence is no less a statement about a named person, so it is never passed over; but whether the mail may repeat
 * it is a question of law that a person must answer, and not a leak that can be known for one. A sentence that ties the person to
 * the institution, as a student or a colleague, is none of these.
 */
final class PublicSpeech {

    private static final int REACH = 250;
    private static final int MOST_CUES = 60;
    private static final int YEAR_DIGITS = 4;
    private static final int FIRST_YEAR = 700;

    /** Who was born or acted before this year is not alive. */
    private static final int LAST_YEAR = 1925;

    /** What the institution itself decides or knows of its people is its own, whoever else speaks of it. */
    private static final Set<PersonalDataType> OWN_AFFAIRS = Set.of(
            PersonalDataType.GRADE,
            PersonalDataType.FINANCIAL_NEED,
            PersonalDataType.UNION_MEMBERSHIP,
            PersonalDataType.DISCIPLINARY);

    private PublicSpeech() {}

    /** Whether what is said between two positions is retold. */
    static boolean retells(ScannedText in, PersonalDataType type, int start, int end) {
        if (in.surroundings().cell()) {
            return false;
        }
        long mask = in.triggers().cueMask;
        boolean reported = (mask & Cue.REPORTED.bit()) != 0 && !OWN_AFFAIRS.contains(type);
        boolean historic = (mask & Cue.HISTORIC.bit()) != 0;
        if (!reported && !historic) {
            return oldYearNear(in, start, end);
        }
        long near = cuesInSentence(in, start, end);
        if ((near & (Cue.STUDENT.bit() | Cue.INSIDER.bit())) != 0) {
            return false;
        }
        return (reported && (near & Cue.REPORTED.bit()) != 0)
                || (near & Cue.HISTORIC.bit()) != 0
                || oldYearNear(in, start, end);
    }

    /** All cues of the sentence that a range stands in. */
    private static long cuesInSentence(ScannedText in, int start, int end) {
        Triggers t = in.triggers();
        int from = boundary(in, start, -1);
        int to = boundary(in, end, 1);
        long mask = 0;
        int looked = 0;
        for (int i = t.cueStart.firstAtLeast(from); i < t.cues() && looked < MOST_CUES; i++, looked++) {
            in.work().step();
            if (t.cueStart.get(i) >= to) {
                break;
            }
            mask |= 1L << t.cueKind.get(i);
        }
        return mask;
    }

    private static int boundary(ScannedText in, int at, int direction) {
        int i = at;
        while (Math.abs(i - at) < REACH && i > 0 && i < in.folded().length()) {
            in.work().step();
            if (Sentences.endsIn(in.folded(), i, i + 1)) {
                break;
            }
            i += direction;
        }
        return i;
    }

    /** Whether a year stands near in which nobody who lives today was alive, told as a year: in brackets, or with a suffix. */
    private static boolean oldYearNear(ScannedText in, int start, int end) {
        Triggers t = in.triggers();
        int first = t.groupStart.firstAtLeast(start - REACH);
        for (int g = first, looked = 0; g < t.groups() && looked < MOST_CUES; g++, looked++) {
            in.work().step();
            if (t.groupStart.get(g) > end + REACH) {
                break;
            }
            if (t.groupLength(g) == YEAR_DIGITS && isOldYear(in.folded(), t.groupStart.get(g))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOldYear(Folded text, int at) {
        int year = 0;
        for (int i = at; i < at + YEAR_DIGITS; i++) {
            year = year * 10 + text.at(i) - '0';
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return false;
        }
        int behind = at + YEAR_DIGITS;
        boolean counted = text.at(behind) == ' '
                && ((text.at(behind + 1) == 'y' && text.at(behind + 2) == 'i' && text.at(behind + 3) == 'l')
                        || (text.at(behind + 1) == 's' && text.at(behind + 2) == 'e' && text.at(behind + 3) == 'n'));
        return counted || text.at(behind) == '\'' || text.at(at - 1) == '(';
    }
}
