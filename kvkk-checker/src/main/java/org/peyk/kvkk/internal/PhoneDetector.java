package org.peyk.kvkk.internal;

import java.util.BitSet;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Turkish phone numbers: a prefix (+90, 0090, 90, 0 or none) and ten national digits, of which the first three are the area or operator
 * code. Numbers of services (444, 0850, 0800) are no person's.
 */
final class PhoneDetector implements NumberDetector {

    private static final int NATIONAL = 10;
    private static final BitSet AREA_CODES = areaCodes();

    @Override
    public int detect(ScannedText in, int group) {
        NumberWindow w = in.window();
        Folded text = in.folded();
        int first = in.triggers().groupStart.get(group);
        boolean plus = text.at(first - 1) == '+' || (text.at(first - 1) == '(' && text.at(first - 2) == '+');
        int prefix = prefixLength(w.leading(group, 4), plus);
        if (prefix < 0 || !w.fit(group, prefix + NATIONAL)) {
            return -1;
        }
        int code = code(w.digits(), prefix);
        boolean mobile = code >= 500 && code <= 599;
        boolean landline = AREA_CODES.get(code) && prefix > 0;
        if ((!mobile && !landline) || startsWithDate(w)) {
            return -1;
        }
        Label label = in.labels().of(w.start(), w.end(), group);
        boolean named = label.is(Cue.PHONE);
        if (!named && (sticks(text, w) || label.is(Cue.THING_NO) || !wellGrouped(w, prefix))) {
            return -1;
        }
        if (!named && needsLabel(w, prefix, plus) && !chatLink(text, first)) {
            return -1;
        }
        return found(in, prefix, mobile, first - leadLength(text, first, w.end()));
    }

    private static int found(ScannedText in, int prefix, boolean mobile, int from) {
        NumberWindow w = in.window();
        String national = w.value(prefix + NATIONAL).substring(prefix);
        PersonalDataType type = mobile ? PersonalDataType.MOBILE_PHONE : PersonalDataType.LANDLINE_PHONE;
        Hit hit = in.add(type, Certainty.VERIFIED, "0" + national, from, w.end());
        if (in.rules().isOwnPhone(national)) {
            hit.markOrdinary();
        }
        return w.last();
    }

    /** Digits before the national number, or -1; {@code lead} holds up to four digits behind a leading 1. */
    private static int prefixLength(int lead, boolean plus) {
        if (lead < 10_000) {
            return -1;
        }
        int four = lead - 10_000;
        if (four == 90) {
            return 4;
        }
        if (four / 100 == 90 && (plus || isNationalStart(four / 10 % 10))) {
            return 2;
        }
        if (plus) {
            return -1;
        }
        if (four / 1000 == 0) {
            return 1;
        }
        return four / 1000 == 5 ? 0 : -1;
    }

    private static boolean isNationalStart(int digit) {
        return digit >= 2 && digit <= 5;
    }

    private static int code(byte[] digits, int from) {
        return digits[from] * 100 + digits[from + 1] * 10 + digits[from + 2];
    }

    /** Part of a longer code: letters stick to its front. Suffixes behind it are Turkish. */
    private static boolean sticks(Folded text, NumberWindow w) {
        // an O in front was meant for the zero: O532 123 45 67
        boolean zero = text.at(w.start() - 1) == 'o'
                && w.digits()[0] == 5
                && w.boundaryBehind(3)
                && !Chars.isLetterOrDigit(text.at(w.start() - 2));
        return !zero && Chars.isLetter(text.at(w.start() - 1));
    }

    /** A date and a number behind it may have as many digits. */
    private static boolean startsWithDate(NumberWindow w) {
        return w.groups() > 3 && w.size(0) == 2 && w.size(1) == 2 && w.size(2) == 4;
    }

    /** The code of three digits must not be cut by a separator, or each digit must stand alone. */
    private static boolean wellGrouped(NumberWindow w, int prefix) {
        if (w.groups() == 1) {
            return true;
        }
        if (w.spread()) {
            return w.alone();
        }
        boolean whole = !w.boundaryBehind(prefix + 1) && !w.boundaryBehind(prefix + 2);
        boolean prefixWhole = prefix < 2 || !w.boundaryBehind(1);
        boolean restGlued = w.size(w.groups() - 1) >= 7;
        return whole && prefixWhole && (w.boundaryBehind(prefix + 3) || restGlued);
    }

    /** Ten digits without a prefix, or twelve that only happen to start with 90, are too common to be a phone by themselves. */
    private static boolean needsLabel(NumberWindow w, int prefix, boolean plus) {
        if (prefix == 0) {
            boolean spoken = w.grouped(3, 3, 2, 2) || w.grouped(3, 3, 4) || w.grouped(3, 2, 2, 3);
            return !(spoken && w.alone());
        }
        return prefix == 2 && !plus && w.groups() == 1;
    }

    /** A plus or a bracket in front belongs to the number, the bracket if it is closed in it. */
    private static int leadLength(Folded text, int first, int end) {
        if (text.at(first - 1) == '+') {
            return 1;
        }
        if (text.at(first - 1) == '(') {
            for (int i = first; i < end; i++) {
                if (text.at(i) == ')') {
                    return 1;
                }
            }
        }
        return 0;
    }

    /** A link that opens a chat with the number. */
    private static boolean chatLink(Folded text, int start) {
        return text.at(start - 1) == '/'
                && text.at(start - 2) == 'e'
                && text.at(start - 3) == 'm'
                && text.at(start - 4) == '.';
    }

    private static BitSet areaCodes() {
        BitSet codes = new BitSet(1000);
        int[] known = {
            212, 216, 222, 224, 226, 228, 232, 236, 242, 246, 248, 252, 256, 258, 262, 264, 266, 272, 274, 276, 282,
                    284, 286, 288,
            312, 318, 322, 324, 326, 328, 332, 338, 342, 344, 346, 348, 352, 354, 356, 358, 362, 364, 366, 368, 370,
                    372, 374, 376,
            378, 380, 382, 384, 386, 388, 392, 412, 414, 416, 422, 424, 426, 428, 432, 434, 436, 438, 442, 446, 452,
                    454, 456, 458,
            462, 464, 466, 472, 474, 476, 478, 482, 484, 486, 488
        };
        for (int code : known) {
            codes.set(code);
        }
        return codes;
    }
}
