package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Names of persons: capitalised words behind a title or a label, a known first name and what stands behind it, or any capitalised words
 * that end in an unmistakable surname. A name with an academic title or an office is ordinary in an announcement.
 */
final class NameDetector {

    private static final int TITLE_REACH = 3;
    private static final int LONGEST_IN_CAPITALS = 3;
    private static final int SHORT_CODE = 3;

    private final NameWords words;

    NameDetector(NameLexicon lexicon) {
        this.words = new NameWords(lexicon);
    }

    void detect(ScannedText in, EmailDetector addresses) {
        Triggers t = in.triggers();
        int cue = 0;
        int word = 0;
        while (word < t.words()) {
            int start = t.wordStart.get(word);
            while (cue < t.cues() && t.cueEnd.get(cue) <= start) {
                cue++;
            }
            boolean looked = !covered(t, cue, start) && promising(in, word, cue);
            if (looked && !addresses.covers(start) && !in.labels().inUrl(start)) {
                word += Math.max(1, nameAt(in, word, cue));
            } else {
                word++;
            }
        }
    }

    /** Whether a word is part of a known term, such as a title, and so none of a name. */
    private static boolean covered(Triggers t, int cue, int start) {
        return cue < t.cues() && t.cueStart.get(cue) <= start && !t.cue(cue).mayBeInName();
    }

    /** Whether it is worth a closer look whether a name starts with a word. */
    private boolean promising(ScannedText in, int word, int nextCue) {
        return words.isFirst(in, word)
                || announced(cueBefore(in, in.triggers().wordStart.get(word), nextCue))
                || words.surnameAhead(in, word)
                || words.surnameFirst(in, word)
                || opensField(in, word);
    }

    /** Whether what stands before makes a name of any capitalised words. */
    private static boolean announced(Cue before) {
        return before == Cue.TITLE || before == Cue.NAME;
    }

    /** Adds the name that starts with a word, if one does, and returns how many words were dealt with. */
    private int nameAt(ScannedText in, int word, int nextCue) {
        Cue before = cueBefore(in, in.triggers().wordStart.get(word), nextCue);
        int run = withoutCode(in, word, words.run(in, word));
        if (run == 1 && before == Cue.TITLE && surnameIsNoun(in, word)) {
            add(in, word, 2, true);
            return 2;
        }
        if (run < 2) {
            return run == 1 ? alone(in, word) : 1;
        }
        if (announced(before)) {
            add(in, word, Math.min(run, NameWords.LONGEST_NAME), before == Cue.TITLE);
            return run;
        }
        int length = plainName(in, word, run);
        if (length == 0) {
            candidate(in, word, run);
            return 1;
        }
        length = NameWords.withHyphened(in, word, length);
        if (words.isPublicFigure(in, word) || words.placeFollows(in, word + length - 1)) {
            return length;
        }
        add(in, word, length, before == Cue.ROLE || officeBehind(in, word + length - 1));
        return length;
    }

    /** A first name before a form of address, or a surname before a comma and a first name. */
    private int alone(ScannedText in, int word) {
        if (words.isCommonFirst(in, word) && !words.surnameFirst(in, word)) {
            int end = NameWords.addressedEnd(in, word);
            if (end > 0) {
                // known to few, and named as one does in an announcement: only what is said of the person matters
                Hit hit = hit(in, word, in.triggers().wordStart.get(word), end);
                in.triggers().markName(word, 1);
                in.hits().add(hit.markAbbreviated().markOrdinary());
            }
            return 1;
        }
        if (!words.surnameFirst(in, word)) {
            return 1;
        }
        in.hits()
                .add(hit(
                        in,
                        word,
                        in.triggers().wordStart.get(word),
                        in.triggers().wordEnd.get(word + 1)));
        return 2;
    }

    private static Hit hit(ScannedText in, int word, int start, int end) {
        boolean turned = end
                        == in.triggers()
                                .wordEnd
                                .get(Math.min(word + 1, in.triggers().words() - 1))
                && in.folded().at(in.triggers().wordEnd.get(word)) == ',';
        String value = turned
                ? NameWords.value(in, word + 1, 1) + " " + NameWords.value(in, word, 1)
                : in.folded().text(start, end);
        return new Hit(
                PersonalDataType.PERSON_NAME, Certainty.CONTEXTUAL, value, in.segment(), in.folded(), start, end);
    }

    /** A mark, a label or a code of a few capitals behind a name that is written otherwise is none of it: Ayse Yilmaz BB. */
    private static int withoutCode(ScannedText in, int word, int run) {
        int last = word + run - 1;
        Triggers t = in.triggers();
        boolean code = run >= 3
                && run <= NameWords.LONGEST_NAME
                && t.allCaps(last)
                && t.wordEnd.get(last) - t.wordStart.get(last) <= SHORT_CODE
                && !t.allCaps(last - 1)
                && !NameWords.isInitial(in, last - 1);
        return code ? run - 1 : run;
    }

