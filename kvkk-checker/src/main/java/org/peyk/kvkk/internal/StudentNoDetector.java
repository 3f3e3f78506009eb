package org.peyk.kvkk.internal;

import java.util.Set;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Student numbers. No national form exists, so a number is one when it has a shape that the rules name, or a label or heading says so; one that
 * nothing names is kept as a candidate, for a list of its like may still tell. Asked last, when no other detector wants the number.
 */
final class StudentNoDetector implements NumberDetector {

    private static final int LEAST_LABELLED = 5;
    private static final int LEAST = 7;
    private static final int MOST = 12;
    private static final int CLOSE = 6;
    private static final int LINE_START = 8;
    private static final int SERIES_GAP = 6;
    private static final Set<String> SERIES = Set.of(",", ";", "ve", "and", "ile", "-", "/", "&");

    @Override
    public int detect(ScannedText in, int group) {
        int byPattern = byPattern(in, group);
        if (byPattern >= 0) {
            return byPattern;
        }
        NumberWindow w = in.window();
        int size = in.triggers().groupLength(group);
        if (size > MOST || (size < LEAST && !w.tied(group) && size < LEAST_LABELLED)) {
            return -1;
        }
        int start = in.triggers().groupStart.get(group);
        int end = in.triggers().groupEnd.get(group);
        int tokenStart = letterPrefix(in.folded(), start);
        if (tokenStart < 0 || Chars.isDigit(in.folded().at(tokenStart - 1))) {
            return -1;
        }
        Label label = in.labels().of(tokenStart, end, group);
        if (label.is(Cue.STUDENT_NO)) {
            return labelled(in, group, tokenStart, label);
        }
        if (label.isNone()
                && yearLike(in.folded(), start)
                && size >= LEAST
                && !w.tied(group)
                && behindStudent(in, tokenStart)) {
            return found(in, group, group, tokenStart);
        }
        boolean otherwiseNamed = !label.isNone() && !label.is(Cue.NAME);
        boolean candidate = size >= LEAST && !otherwiseNamed && !w.tied(group) && !suffixed(in.folded(), end);
        if (candidate && !in.labels().inUrl(start) && !in.surroundings().underOtherHeading()) {
            keep(in, tokenStart, start, end);
        }
        return -1;
    }

    /** "Öğrenci 2021...", "Öğrenci: 2021...". */
    private static boolean behindStudent(ScannedText in, int start) {
        int distance = in.labels().distanceBack(Cue.STUDENT, start, 2);
        return in.folded().at(start - 1) == ' '
                && (distance == 1 || (distance == 2 && in.folded().at(start - 2) == ':'));
    }

    private static int labelled(ScannedText in, int group, int tokenStart, Label label) {
        NumberWindow w = in.window();
        int size = in.triggers().groupLength(group);
        if (!w.tied(group)) {
            return size >= LEAST_LABELLED ? found(in, group, group, tokenStart) : -1;
        }
        if (label.distance() > CLOSE) {
            return -1;
        }
        for (int total = MOST; total >= LEAST; total--) {
            if (w.fit(group, total) && w.uniform()) {
                return found(in, group, w.last(), tokenStart);
            }
        }
        return -1;
    }

    private static int found(ScannedText in, int first, int last, int tokenStart) {
        int end = in.triggers().groupEnd.get(last);
        in.add(
                PersonalDataType.STUDENT_NO,
                Certainty.CONTEXTUAL,
                compact(in.folded(), tokenStart, end),
                tokenStart,
                end);
        return Math.max(first, last);
    }

    private static int byPattern(ScannedText in, int group) {
        Folded text = in.folded();
        int start = in.triggers().groupStart.get(group);
        for (char[] pattern : in.rules().studentPatterns()) {
            int lead = 0;
            while (lead < pattern.length && pattern[lead] != '#' && !Chars.isDigit(pattern[lead])) {
                lead++;
            }
            int from = start - lead;
            int to = from + pattern.length;
            if (!Chars.isLetterOrDigit(text.at(from - 1))
                    && !Chars.isLetterOrDigit(text.at(to))
                    && fits(in, pattern, from)
                    && !otherThing(in, from, to, group)) {
                int last = group;
                while (last + 1 < in.triggers().groups()
                        && in.triggers().groupStart.get(last + 1) < to) {
                    last++;
                }
                return found(in, group, last, from);
            }
        }
        return -1;
    }

