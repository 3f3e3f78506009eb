package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Names of persons: capitalised words behind a title or a label, a known first name and what stands behind it, or any capitalised words
 * that end in an unmistakable surname. A name with an academic title or an office is ordinary in an announcement.
 */
final class NameDetector {

    private static final int LONGEST_NAME = 4;
    private static final int TITLE_REACH = 3;
    private static final int LONGEST_HEADING = 3;

    private final NameLexicon lexicon;

    NameDetector(NameLexicon lexicon) {
        this.lexicon = lexicon;
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
            boolean covered = cue < t.cues() && t.cueStart.get(cue) <= start && t.cue(cue) != Cue.AT && t.cue(cue) != Cue.DOT;
            if (covered || !promising(in, word, cue) || addresses.covers(start) || in.labels().inUrl(start)) {
                word++;
            } else {
                word += Math.max(1, nameAt(in, word, cue));
            }
        }
    }

    /** Whether it is worth a closer look whether a name starts with a word. */
    private boolean promising(ScannedText in, int word, int nextCue) {
        return isFirst(in, word)
                || announced(cueBefore(in, in.triggers().wordStart.get(word), nextCue))
                || surnameAhead(in, word)
                || opensField(in, word);
    }

    private static boolean announced(Cue before) {
        return before == Cue.TITLE || before == Cue.NAME;
    }

    /** Adds the name that starts with a word, if one does, and returns how many words were dealt with. */
    private int nameAt(ScannedText in, int word, int nextCue) {
        Cue before = cueBefore(in, in.triggers().wordStart.get(word), nextCue);
        int run = run(in, word);
        if (run == 1 && before == Cue.TITLE && surnameIsNoun(in, word)) {
            add(in, word, 2, true);
            return 2;
        }
        if (run < 2) {
            return 1;
        }
        if (announced(before)) {
            add(in, word, Math.min(run, LONGEST_NAME), before == Cue.TITLE);
            return run;
        }
        int length = plainName(in, word, run);
        if (length == 0) {
            candidate(in, word, run);
            return 1;
        }
        if (isPublic(in, word) || placeFollows(in, word + length)) {
            return length;
        }
        boolean office = before == Cue.ROLE || officeBehind(in, word + length - 1);
        add(in, word, length, office);
        return length;
    }

    /** How many words from here on stand side by side and may be one name. */
    private int run(ScannedText in, int word) {
        int run = 0;
        while (run <= LONGEST_NAME && word + run < in.triggers().words()) {
            in.work().step();
            if (run > 0 && !adjacent(in, word + run - 1)) {
                break;
            }
            if (run > 0 && endsName(in, word + run)) {
                break;
            }
            run++;
        }
        boolean opensWithNoun = run > 0 && !isFirst(in, word) && endsName(in, word);
        return opensWithNoun ? 0 : run;
    }

    /** Whether one of the next two words can hardly be anything but a surname. */
    private boolean surnameAhead(ScannedText in, int word) {
        Triggers t = in.triggers();
        for (int i = word; i < word + 2 && adjacent(in, i); i++) {
            if (lexicon.isSurelySurname(in.folded().chars(), t.wordStart.get(i + 1), t.wordEnd.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is the first of a field in a text that holds numbers, where unknown words may be a name. */
    private static boolean opensField(ScannedText in, int word) {
        return (in.triggers().groups() > 0 || in.surroundings().cell())
                && edge(in.folded(), in.triggers().wordStart.get(word) - 1, -1)
                && !(word > 0 && adjacent(in, word - 1));
    }

    /** Behind a title and a sure first name even a known noun is a surname, if nothing follows it. */
    private boolean surnameIsNoun(ScannedText in, int word) {
        boolean sure = (flags(in, word) & NameLexicon.COMMON_FIRST) != 0;
        return sure && adjacent(in, word) && !adjacent(in, word + 1);
    }

    private static boolean adjacent(ScannedText in, int word) {
        Triggers t = in.triggers();
        int end = t.wordEnd.get(word);
        if (word + 1 >= t.words()) {
            return false;
        }
        int gap = t.wordStart.get(word + 1) - end;
        char c = in.folded().at(end);
        if (gap == 1) {
            return c == ' ' || c == '-';
        }
        boolean initial = end - t.wordStart.get(word) == 1;
        return initial && gap == 2 && c == '.' && in.folded().at(end + 1) == ' ';
    }

    private int plainName(ScannedText in, int word, int run) {
        int first = flags(in, word);
        boolean caps = in.triggers().allCaps(word);
        boolean heading = caps && run > LONGEST_HEADING;
        if ((first & NameLexicon.COMMON_FIRST) != 0 && !heading) {
            boolean two = run >= 3 && (isFirst(in, word + 1) || isInitial(in, word + 1));
            return two ? 3 : 2;
        }
        if (NameLexicon.isFirstName(first)) {
            if (run >= 3 && isFirst(in, word + 1) && surnameShown(in, word, word + 2)) {
                return 3;
            }
            return surnameShown(in, word, word + 1) ? 2 : 0;
        }
        Triggers t = in.triggers();
        char[] chars = in.folded().chars();
        for (int i = 1; i < Math.min(run, 3); i++) {
            if (lexicon.isSurelySurname(chars, t.wordStart.get(word + i), t.wordEnd.get(word + i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** A surname shows itself by how it is built, or by capitals behind a first name without. */
    private boolean surnameShown(ScannedText in, int first, int word) {
        Triggers t = in.triggers();
        if (t.allCaps(word) && !t.allCaps(first) && t.wordEnd.get(word) - t.wordStart.get(word) >= 3) {
            return true;
        }
        return lexicon.looksLikeSurname(in.folded().chars(), t.wordStart.get(word), t.wordEnd.get(word));
    }

    private static boolean isInitial(ScannedText in, int word) {
        return in.triggers().wordEnd.get(word) - in.triggers().wordStart.get(word) == 1;
    }

    private boolean isFirst(ScannedText in, int word) {
        return NameLexicon.isFirstName(flags(in, word));
    }

    private int flags(ScannedText in, int word) {
        Triggers t = in.triggers();
        return lexicon.lookUp(in.folded().chars(), t.wordStart.get(word), t.wordEnd.get(word));
    }

    private boolean endsName(ScannedText in, int word) {
        Triggers t = in.triggers();
        return lexicon.endsName(in.folded().chars(), t.wordStart.get(word), t.wordEnd.get(word));
    }

    private boolean isPublic(ScannedText in, int word) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        String firstTwo = text.text(t.wordStart.get(word), t.wordEnd.get(word))
                + " "
                + text.text(t.wordStart.get(word + 1), t.wordEnd.get(word + 1));
        return lexicon.isPublicName(firstTwo);
    }

    private boolean placeFollows(ScannedText in, int word) {
        Triggers t = in.triggers();
        return word < t.words()
                && adjacent(in, word - 1)
                && lexicon.isPlace(in.folded().chars(), t.wordStart.get(word), t.wordEnd.get(word));
    }

    /** The title, office or label that ends right before a word. */
    private static Cue cueBefore(ScannedText in, int start, int nextCue) {
        Triggers t = in.triggers();
        for (int i = nextCue - 1; i >= 0 && start - t.cueEnd.get(i) <= TITLE_REACH; i--) {
            in.work().step();
            Cue cue = t.cue(i);
            boolean names = cue == Cue.TITLE || cue == Cue.ROLE || cue == Cue.NAME;
            if (names && bridges(in.folded(), t.cueEnd.get(i), start)) {
                boolean labelled = cue != Cue.NAME || in.folded().at(t.cueEnd.get(i)) == ':';
                return labelled ? cue : Cue.HONORIFIC;
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

    /** An office behind the name, in brackets, behind a comma or on the next line. */
    private static boolean officeBehind(ScannedText in, int lastWord) {
        Triggers t = in.triggers();
        int end = t.wordEnd.get(lastWord);
        for (int i = t.cueStart.firstAtLeast(end); i < t.cues() && t.cueStart.get(i) - end <= TITLE_REACH; i++) {
            in.work().step();
            if (t.cue(i) == Cue.ROLE || t.cue(i) == Cue.TITLE) {
                char c = in.folded().at(end);
                return c == ',' || c == '\n' || c == '(' || in.folded().at(end + 1) == '(' || in.folded().at(end + 1) == '-';
            }
        }
        return false;
    }

    private static void add(ScannedText in, int word, int length, boolean ordinary) {
        Hit hit = hit(in, word, length);
        in.hits().add(ordinary ? hit.markOrdinary() : hit);
    }

    private static Hit hit(ScannedText in, int word, int length) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        StringBuilder value = new StringBuilder();
        for (int i = word; i < word + length; i++) {
            value.append(value.isEmpty() ? "" : " ").append(text.text(t.wordStart.get(i), t.wordEnd.get(i)));
        }
        return new Hit(
                PersonalDataType.PERSON_NAME,
                Certainty.CONTEXTUAL,
                value.toString(),
                in.segment(),
                text,
                t.wordStart.get(word),
                t.wordEnd.get(word + length - 1));
    }

    /** Words that fill a field between separators may be a name that no list knows. */
    private static void candidate(ScannedText in, int word, int run) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        int start = t.wordStart.get(word);
        int end = t.wordEnd.get(word + run - 1);
        if (run <= LONGEST_NAME && edge(text, start - 1, -1) && edge(text, end, 1)) {
            in.nameCandidates().add(new NameCandidate(hit(in, word, run)));
        }
    }

    private static boolean edge(Folded text, int at, int direction) {
        char c = text.at(at);
        if (c == ' ') {
            char next = text.at(at + direction);
            return next == ' ' || next == '\n' || next == '-' || next == '|' || next == '(' || next == ')' || next == '.'
                    || Chars.isDigit(next) || next == ',' || next == ';' || next == ':';
        }
        return c == '\n' || c == '\t' || c == ';' || c == '|' || c == ',' || c == ':' || c == '(' || c == ')';
    }

    /** A cell whose column is headed as names: the whole cell is one, unless something in it was recognised already. */
    void cell(ScannedText in) {
        Folded text = in.folded();
        int from = 0;
        int to = text.length();
        while (from < to && !Chars.isLetter(text.at(from))) {
            from++;
        }
        while (to > from && !Chars.isLetter(text.at(to - 1))) {
            to--;
        }
        if (to - from < 2 || to - from > 60 || in.triggers().groups() > 0 || !onlyNames(in, from, to)) {
            return;
        }
        in.hits().add(new Hit(
                PersonalDataType.PERSON_NAME,
                Certainty.CONTEXTUAL,
                text.text(from, to).replace('.', ' ').replaceAll(" +", " "),
                in.segment(),
                text,
                from,
                to));
    }

    private boolean onlyNames(ScannedText in, int from, int to) {
        Folded text = in.folded();
        int wordStart = from;
        int words = 0;
        boolean firstNameSeen = false;
        for (int i = from; i <= to; i++) {
            if (i < to && Chars.isLetter(text.at(i))) {
                continue;
            }
            char c = i < to ? text.at(i) : ' ';
            if (c != ' ' && c != '-' && c != '.' && c != '\'') {
                return false;
            }
            boolean first = NameLexicon.isFirstName(lexicon.lookUp(text.chars(), wordStart, i));
            if (i > wordStart && !first && lexicon.endsName(text.chars(), wordStart, i)) {
                return false;
            }
            words += i > wordStart ? 1 : 0;
            firstNameSeen |= first;
            wordStart = i + 1;
        }
        return words > 1 || firstNameSeen;
    }
}
