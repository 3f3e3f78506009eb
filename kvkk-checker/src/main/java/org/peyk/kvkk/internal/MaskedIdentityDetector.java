package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Identity numbers that are partly masked: eleven places, of which at least four are stars, x or #, and the others digits. */
final class MaskedIdentityDetector implements NumberDetector {

    private static final int PLACES = 11;
    private static final int LEAST_MASKED = 4;

    @Override
    public int detect(ScannedText in, int group) {
        Folded text = in.folded();
        int start = in.triggers().groupStart.get(group);
        int end = in.triggers().groupEnd.get(group);
        int digits = end - start;
        if (isMask(text.at(end))) {
            return maskedBehind(in, group, start, end, digits);
        }
        if (isMask(text.at(start - 1)) && digits >= 2 && digits <= PLACES - LEAST_MASKED) {
            return maskedBefore(in, group, start, end, digits);
        }
        return -1;
    }

    private static int maskedBehind(ScannedText in, int group, int start, int end, int digits) {
        Folded text = in.folded();
        int masked = run(in, end, 1);
        int tail = 0;
        int last = group;
        boolean digitsFollow =
                group + 1 < in.triggers().groups() && in.triggers().groupStart.get(group + 1) == end + masked;
        if (digitsFollow) {
            last = group + 1;
            tail = in.triggers().groupLength(last);
        }
        int stop = end + masked + tail;
        boolean fits = masked >= LEAST_MASKED && digits + masked + tail == PLACES && text.at(start) != '0';
        if (!fits || Chars.isLetterOrDigit(text.at(stop)) || Chars.isLetter(text.at(start - 1))) {
            return -1;
        }
        found(in, start, stop);
        return last;
    }

    private static int maskedBefore(ScannedText in, int group, int start, int end, int digits) {
        Folded text = in.folded();
        int masked = run(in, start - 1, -1);
        int first = start - masked;
        boolean fits = masked + digits == PLACES && !Chars.isLetterOrDigit(text.at(first - 1));
        if (!fits || Chars.isLetterOrDigit(text.at(end))) {
            return -1;
        }
        found(in, first, end);
        return group;
    }

    private static void found(ScannedText in, int from, int to) {
        Folded text = in.folded();
        boolean foreign = text.at(from) == '9' && text.at(from + 1) >= '7' && text.at(from + 1) <= '9';
        in.add(foreign ? PersonalDataType.YKN : PersonalDataType.TCKN, Certainty.MASKED, text.text(from, to), from, to);
    }

    /** How many times the mask character at {@code from} repeats in a direction, up to one more than fits. */
    private static int run(ScannedText in, int from, int direction) {
        char mask = in.folded().at(from);
        int count = 0;
        while (count <= PLACES && in.folded().at(from + count * direction) == mask) {
            in.work().step();
            count++;
        }
        return count;
    }

    private static boolean isMask(char c) {
        return c == '*' || c == 'x' || c == '#';
    }
}
