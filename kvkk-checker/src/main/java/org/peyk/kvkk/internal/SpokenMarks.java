package org.peyk.kvkk.internal;

import java.util.List;
import java.util.Set;
import org.peyk.kvkk.PersonalDataType;

/**
 * Marks in running text that speaks of marks: right behind a person, before a verb such as "aldı", behind one such as "got", or behind the word for an
 * examination.
 */
final class SpokenMarks {

    private static final int PERSON_GAP = 4;
    private static final int WORD_GAP = 3;
    private static final int MOST_DIGITS = 3;
    private static final int LONGEST_VERB = 12;

    private static final Set<String> BEHIND = Set.of(
            "puan",
            "puanla",
            "puani",
            "puanini",
            "puanlik",
            "aldi",
            "almis",
            "almistir",
            "alarak",
            "alan",
            "aldigi",
            "alip",
            "verildi",
            "verilmis",
            "verilmistir",
            "points");

    private static final Set<String> CHANGED = Set.of("yukselt", "yuksel", "dusur", "cikar", "duzelt", "indir");

    private static final Set<String> BEFORE = Set.of("got", "scored", "received", "obtained");

    private SpokenMarks() {}

    static void detect(ScannedText in, List<Statement> out) {
        in.hits().forEach(hit -> behindPerson(in, hit, out));
        in.numberCandidates().stream()
                .filter(NumberCandidate::yearLike)
                .forEach(candidate -> behindPerson(in, candidate.hit(), out));
        Triggers t = in.triggers();
        for (int g = 0; g < t.groups(); g++) {
            in.work().step();
            int start = t.groupStart.get(g);
            int end = GradeDetector.withDecimals(in, g);
            if (t.groupLength(g) <= MOST_DIGITS
                    && !partOfMore(in.folded(), start, end)
                    && (verbBehind(in.folded(), end)
                            || verbBefore(in.folded(), start)
                            || examinationBefore(in, start, end))
                    && GradeDetector.isMark(in, start, end)) {
                GradeDetector.add(in, start, end, out);
            }
        }
        fields(in, out);
        letters(in, out);
        behindCourses(in, out);
    }

