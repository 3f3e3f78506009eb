package org.peyk.kvkk.internal;

/**
 * The one pass over a folded text. Each character takes one step of the term automaton and may open or close a digit group or a capitalised
 * word; nothing is looked at twice, whatever the text is made of.
 */
final class Pass {

    /** A gap between the words of a term that is longer than this ends the term. */
    private static final int LONGEST_GAP = 4;

    /** A suffix is read no further than this when the end of a labelling word is looked for. */
    private static final int LONGEST_SUFFIX = 24;

    private static final byte[] SYMBOLS = new byte[128];

    static {
        for (char c = 0; c < 128; c++) {
            SYMBOLS[c] = (byte) TermAutomaton.symbol(c);
        }
    }

    private final Cues cues;
    private final TermAutomaton automaton;

    Pass(Cues cues) {
        this.cues = cues;
        this.automaton = cues.automaton();
    }

    void run(Folded text, Triggers out) {
        out.clear();
        char[] chars = text.chars();
        int n = text.length();
        int start = automaton.start();
        int state = start;
        int gap = 1;
        for (int i = 0; i < n; i++) {
            char c = chars[i];
            int symbol = c < 128 ? SYMBOLS[c] : TermAutomaton.symbol(c);
            if (symbol != TermAutomaton.GAP) {
                if (gap > 0) {
                    gap = 0;
                    if (Chars.isUpper(text.original(i)) && (i == 0 || !Chars.isLetterOrDigit(chars[i - 1]))) {
                        openWord(text, i, out);
                    }
                }
                state = automaton.step(state, symbol);
                if (state == TermAutomaton.LOST) {
                    i = behindWord(chars, i + 1, n) - 1;
                } else if (automaton.reports(state)) {
                    report(text, state, i + 1, out);
                }
                continue;
            }
            if (gap == 0) {
                state = automaton.step(state, TermAutomaton.GAP);
                if (automaton.reports(state)) {
                    report(text, state, i, out);
                }
            }
            gap++;
            if (c >= '0' && c <= '9') {
                i = digits(chars, i, n, out);
                state = start;
            } else if (c == '@') {
                out.at.add(i);
                state = start;
            } else if (gap > LONGEST_GAP || c == '\t' || c == ';' || c == '|') {
                state = start;
            } else if (c == ':' && i + 2 < n && chars[i + 1] == '/' && chars[i + 2] == '/') {
                url(chars, i, n, out);
            }
        }
        if (gap == 0) {
            state = automaton.step(state, TermAutomaton.GAP);
            if (automaton.reports(state)) {
                report(text, state, n, out);
            }
        }
        dropContained(out);
    }

    private static int behindWord(char[] chars, int from, int n) {
        int i = from;
        while (i < n) {
            char c = chars[i];
            if (c < 128 ? SYMBOLS[c] == TermAutomaton.GAP : !Chars.isLetter(c)) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Records a digit group and returns its last position. */
    private static int digits(char[] chars, int from, int n, Triggers out) {
        int i = from + 1;
        while (i < n && chars[i] >= '0' && chars[i] <= '9') {
            i++;
        }
        out.groupStart.add(from);
        out.groupEnd.add(i);
        return i - 1;
    }

    /** Records how far a web address goes; one inside another is part of it. */
    private static void url(char[] chars, int from, int n, Triggers out) {
        int known = out.urlEnd.size();
        if (known > 0 && from < out.urlEnd.get(known - 1)) {
            return;
        }
        int i = from;
        while (i < n && chars[i] > ' ' && chars[i] != '<' && chars[i] != '>' && chars[i] != '"') {
            i++;
        }
        out.urlStart.add(from);
        out.urlEnd.add(i);
    }

    private static void openWord(Folded text, int from, Triggers out) {
        int end = behindWord(text.chars(), from, text.length());
        // a word in capitals shows it in its second and in its last letter
        boolean caps =
                end - from > 1 && Chars.isUpper(text.original(from + 1)) && Chars.isUpper(text.original(end - 1));
        out.wordStart.add(from);
        out.wordEnd.add(end);
        out.wordFlags.add(caps ? Triggers.ALL_CAPS : 0);
        out.wordKnown.add(0);
    }

    private void report(Folded text, int state, int end, Triggers out) {
        for (int term : automaton.outputs(state)) {
            int kind = cues.cueOf(term);
            out.cueStart.add(startOf(text, end, automaton.length(term)));
            out.cueEnd.add(text.skipLetters(end, LONGEST_SUFFIX));
            out.cueKind.add(kind);
        }
    }

    /** Walks back over the letters and gaps of a term; a gap may be up to {@link #LONGEST_GAP} long. */
    private static int startOf(Folded text, int end, int length) {
        int i = end;
        for (int symbols = 0; symbols < length; symbols++) {
            i--;
            if (!Chars.isLetter(text.at(i))) {
                while (!Chars.isLetter(text.at(i - 1))) {
                    i--;
                }
            }
        }
        return i;
    }

    /** A term inside a longer one says nothing of its own: "kimlik no" in "vergi kimlik no". */
    private static void dropContained(Triggers out) {
        int n = out.cues();
        int kept = n;
        int outerStart = Integer.MAX_VALUE;
        int i = n - 1;
        while (i >= 0) {
            int end = out.cueEnd.get(i);
            int least = outerStart;
            int next = i;
            while (next >= 0 && out.cueEnd.get(next) == end) {
                least = Math.min(least, out.cueStart.get(next));
                next--;
            }
            for (int k = i; k > next; k--) {
                if (out.cueStart.get(k) == least && least < outerStart) {
                    kept--;
                    out.cueStart.set(kept, least);
                    out.cueEnd.set(kept, end);
                    out.cueKind.set(kept, out.cueKind.get(k));
                    out.cueMask |= 1L << out.cueKind.get(k);
                }
            }
            outerStart = least;
            i = next;
        }
        shift(out.cueStart, kept, n);
        shift(out.cueEnd, kept, n);
        shift(out.cueKind, kept, n);
    }

    private static void shift(IntList list, int from, int to) {
        for (int i = from; i < to; i++) {
            list.set(i - from, list.get(i));
        }
        list.truncate(to - from);
    }
}
