package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Dates that a label or a heading calls a date of birth, in figures or with the month in words, also without the year. */
final class BirthDateDetector implements NumberDetector {

    private static final int BEFORE = 6;
    private static final int BEHIND = 4;
    private static final int PLACE_BEHIND = 20;
    private static final int PLACE_AND_MARKS = 24;
    private static final int VERB_BEHIND = 40;
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
                || (t.cueMask & Cue.BIRTH_DATE.bit()) != 0
                || inBirthBracket(in.folded(), t.groupStart.get(group));
        if (!spoken || t.groupLength(group) > 4) {
            return -1;
        }
        int start = t.groupStart.get(group);
        int last = figures(in, group);
        int end = last >= 0 ? t.groupEnd.get(last) : 0;
        if (last < 0 && monthBefore(in.folded(), start) >= 0 && yearFollows(in, group)) {
            start = monthBefore(in.folded(), start);
            last = group + 1;
            end = t.groupEnd.get(last);
        } else if (last < 0) {
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
        if (!called(in, start, end)) {
            return -1;
        }
        in.add(PersonalDataType.BIRTH_DATE, Certainty.CONTEXTUAL, in.folded().text(start, end), start, end);
        return last;
    }

    /** Behind a name in brackets: (d. 12.05.2001). */
    private static boolean inBirthBracket(Folded text, int start) {
        int i = start - 1;
        if (text.at(i) == ' ') {
            i--;
        }
        if (text.at(i) == '.' || text.at(i) == ':') {
            i--;
        }
        return text.at(i) == 'd' && text.at(i - 1) == '(';
    }

    private static boolean yearFollows(ScannedText in, int group) {
        Triggers t = in.triggers();
        return t.groupLength(group) <= 2
                && group + 1 < t.groups()
                && t.groupLength(group + 1) == 4
                && t.groupStart.get(group + 1) - t.groupEnd.get(group) == 2
                && in.folded().at(t.groupEnd.get(group)) == ',';
    }

    /** Where the month starts that stands before a day, as in English, or -1. */
    private static int monthBefore(Folded text, int start) {
        if (text.at(start - 1) != ' ') {
            return -1;
        }
        int from = start - 1;
        while (start - from <= 10 && Chars.isLetter(text.at(from - 1))) {
            from--;
        }
        String word = text.text(from, start - 1);
        for (String month : MONTHS) {
            if (month.equals(word)) {
                return from;
            }
        }
        return -1;
    }

    private static boolean called(ScannedText in, int start, int end) {
        if (in.surroundings().under(Cue.BIRTH_DATE)
                || in.labels().distanceBack(Cue.BIRTH_DATE, start, BEFORE) >= 0
                || behindPlace(in, start)
                || inBirthBracket(in.folded(), start)
                || tellsOfBirth(in, end)) {
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

    /** Behind a label for place and date together, with the place between: Doğum Yeri ve Tarihi: Sivas, 12.05.2001. */
    private static boolean behindPlace(ScannedText in, int start) {
        int distance = in.labels().distanceBack(Cue.BIRTH_DATE, start, PLACE_AND_MARKS);
        if (distance <= BEFORE) {
            return false;
        }
        Folded text = in.folded();
        int i = start - distance;
        int words = 0;
        while (i < start) {
            if (!Chars.isLetter(text.at(i))) {
                if (text.at(i) == '\n' || text.at(i) == '.') {
                    return false;
                }
                i++;
                continue;
            }
            i = text.skipLetters(i, start - i);
            words++;
        }
        return words <= 1
                && !Chars.isLetter(text.at(start - 1))
                && (text.at(start - 1) == '/'
                        || text.at(start - 2) == ','
                        || text.at(start - 2) == '/'
                        || text.at(start - 2) == '-');
    }

    /** "12.05.2001 tarihinde Sivas'ta doğmuştur": the verb ends the same sentence, and no other date stands between. */
    private static boolean tellsOfBirth(ScannedText in, int end) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        boolean onThatDay = text.at(end) == '\''
                || (text.at(end) == ' '
                        && text.text(Math.min(end + 1, text.length()), Math.min(end + 7, text.length()))
                                .equals("tarihi"));
        if (!onThatDay) {
            return false;
        }
        int i = t.cueStart.firstAtLeast(end);
        while (i < t.cues() && t.cueStart.get(i) - end <= VERB_BEHIND && t.cue(i) != Cue.BIRTH_DATE) {
            in.work().step();
            i++;
        }
        if (i >= t.cues() || t.cueStart.get(i) - end > VERB_BEHIND) {
            return false;
        }
        int next = t.groupStart.firstAtLeast(end);
        boolean numberBetween = next < t.groups() && t.groupStart.get(next) < t.cueStart.get(i);
        return !numberBetween && !Sentences.endsIn(text, end, t.cueStart.get(i));
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