    /** Numbers that fill a field of a line of fields that a person stands in: at least two digits, as one tells the year of study. */
    private static void fields(ScannedText in, List<Statement> out) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        for (int g = 0; g < t.groups(); g++) {
            in.work().step();
            int start = t.groupStart.get(g);
            int end = GradeDetector.withDecimals(in, g);
            if (end - start >= 2
                    && t.groupLength(g) <= MOST_DIGITS
                    && border(text, start, -1)
                    && border(text, end - 1, 1)
                    && GradeDetector.isMark(in, start, end)) {
                GradeDetector.add(in, start, end, out);
            }
        }
    }

    /** Whether a tab or a bar stands beside a character, perhaps behind a space. */
    private static boolean border(Folded text, int at, int direction) {
        char c = text.at(at + direction);
        if (c == ' ') {
            c = text.at(at + 2 * direction);
        }
        return c == '\t' || c == '|';
    }

    private static void behindPerson(ScannedText in, Hit person, List<Statement> out) {
        boolean key = person.type() == PersonalDataType.PERSON_NAME || Kinds.KEYS.contains(person.type());
        if (!key || person.ordinary()) {
            return;
        }
        Folded text = in.folded();
        int start = person.foldedEnd();
        while (start - person.foldedEnd() < PERSON_GAP && separates(text.at(start))) {
            in.work().step();
            start++;
        }
        int end = start;
        while (end - start <= 8 && (Chars.isLetterOrDigit(text.at(end)) || decimalAt(text, end))) {
            in.work().step();
            end++;
        }
        if (start > person.foldedEnd()
                && end > start
                && closed(text, end)
                && GradeDetector.isMark(in, start, end)
                && capitals(text, start, end)) {
            GradeDetector.add(in, start, end, out);
        }
    }

    private static boolean separates(char c) {
        return c == ' ' || c == ':' || c == '-' || c == '(' || c == '=' || c == ',';
    }

    private static boolean decimalAt(Folded text, int at) {
        return (text.at(at) == ',' || text.at(at) == '.')
                && Chars.isDigit(text.at(at - 1))
                && Chars.isDigit(text.at(at + 1));
    }

    /** A number that ends its field, and is no day, hour or share of something. */
    private static boolean closed(Folded text, int end) {
        char c = text.at(end);
        if (c == '.' || c == ',' || c == ';' || c == ')' || c == '|' || c == '\t') {
            return !Chars.isDigit(text.at(end + 1));
        }
        if (c != ' ') {
            return c == '\n';
        }
        char next = text.at(end + 1);
        return next == '-' || next == '\n' || next == '|' || next == '(' || verbBehind(text, end);
    }

    /** Marks in letters are written in capitals; words such as "kaldı" are not. */
    private static boolean capitals(Folded text, int start, int end) {
        return Chars.isDigit(text.at(start)) || end - start > 2 || Character.isUpperCase(text.original(start));
    }

    private static boolean partOfMore(Folded text, int start, int end) {
        char before = text.at(start - 1);
        char behind = text.at(end);
        boolean tiedBefore = (before == '.' || before == '/' || before == ':' || before == '-' || before == ',')
                && Chars.isLetterOrDigit(text.at(start - 2));
        boolean tiedBehind =
                (behind == '.' || behind == '/' || behind == ':' || behind == '-') && Chars.isDigit(text.at(end + 1));
        return tiedBefore || tiedBehind || Chars.isLetterOrDigit(before) || behind == '%';
    }

    private static boolean verbBehind(Folded text, int end) {
        if (text.at(end) == '\'') {
            return changed(text, end);
        }
        if (text.at(end) != ' ') {
            return false;
        }
        int from = Math.min(end + 1, text.length());
        int stop = Math.max(text.skipLetters(from, LONGEST_VERB), from);
        return BEHIND.contains(text.text(from, stop)) && !givenByTheWriter(text, stop);
    }

    /** "5 puan veririm" is the writer's opinion of a hotel or a lecture, nobody's mark; one that was given is told in the passive. */
    private static boolean givenByTheWriter(Folded text, int end) {
        if (text.at(end) != ' ') {
            return false;
        }
        String verb = text.text(end + 1, Math.max(text.skipLetters(end + 1, LONGEST_VERB), end + 1));
        return verb.startsWith("ver")
                && (verb.endsWith("um") || verb.endsWith("im") || verb.endsWith("uz") || verb.endsWith("iz"));
    }

    /** "60'a yükseltildi": what a mark was changed to. */
    private static boolean changed(Folded text, int end) {
        int suffixEnd = text.skipLetters(end + 1, 3);
        if (suffixEnd == end + 1 || text.at(suffixEnd) != ' ') {
            return false;
        }
        String verb = text.text(suffixEnd + 1, Math.max(text.skipLetters(suffixEnd + 1, LONGEST_VERB), suffixEnd + 1));
        return CHANGED.stream().anyMatch(verb::startsWith);
    }

    private static boolean verbBefore(Folded text, int start) {
        if (text.at(start - 1) != ' ') {
            return false;
        }
        int from = start - 1;
        while (start - from <= LONGEST_VERB && Chars.isLetter(text.at(from - 1))) {
            from--;
        }
        return BEFORE.contains(text.text(from, start - 1));
    }

    /** Behind "Vize" or "Final:", unless a word follows that makes it a day or a count; another examination may. */
    private static boolean examinationBefore(ScannedText in, int start, int end) {
        Folded text = in.folded();
        if (in.labels().distanceBack(Cue.GRADE_WORD, start, WORD_GAP) < 0) {
            return false;
        }
        int next = in.triggers().cueStart.firstAtLeast(end);
        boolean another = next < in.triggers().cues()
                && in.triggers().cueStart.get(next) - end <= WORD_GAP
                && (in.triggers().cue(next) == Cue.GRADE_WORD || in.triggers().cue(next) == Cue.GRADE);
        return another || closed(text, end);
    }

    /** Two letters behind the code of a course: MAT101 AA. */
    private static void behindCourses(ScannedText in, List<Statement> out) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        for (int g = 0; g < t.groups(); g++) {
            in.work().step();
            int start = t.groupEnd.get(g);
            while (start - t.groupEnd.get(g) < WORD_GAP && separates(text.at(start))) {
                start++;
            }
            boolean code = t.groupLength(g) >= 3
                    && t.groupLength(g) <= 4
                    && Chars.isLetter(text.at(t.groupStart.get(g) - (text.at(t.groupStart.get(g) - 1) == ' ' ? 2 : 1)));
            if (code
                    && start > t.groupEnd.get(g)
                    && twoCapitals(text, start)
                    && GradeDetector.isMark(in, start, start + 2)) {
                GradeDetector.add(in, start, start + 2, out);
            }
        }
    }

    private static boolean twoCapitals(Folded text, int start) {
        return Chars.isLetter(text.at(start))
                && Chars.isLetter(text.at(start + 1))
                && !Chars.isLetterOrDigit(text.at(start + 2))
                && Character.isUpperCase(text.original(start))
                && Character.isUpperCase(text.original(start + 1));
    }

    /** Two letters behind a word for a mark: notu AA. */
    private static void letters(ScannedText in, List<Statement> out) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        for (int i = 0; i < t.cues(); i++) {
            in.work().step();
            if (t.cue(i) != Cue.GRADE && t.cue(i) != Cue.GRADE_WORD) {
                continue;
            }
            int start = t.cueEnd.get(i);
            while (start - t.cueEnd.get(i) < WORD_GAP && separates(text.at(start))) {
                start++;
            }
            if (start > t.cueEnd.get(i) && twoCapitals(text, start) && GradeDetector.isMark(in, start, start + 2)) {
                GradeDetector.add(in, start, start + 2, out);
            }
        }
    }
}
