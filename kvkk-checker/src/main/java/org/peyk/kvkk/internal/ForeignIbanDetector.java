package org.peyk.kvkk.internal;

import java.util.HashMap;
import java.util.Map;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Accounts in other countries (ISO 13616), as exchange students and guests have them: right length and remainder, or none. */
final class ForeignIbanDetector implements NumberDetector {

    private static final Map<String, Integer> LENGTHS = lengths(
            "ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 ch21 cy28 cz24 de22 dk18 ee20 es24 fi18 fr27 gb22 ge22 gi23 gr27 hr21 hu28 ie22"
                    + " il23 iq23 is26 it27 jo30 kw30 kz20 lb28 li21 lt20 lu20 lv21 mc27 md24 me22 mk19 mt31 nl18 no15 pl28 ps29 pt25 qa29"
                    + " ro24 rs22 sa24 se24 si19 sk24 sm27 ua29 xk20");

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : table.split(" ", -1)) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return lengths;
    }

    @Override
    public int detect(ScannedText in, int group) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        int digits = t.groupStart.get(group);
        int start = digits - 2;
        if (t.groupLength(group) < 2
                || !Chars.isLetter(text.at(digits - 1))
                || !Chars.isLetter(text.at(start))
                || Chars.isLetterOrDigit(text.at(start - 1))) {
            return -1;
        }
        Integer length = LENGTHS.get(text.text(start, digits));
        if (length == null) {
            return -1;
        }
        StringBuilder value = new StringBuilder(length);
        int at = start;
        while (value.length() < length) {
            in.work().step();
            char c = text.at(at);
            if (Chars.isLetterOrDigit(c) && c < 128) {
                value.append(c);
            } else if ((c != ' ' && c != '-') || !Chars.isLetterOrDigit(text.at(at + 1))) {
                return -1;
            }
            at++;
        }
        if (Chars.isLetterOrDigit(text.at(at)) || !Checksums.iban(value)) {
            return -1;
        }
        in.add(PersonalDataType.IBAN, Certainty.VERIFIED, upper(value), start, at);
        int last = group;
        while (last + 1 < t.groups() && t.groupStart.get(last + 1) < at) {
            last++;
        }
        return last;
    }

    private static String upper(StringBuilder value) {
        StringBuilder upper = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            upper.append(Character.toUpperCase(value.charAt(i)));
        }
        return upper.toString();
    }
}
