package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * The machine-readable zone of passports (ICAO 9303, second line of TD3) and identity cards (first line of TD1), whose check digits are weighted 7,
 * 3 and 1. The number of the document is the finding.
 */
final class MachineZoneDetector implements NumberDetector {

    private static final int NUMBER = 9;
    private static final int PASSPORT_LINE = 28;
    private static final int CARD_FRONT = 5;
    private static final int LONGEST_FRONT = 14;
    private static final int[] WEIGHTS = {7, 3, 1};

    @Override
    public int detect(ScannedText in, int group) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        int from = t.groupStart.get(group);
        // every line has a filler or a letter right behind its first digits
        char behind = text.at(t.groupEnd.get(group));
        if (behind != '<' && !Chars.isLetter(behind)) {
            return -1;
        }
        int start = from;
        while (from - start <= LONGEST_FRONT && isZone(text.at(start - 1))) {
            start--;
        }
        in.work().steps(from - start + PASSPORT_LINE);
        if (isZone(text.at(start - 1))) {
            return -1;
        }
        if (isPassport(text, start)) {
            return found(in, group, PersonalDataType.PASSPORT, start, start + PASSPORT_LINE);
        }
        return isCard(text, start)
                ? found(in, group, PersonalDataType.ID_CARD_NO, start + CARD_FRONT, start + CARD_FRONT + NUMBER + 1)
                : -1;
    }

    private static int found(ScannedText in, int group, PersonalDataType type, int start, int spent) {
        int end = start + NUMBER;
        while (in.folded().at(end - 1) == '<') {
            end--;
        }
        in.add(type, Certainty.CONTEXTUAL, in.folded().text(start, end), start, end);
        Triggers t = in.triggers();
        int last = group;
        while (last + 1 < t.groups() && t.groupStart.get(last + 1) < spent) {
            in.work().step();
            last++;
        }
        return last;
    }

    /** Number, state, date of birth, sex and date of expiry, each number with its check digit. */
    private static boolean isPassport(Folded text, int start) {
        return checked(text, start, NUMBER)
                && letters(text, start + 10)
                && checked(text, start + 13, 6)
                && checked(text, start + 21, 6)
                && !Chars.isDigit(text.at(start + 20));
    }

    private static boolean isCard(Folded text, int start) {
        char kind = text.at(start);
        return (kind == 'i' || kind == 'a' || kind == 'c')
                && !Chars.isDigit(text.at(start + 1))
                && letters(text, start + 2)
                && checked(text, start + CARD_FRONT, NUMBER)
                && (text.at(start + 15) == '<' || Chars.isDigit(text.at(start + 15)));
    }

    private static boolean letters(Folded text, int at) {
        return Chars.isLetter(text.at(at))
                && (Chars.isLetter(text.at(at + 1)) || text.at(at + 1) == '<')
                && (Chars.isLetter(text.at(at + 2)) || text.at(at + 2) == '<');
    }

    /** Whether the digit behind a field is its check digit. */
    private static boolean checked(Folded text, int at, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            char c = text.at(at + i);
            if (!isZone(c)) {
                return false;
            }
            int value = c == '<' ? 0 : Chars.isDigit(c) ? c - '0' : c - 'a' + 10;
            sum += value * WEIGHTS[i % 3];
        }
        char check = text.at(at + length);
        return Chars.isDigit(check) && sum % 10 == check - '0';
    }

    private static boolean isZone(char c) {
        return c == '<' || Chars.isDigit(c) || (c >= 'a' && c <= 'z');
    }
}
