package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Identity numbers in which letters stand for digits that look like them, by hand or by a reader of pictures: 1OOOOOOO146, l0000000l46. They
 * count only behind a label and with right check digits, as words and codes have such letters too.
 */
final class ConfusedDigitsDetector {

    private static final int DIGITS = 11;
    private static final int LEAST_DIGITS = 2;
    private static final int REACH = 4;
    private static final long LABELS = Cue.TCKN.bit() | Cue.YKN.bit() | Cue.TC.bit();

    private ConfusedDigitsDetector() {}

    static void detect(ScannedText in) {
        Triggers t = in.triggers();
        if ((t.cueMask & LABELS) == 0) {
            return;
        }
        for (int i = 0; i < t.cues(); i++) {
            in.work().step();
            if ((t.cue(i).bit() & LABELS) != 0) {
                behind(in, t.cueEnd.get(i));
            }
        }
    }

    private static void behind(ScannedText in, int labelEnd) {
        Folded text = in.folded();
        int start = labelEnd;
        while (start - labelEnd < REACH && (text.at(start) == ' ' || text.at(start) == ':' || text.at(start) == '.')) {
            start++;
        }
        if (start == labelEnd || start == lastStart(in)) {
            return;
        }
        byte[] digits = new byte[DIGITS];
        int real = 0;
        in.work().steps(DIGITS);
        for (int i = 0; i < DIGITS; i++) {
            char c = text.at(start + i);
            int digit = Chars.isDigit(c) ? c - '0' : meant(c);
            if (digit < 0) {
                return;
            }
            real += Chars.isDigit(c) ? 1 : 0;
            digits[i] = (byte) digit;
        }
        boolean whole = !Chars.isLetterOrDigit(text.at(start + DIGITS));
        if (real < LEAST_DIGITS || real == DIGITS || !whole || !Checksums.identity(digits)) {
            return;
        }
        StringBuilder value = new StringBuilder(DIGITS);
        for (byte digit : digits) {
            value.append((char) ('0' + digit));
        }
        boolean foreign = digits[0] == 9 && digits[1] >= 7;
        PersonalDataType type = foreign ? PersonalDataType.YKN : PersonalDataType.TCKN;
        in.add(type, Certainty.VERIFIED, value.toString(), start, start + DIGITS);
    }

    /** Two labels may end at one place. */
    private static int lastStart(ScannedText in) {
        return in.hits().isEmpty() ? -1 : in.hits().get(in.hits().size() - 1).foldedStart();
    }

    private static int meant(char c) {
        return switch (c) {
            case 'o' -> 0;
            case 'l', 'i' -> 1;
            default -> -1;
        };
    }
}
