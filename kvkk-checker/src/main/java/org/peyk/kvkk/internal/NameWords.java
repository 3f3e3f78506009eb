package org.peyk.kvkk.internal;

import java.util.List;

/** What the name detector asks about the capitalised words of a text: which stand side by side, and what each may be in a name. */
final class NameWords {

    /** Words that a name has at most. */
    static final int LONGEST_NAME = 4;

    private static final int LEXICON_FLAGS = 0xFF;
    private static final int FLAGS_KNOWN = 0x100;
    private static final int END_KNOWN = 0x200;
    private static final int ENDS = 0x400;
    private static final int SURNAME_KNOWN = 0x800;
    private static final int SURELY = 0x1000;

    private static final int LONGEST_ADDRESS = 12;
    private static final int LONGEST_CASE = 3;
    private static final List<String> ADDRESSES = List.of("hanim", "bey", "hoca");

    private final NameLexicon lexicon;

    NameWords(NameLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** How many words from here on stand side by side and may be one name; one more than a name has when there are too many. */
    int run(ScannedText in, int word) {
        if (!isFirst(in, word) && endsName(in, word)) {
            return 0;
        }
        int run = 1;
        while (run <= LONGEST_NAME && adjacent(in, word + run - 1) && !endsName(in, word + run)) {
            in.work().step();
            run++;
        }
        return run;
    }

    /** Whether the next word stands right behind a word, as first name and surname do; an initial has a dot. */
    static boolean adjacent(ScannedText in, int word) {
        Triggers t = in.triggers();
        if (word + 1 >= t.words()) {
            return false;
        }
        int end = t.wordEnd.get(word);
        int gap = t.wordStart.get(word + 1) - end;
        char c = in.folded().at(end);
        if (gap == 1) {
            return c == ' ' || c == '-' || c == '_';
        }
        return gap == 2 && isInitial(in, word) && c == '.' && in.folded().at(end + 1) == ' ';
    }

    /** The length of a name with the words that hyphens tie to its last one. */
    static int withHyphened(ScannedText in, int word, int length) {
        int longer = length;
        while (longer <= LONGEST_NAME
                && adjacent(in, word + longer - 1)
                && in.folded().at(in.triggers().wordEnd.get(word + longer - 1)) == '-') {
            longer++;
        }
        return longer;
    }

    static boolean isInitial(ScannedText in, int word) {
        return in.triggers().wordEnd.get(word) - in.triggers().wordStart.get(word) == 1;
    }

    /** What the lexicon knows of a word. */
    int flags(ScannedText in, int word) {
        Triggers t = in.triggers();
        int known = t.wordKnown.get(word);
        if ((known & FLAGS_KNOWN) == 0) {
            int flags = lexicon.lookUp(in.folded().chars(), t.wordStart.get(word), t.wordEnd.get(word));
            known |= FLAGS_KNOWN | (flags & LEXICON_FLAGS);
            t.wordKnown.set(word, known);
        }
        return known & LEXICON_FLAGS;
    }

    boolean isFirst(ScannedText in, int word) {
        return NameLexicon.isFirstName(flags(in, word));
    }

    boolean isCommonFirst(ScannedText in, int word) {
        return (flags(in, word) & NameLexicon.COMMON_FIRST) != 0;
    }

    private boolean endsName(ScannedText in, int word) {
        Triggers t = in.triggers();
        int known = t.wordKnown.get(word);
        if ((known & END_KNOWN) == 0) {
            boolean ends = lexicon.endsName(in.folded().chars(), t.wordStart.get(word), t.wordEnd.get(word));
            known |= END_KNOWN | (ends ? ENDS : 0);
            t.wordKnown.set(word, known);
        }
        return (known & ENDS) != 0;
    }

    boolean isSurelySurname(ScannedText in, int word) {
        Triggers t = in.triggers();
        int known = t.wordKnown.get(word);
        if ((known & SURNAME_KNOWN) == 0) {
            boolean surely = lexicon.isSurelySurname(in.folded().chars(), t.wordStart.get(word), t.wordEnd.get(word));
            known |= SURNAME_KNOWN | (surely ? SURELY : 0);
            t.wordKnown.set(word, known);
        }
        return (known & SURELY) != 0;
    }

    /** Whether one of the next two words can hardly be anything but a surname. */
    boolean surnameAhead(ScannedText in, int word) {
        for (int i = word; i < word + 2 && adjacent(in, i); i++) {
            if (isSurelySurname(in, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word shows itself as a surname: by how it is built, or by capitals behind a first name without. */
    boolean surnameShown(ScannedText in, int first, int word) {
        Triggers t = in.triggers();
        int start = t.wordStart.get(word);
        int end = t.wordEnd.get(word);
        if (t.allCaps(word) && !t.allCaps(first) && end - start >= 3) {
            return true;
        }
        return lexicon.looksLikeSurname(in.folded().chars(), start, end);
    }

    /** Where a form of address ends that stands behind a first name: Ayşe Hanım, Mehmet Bey'in; 0 when none does. */
    static int addressedEnd(ScannedText in, int word) {
        Folded text = in.folded();
        int end = in.triggers().wordEnd.get(word);
        if (text.at(end) != ' ') {
            return 0;
        }
        int stop = text.skipLetters(end + 1, LONGEST_ADDRESS);
        String next = text.text(Math.min(end + 1, text.length()), Math.max(stop, Math.min(end + 1, text.length())));
        for (String address : ADDRESSES) {
            if (next.startsWith(address) && next.length() - address.length() <= LONGEST_CASE) {
                return end + 1 + address.length();
            }
        }
        return 0;
    }

    /** Whether a line or a field opens with a surname, a comma and a first name that nothing follows: YILMAZ, Ayşe. */
    boolean surnameFirst(ScannedText in, int word) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        int start = t.wordStart.get(word);
        int end = t.wordEnd.get(word);
        if (text.at(end) != ','
                || text.at(end + 1) != ' '
                || word + 1 >= t.words()
                || t.wordStart.get(word + 1) != end + 2) {
            return false;
        }
        char before = text.at(start - 1) == ' ' ? text.at(start - 2) : text.at(start - 1);
        boolean opens = before == '\n'
                || before == '\t'
                || before == '|'
                || before == ';'
                || Chars.isDigit(before)
                || before == '.'
                || before == '-'
                || before == ':';
        return opens
                && isCommonFirst(in, word + 1)
                && !adjacent(in, word + 1)
                && lexicon.looksLikeSurname(text.chars(), start, end);
    }

    /** Whether two words are a public figure's whom places, days and works are named after. */
    boolean isPublicFigure(ScannedText in, int word) {
        return lexicon.isPublicName(value(in, word, 2));
    }

    /** Whether a word goes on with a name, so that a place or a thing is meant by it. */
    boolean placeFollows(ScannedText in, int lastWord) {
        Triggers t = in.triggers();
        return adjacent(in, lastWord)
                && lexicon.isPlace(in.folded().chars(), t.wordStart.get(lastWord + 1), t.wordEnd.get(lastWord + 1));
    }

    /** Words, folded, with single spaces between. */
    static String value(ScannedText in, int word, int count) {
        Triggers t = in.triggers();
        StringBuilder value = new StringBuilder();
        for (int i = word; i < word + count; i++) {
            value.append(value.isEmpty() ? "" : " ").append(in.folded().text(t.wordStart.get(i), t.wordEnd.get(i)));
        }
        return value.toString();
    }
}