    private static boolean fits(ScannedText in, char[] pattern, int from) {
        Folded text = in.folded();
        for (int i = 0; i < pattern.length; i++) {
            in.work().step();
            char c = text.at(from + i);
            boolean fits = switch (pattern[i]) {
                case '#' -> Chars.isDigit(c);
                case '@' -> Chars.isLetter(c);
                default -> c == pattern[i];
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean otherThing(ScannedText in, int from, int to, int group) {
        Label label = in.labels().of(from, to, group);
        return label.isAny(Cue.THING_NO, Cue.PHONE) || label.isOtherId();
    }

    /** Where the number starts with its letter, if it has one; -1 when more than one letter sticks to it. */
    private static int letterPrefix(Folded text, int start) {
        char before = text.at(start - 1);
        if (before == '-' || before == '/' || before == '_' || before == '.' || before == ',') {
            // ties it to letters in front, as in DT-1184327; a bullet or a dash after a space does not
            return Chars.isLetterOrDigit(text.at(start - 2)) ? -1 : start;
        }
        if (!Chars.isLetter(before)) {
            return start;
        }
        return Chars.isLetterOrDigit(text.at(start - 2)) || text.at(start - 2) == '-' ? -1 : start - 1;
    }

    /** Letters and digits glued behind it make it a code of something else; an apostrophe starts a Turkish suffix. */
    private static boolean suffixed(Folded text, int end) {
        return Chars.isLetter(text.at(end)) || (text.at(end) == ',' && Chars.isDigit(text.at(end + 1)));
    }

    private static void keep(ScannedText in, int tokenStart, int start, int end) {
        Folded text = in.folded();
        String value = text.text(tokenStart, end);
        Hit hit =
                new Hit(PersonalDataType.STUDENT_NO, Certainty.CONTEXTUAL, value, in.segment(), text, tokenStart, end);
        NumberCandidate candidate = new NumberCandidate(hit, opensLine(in, tokenStart), yearLike(text, start));
        Hit before = in.lastNumber();
        if (before != null && inSeries(in, before, hit)) {
            candidate.putInSeries();
            in.numberCandidates().stream()
                    .skip(Math.max(0, in.numberCandidates().size() - 1))
                    .filter(c -> c.hit() == before)
                    .forEach(NumberCandidate::putInSeries);
        }
        in.numberCandidates().add(candidate);
    }

    /** Whether a number goes on with the one before it: the same shape, and a comma or a word for and between. */
    private static boolean inSeries(ScannedText in, Hit before, Hit hit) {
        int from = before.foldedEnd();
        int to = hit.foldedStart();
        if (to - from > SERIES_GAP
                || to <= from
                || !NumberCandidate.shapeOf(before.value()).equals(NumberCandidate.shapeOf(hit.value()))) {
            return false;
        }
        String between = in.folded().text(from, to).strip();
        return SERIES.contains(between);
    }

    private static boolean opensLine(ScannedText in, int start) {
        Folded text = in.folded();
        for (int i = start - 1; i >= start - LINE_START; i--) {
            in.work().step();
            char c = text.at(i);
            if (c == '\n') {
                return true;
            }
            if (Chars.isLetter(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean yearLike(Folded text, int start) {
        int two = (text.at(start) - '0') * 10 + (text.at(start + 1) - '0');
        int four = two * 100 + (text.at(start + 2) - '0') * 10 + (text.at(start + 3) - '0');
        return (two >= 5 && two <= 39) || (four >= 1990 && four <= 2039);
    }

    private static String compact(Folded text, int from, int to) {
        StringBuilder b = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (Chars.isLetterOrDigit(text.at(i))) {
                b.append(text.at(i));
            }
        }
        return b.toString();
    }
}