    /** Behind a title and a sure first name even a known noun is a surname, if nothing follows it. */
    private boolean surnameIsNoun(ScannedText in, int word) {
        return words.isCommonFirst(in, word) && NameWords.adjacent(in, word) && !NameWords.adjacent(in, word + 1);
    }

    /** How many words of a run are a name that nothing announces; 0 when they are none. */
    private int plainName(ScannedText in, int word, int run) {
        boolean heading = in.triggers().allCaps(word) && run > LONGEST_IN_CAPITALS;
        if (words.isCommonFirst(in, word) && !heading) {
            boolean two = run >= 3 && (words.isFirst(in, word + 1) || NameWords.isInitial(in, word + 1));
            return two ? 3 : 2;
        }
        if (words.isFirst(in, word)) {
            if (run >= 3 && words.isFirst(in, word + 1) && words.surnameShown(in, word, word + 2)) {
                return 3;
            }
            return words.surnameShown(in, word, word + 1) ? 2 : 0;
        }
        for (int i = 1; i < Math.min(run, 3); i++) {
            if (words.isSurelySurname(in, word + i)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The title, office or label that ends right before a word; {@link Cue#HONORIFIC}, which says nothing, when there is none. */
    private static Cue cueBefore(ScannedText in, int start, int nextCue) {
        Triggers t = in.triggers();
        for (int i = nextCue - 1; i >= 0 && start - t.cueEnd.get(i) <= TITLE_REACH; i--) {
            in.work().step();
            Cue cue = t.cue(i);
            boolean names = cue == Cue.TITLE || cue == Cue.ROLE || cue == Cue.NAME;
            if (names && bridges(in.folded(), t.cueEnd.get(i), start)) {
                boolean label = cue == Cue.NAME;
                return label && in.folded().at(t.cueEnd.get(i)) != ':' ? Cue.HONORIFIC : cue;
            }
        }
        return Cue.HONORIFIC;
    }

    private static boolean bridges(Folded text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.at(i);
            if (c != ' ' && c != '.' && c != ':' && c != ',' && c != '\n' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** An office behind the name, in brackets, behind a comma or a dash, or on the next line. */
    private static boolean officeBehind(ScannedText in, int lastWord) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        int end = t.wordEnd.get(lastWord);
        for (int i = t.cueStart.firstAtLeast(end); i < t.cues() && t.cueStart.get(i) - end <= TITLE_REACH; i++) {
            in.work().step();
            if (t.cue(i) == Cue.ROLE || t.cue(i) == Cue.TITLE) {
                char c = text.at(end) == ' ' ? text.at(end + 1) : text.at(end);
                return c == ',' || c == '\n' || c == '(' || c == '-';
            }
        }
        return false;
    }

    private static void add(ScannedText in, int word, int length, boolean ordinary) {
        Hit hit = hit(in, word, length);
        int last = word + length - 1;
        if (isAbbreviation(in, last) || (NameWords.adjacent(in, last) && isAbbreviation(in, last + 1))) {
            hit.markAbbreviated();
        }
        in.triggers().markName(word, length);
        in.hits().add(ordinary ? hit.markOrdinary() : hit);
    }

    private static boolean isAbbreviation(ScannedText in, int word) {
        return NameWords.isInitial(in, word)
                && in.folded().at(in.triggers().wordEnd.get(word)) == '.';
    }

    private static Hit hit(ScannedText in, int word, int length) {
        Triggers t = in.triggers();
        return new Hit(
                PersonalDataType.PERSON_NAME,
                Certainty.CONTEXTUAL,
                NameWords.value(in, word, length),
                in.segment(),
                in.folded(),
                t.wordStart.get(word),
                t.wordEnd.get(word + length - 1));
    }

    /** Whether a word is the first of a field in a text that holds numbers, where unknown words may be a name. */
    private static boolean opensField(ScannedText in, int word) {
        return (in.triggers().groups() > 0 || in.surroundings().cell())
                && edge(in.folded(), in.triggers().wordStart.get(word) - 1, -1)
                && !(word > 0 && NameWords.adjacent(in, word - 1));
    }

    /** Words that fill a field between separators may be a name that no list knows. */
    private static void candidate(ScannedText in, int word, int run) {
        Triggers t = in.triggers();
        int start = t.wordStart.get(word);
        int end = t.wordEnd.get(word + run - 1);
        boolean field = edge(in.folded(), start - 1, -1) && edge(in.folded(), end, 1);
        if (field && run <= NameWords.LONGEST_NAME) {
            in.nameCandidates().add(new NameCandidate(hit(in, word, run)));
        }
    }

    /** Whether a field ends here, seen in a direction: a separator, or a space with a separator, a number or another space behind. */
    private static boolean edge(Folded text, int at, int direction) {
        char c = text.at(at);
        if (c == ' ') {
            char next = text.at(at + direction);
            return next == ' ' || next == '-' || next == '.' || separates(next) || Chars.isDigit(next);
        }
        return separates(c);
    }

    private static boolean separates(char c) {
        return c == '\n' || c == '\t' || c == ';' || c == '|' || c == ',' || c == ':' || c == '(' || c == ')';
    }
}
