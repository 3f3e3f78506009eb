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
    private static final int FOUNDING = 18;
    private static final int FIRST_YEAR = 700;

    /** Who was born or acted before this year is not alive. */
    private static final int LAST_YEAR = 1925;

    private static final long PUBLIC = Cue.REPORTED.bit() | Cue.HISTORIC.bit();
    private static final long OWN_PEOPLE = Cue.STUDENT.bit() | Cue.INSIDER.bit();

    /** What the institution itself decides or knows of its people is its own, whoever else speaks of it. */
    private static final Set<PersonalDataType> OWN_AFFAIRS = Set.of(
            PersonalDataType.GRADE,
            PersonalDataType.FINANCIAL_NEED,
            PersonalDataType.UNION_MEMBERSHIP,
            PersonalDataType.DISCIPLINARY);

    private PublicSpeech() {}

    /** Whether what is said between two positions is retold. */
    static boolean retells(ScannedText in, PersonalDataType type, int start, int end) {
        if (in.surroundings().cell() || OWN_AFFAIRS.contains(type)) {
            return false;
        }
        boolean told = (in.triggers().cueMask & PUBLIC) != 0;
        // a sentence is looked for only where there is something to be found in it
        if (!told && !oldYear(in, start - REACH, end + REACH)) {
            return false;
        }
        int from = boundary(in, start, -1);
        int to = boundary(in, end, 1);
        if (!told && !oldYear(in, from, to)) {
            return false;
        }
        long near = cuesBetween(in, from, to);
        if ((near & OWN_PEOPLE) != 0) {
            return false;
        }
        return (near & PUBLIC) != 0 || oldYear(in, from, to);
    }

    /** All cues of a sentence; the name of a person may look like a word of the press or of history, and says nothing of either. */
    private static long cuesBetween(ScannedText in, int from, int to) {
        Triggers t = in.triggers();
        long mask = 0;
        int looked = 0;
        for (int i = t.cueStart.firstAtLeast(from); i < t.cues() && looked < MOST_CUES; i++, looked++) {
            in.work().step();
            if (t.cueStart.get(i) >= to) {
                break;
            }
            long bit = 1L << t.cueKind.get(i);
            if ((bit & PUBLIC) == 0 || !t.wordAt(t.cueStart.get(i), Triggers.IN_NAME)) {
                mask |= bit;
            }
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

    /** Whether a sentence holds a year in which nobody who lives today was alive, told as a year: in brackets, or with a suffix. */
    private static boolean oldYear(ScannedText in, int from, int to) {
        Triggers t = in.triggers();
        int first = t.groupStart.firstAtLeast(from);
        for (int g = first, looked = 0; g < t.groups() && looked < MOST_CUES; g++, looked++) {
            in.work().step();
            int at = t.groupStart.get(g);
            if (at >= to) {
                break;
            }
            if (t.groupLength(g) == YEAR_DIGITS && isOldYear(in.folded(), at) && !isFounding(in.folded(), at)) {
                return true;
            }
        }
        return false;
    }

    /** What was founded long ago has people who live today. */
    private static boolean isFounding(Folded text, int at) {
        String behind = text.text(at, Math.min(at + FOUNDING, text.length()));
        return behind.contains("kurul") || behind.contains("acil");
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
