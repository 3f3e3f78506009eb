package org.peyk.kvkk.internal;

/** Where a long text may be cut: behind an empty line, a line, a sentence or at least a word, so that nothing that belongs together is parted. */
final class Pieces {

    private static final int LOOKED_AT = 1 << 14;

    private Pieces() {}

    /** The last good place to cut at or before {@code to}; {@code to} itself when there is none near. */
    static int cut(CharSequence text, int from, int to) {
        int least = Math.max(from + 1, to - LOOKED_AT);
        int line = -1;
        int sentence = -1;
        int word = -1;
        for (int i = to; i > least; i--) {
            char before = text.charAt(i - 1);
            if (before == '\n') {
                if (text.charAt(i - 2) == '\n') {
                    return i;
                }
                line = line < 0 ? i : line;
            } else if (before == ' ' && sentence < 0) {
                word = word < 0 ? i : word;
                sentence = sentenceEnds(text, i - 2) ? i : sentence;
            }
        }
        if (line >= 0) {
            return line;
        }
        if (sentence >= 0 || word >= 0) {
            return sentence >= 0 ? sentence : word;
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static boolean sentenceEnds(CharSequence text, int at) {
        char c = text.charAt(at);
        return c == '.' || c == '!' || c == '?' || c == ';';
    }
}
