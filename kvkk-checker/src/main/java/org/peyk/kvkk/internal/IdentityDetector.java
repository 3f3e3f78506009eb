package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Turkish and foreigners' identity numbers. Right check digits are enough, as only one in a hundred random numbers has them; wrong ones count
 * when a label says what they were meant to be.
 */
final class IdentityDetector implements NumberDetector {

    private static final int DIGITS = 11;
    private static final int CLOSE_LABEL = 30;
    private static final int LONGEST_SUFFIX = 12;

    @Override
    public int detect(ScannedText in, int group) {
        NumberWindow w = in.window();
        Folded text = in.folded();
        if (text.at(in.triggers().groupStart.get(group)) == '0' || !w.fit(group, DIGITS)) {
            return -1;
        }
        Label label = in.labels().of(w.start(), w.end(), group);
        boolean named = label.isAny(Cue.TCKN, Cue.YKN) || label.is(Cue.TC);
        boolean student = !named && label.is(Cue.STUDENT_NO);
        if (!named && (glued(text, w) || (student && opensWithYear(w)))) {
            return -1;
        }
        boolean plain = w.groups() == 1 || (usualGroups(w) && w.uniform() && !w.crowded());
        if (!plain && !named) {
            return -1;
        }
        if (Checksums.identity(w.digits())) {
            boolean doubtful =
                    !named && (student || label.is(Cue.THING_NO) || in.labels().inUrl(w.start()));
            return found(in, doubtful ? Certainty.PROBABLE : Certainty.VERIFIED);
        }
        boolean meant = label.isAny(Cue.TCKN, Cue.YKN) && label.distance() <= CLOSE_LABEL;
        boolean besideTc = label.is(Cue.TC);
        return (meant || besideTc) && (w.groups() == 1 || usualGroups(w)) ? found(in, Certainty.PROBABLE) : -1;
    }

    private static int found(ScannedText in, Certainty certainty) {
        NumberWindow w = in.window();
        boolean foreign = w.digits()[0] == 9 && w.digits()[1] >= 7;
        PersonalDataType type = foreign ? PersonalDataType.YKN : PersonalDataType.TCKN;
        in.add(type, certainty, w.value(DIGITS), w.start(), w.end());
        return w.last();
    }

    /** Long student numbers start with the year of admission; of identity numbers only a few in a hundred do. */
    private static boolean opensWithYear(NumberWindow w) {
        byte[] d = w.digits();
        int year = d[0] * 1000 + d[1] * 100 + d[2] * 10 + d[3];
        return year >= 1990 && year <= 2039;
    }

    /** The ways people write eleven digits in groups. */
    private static boolean usualGroups(NumberWindow w) {
        return w.grouped(3, 3, 3, 2)
                || w.grouped(3, 3, 5)
                || w.grouped(2, 3, 3, 3)
                || w.grouped(5, 6)
                || (w.spread() && w.alone());
    }

    /** Part of a longer code: letters stick to its front, or letters and more digits to its back; or an amount with decimals. */
    private static boolean glued(Folded text, NumberWindow w) {
        int start = w.start();
        if (Chars.isLetter(text.at(start - 1)) && !endsWithNo(text, start)) {
            return true;
        }
        boolean fraction = text.at(start - 1) == '.' && text.at(start - 2) == '0' && !Chars.isDigit(text.at(start - 3));
        int end = w.end();
        boolean amount = text.at(end) == ',' && Chars.isDigit(text.at(end + 1)) && decimals(text, end + 1);
        int afterLetters = text.skipLetters(end, LONGEST_SUFFIX);
        boolean code = afterLetters > end && Chars.isDigit(text.at(afterLetters));
        return fraction || amount || code;
    }

    /** One or two digits and no more: the decimals of an amount. */
    private static boolean decimals(Folded text, int from) {
        int i = from;
        while (Chars.isDigit(text.at(i)) && i - from < 3) {
            i++;
        }
        return i - from <= 2;
    }

    private static boolean endsWithNo(Folded text, int start) {
        return text.at(start - 1) == 'o' && text.at(start - 2) == 'n' && !Chars.isLetter(text.at(start - 3));
    }
}
