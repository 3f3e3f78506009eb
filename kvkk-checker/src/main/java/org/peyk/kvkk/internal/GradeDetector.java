package org.peyk.kvkk.internal;

import java.util.List;
import java.util.Set;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Marks and scores: right behind a word for them, at the end of a line of a list of marks, or below a heading. */
final class GradeDetector {

    private static final int LABEL_REACH = 3;
    private static final int LONGEST_LINE = 160;
    private static final int MOST = 100;
    private static final long MARKS = Cue.GRADE.bit() | Cue.GRADE_WORD.bit();
    private static final Set<String> LETTERS = Set.of(
            "aa",
            "ba",
            "bb",
            "cb",
            "cc",
            "dc",
            "dd",
            "fd",
            "ff",
            "gr",
            "dz",
            "na",
            "vf",
            "bz",
            "yz",
            "girmedi",
            "devamsiz",
            "basarili",
            "basarisiz",
            "gecti",
            "kaldi",
            "muaf");

    private GradeDetector() {}

    /** Adds the marks of a text to a list of statements, each to be tied to a person. */
    static void detect(ScannedText in, boolean marksMentioned, List<Statement> out) {
        if (in.surroundings().cell()) {
            cell(in, out);
            return;
        }
        if ((in.triggers().cueMask & Cue.GRADE.bit()) != 0) {
            labelled(in, out);
        }
        if (marksMentioned) {
            linesOf(in, out);
            SpokenMarks.detect(in, out);
        }
    }

    private static void cell(ScannedText in, List<Statement> out) {
        boolean headed = (in.surroundings().headingCues() & MARKS) != 0;
        int length = in.folded().length();
        if (headed && length > 0 && length <= 12 && isMark(in, 0, length)) {
            add(in, 0, length, out);
        }
    }

    private static void labelled(ScannedText in, List<Statement> out) {
        Triggers t = in.triggers();
        int behind = 0;
        for (int g = 0; g < t.groups(); g++) {
            in.work().step();
            int start = t.groupStart.get(g);
            if (start < behind) {
                continue;
            }
            int end = withDecimals(in, g);
            behind = end;
            if (in.labels().distanceBack(Cue.GRADE, start, LABEL_REACH) >= 0 && isMark(in, start, end)) {
                add(in, start, end, out);
            }
        }
    }

    static int withDecimals(ScannedText in, int group) {
        Triggers t = in.triggers();
        int end = t.groupEnd.get(group);
        char c = in.folded().at(end);
        boolean decimals = (c == ',' || c == '.')
                && group + 1 < t.groups()
                && t.groupStart.get(group + 1) == end + 1
                && t.groupLength(group + 1) <= 2;
        return decimals ? t.groupEnd.get(group + 1) : end;
    }

    /** The last field of each line that starts with a person. */
    private static void linesOf(ScannedText in, List<Statement> out) {
        Folded text = in.folded();
        int behindLast = -1;
        for (int i = 0; i < in.hits().size() + in.numberCandidates().size(); i++) {
            boolean isHit = i < in.hits().size();
            Hit person = isHit
                    ? in.hits().get(i)
                    : in.numberCandidates().get(i - in.hits().size()).hit();
            boolean key = person.type() == PersonalDataType.PERSON_NAME || Kinds.KEYS.contains(person.type());
            if (!key || person.ordinary()) {
                continue;
            }
            int end = person.foldedEnd();
            while (end - person.foldedEnd() < LONGEST_LINE && text.at(end) != '\n') {
                in.work().step();
                end++;
            }
            while (end > person.foldedEnd() && text.at(end - 1) == ' ') {
                end--;
            }
            int start = end;
            while (start > person.foldedEnd() && partOfMark(text.at(start - 1))) {
                start--;
            }
            boolean apart = start > person.foldedEnd() || (start == person.foldedEnd() && start < end);
            if (apart && end > start && start != behindLast && text.at(start - 1) <= '|' && isMark(in, start, end)) {
                add(in, start, end, out);
                behindLast = start;
            }
        }
    }

    private static boolean partOfMark(char c) {
        return Chars.isLetterOrDigit(c) || c == ',' || c == '.';
    }

    static boolean isMark(ScannedText in, int from, int to) {
        Folded text = in.folded();
        if (Chars.isLetter(text.at(from))) {
            return LETTERS.contains(text.text(from, to));
        }
        int whole = 0;
        int at = from;
        while (at < to && Chars.isDigit(text.at(at)) && at - from < 4) {
            whole = whole * 10 + (text.at(at) - '0');
            at++;
        }
        boolean decimals = at < to && (text.at(at) == ',' || text.at(at) == '.');
        int decimalsFrom = at + 1;
        if (decimals) {
            at++;
            while (at < to && Chars.isDigit(text.at(at))) {
                at++;
            }
        }
        boolean anyDecimals = !decimals || (at > decimalsFrom && at - decimalsFrom <= 5);
        return at == to && at > from && whole <= MOST && anyDecimals && !Chars.isDigit(text.at(from - 1));
    }

    static void add(ScannedText in, int start, int end, List<Statement> out) {
        String value = in.folded().text(start, end);
        Hit hit = new Hit(PersonalDataType.GRADE, Certainty.CONTEXTUAL, value, in.segment(), in.folded(), start, end);
        out.add(new Statement(hit, false, false, false));
    }
}
