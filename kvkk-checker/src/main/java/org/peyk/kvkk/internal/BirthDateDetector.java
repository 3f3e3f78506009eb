package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Dates that a label or a heading calls a date of birth, in figures or with the month in words, also without the year. */
final class BirthDateDetector implements NumberDetector {

    private static final int BEFORE = 6;
    private static final int BEHIND = 4;
    private static final int PLACE_BEHIND = 20;
    private static final String[] MONTHS = {
        "ocak",
        "subat",
        "mart",
        "nisan",
        "mayis",
        "haziran",
        "temmuz",
        "agustos",
        "eylul",
        "ekim",
        "kasim",
        "aralik",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };

    @Override
    public int detect(ScannedText in, int group) {
        Triggers t = in.triggers();
        boolean spoken = in.surroundings().under(Cue.BIRTH_DATE)
                || (in.surroundings().leftCues() & Cue.BIRTH_DATE.bit()) != 0
                || (t.cueMask & Cue.BIRTH_DATE.bit()) != 0;
        if (!spoken || t.groupLength(group) > 4) {
            return -1;
        }
        int last = figures(in, group);
        int end = last >= 0 ? t.groupEnd.get(last) : 0;
        if (last < 0) {
            end = monthInWords(in, t.groupEnd.get(group));
            if (end < 0 || t.groupLength(group) > 2) {
                return -1;
            }
            last = group;
            boolean year =
                    group + 1 < t.groups() && t.groupStart.get(group + 1) == end + 1 && t.groupLength(group + 1) == 4;
            if (year) {
                last = group + 1;
                end = t.groupEnd.get(last);
            }
        }
        int start = t.groupStart.get(group);
        if (!called(in, start, end)) {
            return -1;
        }
        in.add(PersonalDataType.BIRTH_DATE, Certainty.CONTEXTUAL, in.folded().text(start, end), start, end);
        return last;
    }

    private static boolean called(ScannedText in, int start, int end) {
        if (in.surroundings().under(Cue.BIRTH_DATE) || in.labels().distanceBack(Cue.BIRTH_DATE, start, BEFORE) >= 0) {
            return true;
        }
        Triggers t = in.triggers();
        for (int i = t.cueStart.firstAtLeast(end); i < t.cues() && t.cueStart.get(i) - end <= PLACE_BEHIND; i++) {
            in.work().step();
            int distance = t.cueStart.get(i) - end;
            if (t.cue(i) == Cue.BIRTH_DATE && (distance <= BEHIND || oneWord(in.folded(), end, t.cueStart.get(i)))) {
                return true;
            }
        }
        return in.surroundings().cell() && (in.surroundings().leftCues() & Cue.BIRTH_DATE.bit()) != 0;
    }

    /** Whether a single word stands between, which is the place: 12.05.2001 Tirebolu dogumlu. */
    private static boolean oneWord(Folded text, int from, int to) {
        return text.at(from) == ' ' && text.skipLetters(from + 1, to - from) == to - 1 && text.at(to - 1) == ' ';
    }

    /** The last of three groups that are a date in figures, or -1. */
    private static int figures(ScannedText in, int group) {
        Triggers t = in.triggers();
        if (group + 2 >= t.groups()) {
            return -1;
        }
        int a = t.groupLength(group);
        int b = t.groupLength(group + 1);
        int c = t.groupLength(group + 2);
        boolean sizes = (a <= 2 && b <= 2 && (c == 4 || c == 2)) || (a == 4 && b <= 2 && c <= 2);
        return sizes && joined(in, group) && joined(in, group + 1) ? group + 2 : -1;
    }

    private static boolean joined(ScannedText in, int group) {
        Triggers t = in.triggers();
        int end = t.groupEnd.get(group);
        char c = in.folded().at(end);
        return t.groupStart.get(group + 1) == end + 1 && (c == '.' || c == '/' || c == '-' || c == ' ');
    }

    /** Where the month ends that stands behind a day, or -1. */
    private static int monthInWords(ScannedText in, int end) {
        Folded text = in.folded();
        int from = text.at(end) == '.' ? end + 1 : end;
        if (text.at(from) != ' ') {
            return -1;
        }
        int to = text.skipLetters(from + 1, 10);
        String word = text.text(Math.min(from + 1, text.length()), to);
        for (String month : MONTHS) {
            if (month.equals(word)) {
                return to;
            }
        }
        return -1;
    }
}
