package org.peyk.kvkk.internal;

import java.util.Arrays;

/**
 * A text in folded form, with the way back: each folded character knows where it came from, so that what is found in the folded text can be
 * shown, counted and masked in the original. The buffers are used again for the next text. Not thread-safe.
 */
final class Folded {

    private static final int STRETCH = 512;

    /** Larger buffers are not kept for the next text. */
    private static final int KEPT = 1 << 15;

    private char[] raw = new char[256];
    private int rawLength;
    private char[] chars = new char[256];
    private int length;
    /** Original index of each folded character; meaningless while {@link #identity} holds. */
    private int[] origins = new int[0];

    private boolean identity = true;
    private int base;

    /** Folds a text. Linear in its length. */
    void set(CharSequence text) {
        set(text, 0);
    }

    /** Folds a piece of a longer text, in which it starts at {@code from}. */
    void set(CharSequence text, int from) {
        base = from;
        rawLength = text.length();
        if (raw.length < rawLength) {
            raw = new char[rawLength + (rawLength >> 2)];
        }
        text.toString().getChars(0, rawLength, raw, 0);
        if (chars.length < rawLength) {
            chars = new char[raw.length];
        }
        int i = foldEvenly(raw, chars, rawLength);
        length = i;
        identity = i == rawLength;
        if (!identity) {
            foldUnevenly(i);
        }
    }

    /**
     * Folds as long as each character becomes one, and returns how far that went. A loop that does not look at what it does is the fastest, so that it
     * looks once for each stretch.
     */
    private static int foldEvenly(char[] from, char[] to, int length) {
        int i = 0;
        while (i < length) {
            int end = Math.min(length, i + STRETCH);
            int highest = 0;
            for (int k = i; k < end; k++) {
                char folded = Chars.fold(from[k]);
                to[k] = folded;
                highest = Math.max(highest, folded);
            }
            if (highest >= Chars.SPECIAL) {
                while (to[i] < Chars.SPECIAL) {
                    i++;
                }
                return i;
            }
            i = end;
        }
        return length;
    }

    /** Forgets the text, and says whether the buffers are small enough to be kept for another one. */
    boolean forget() {
        Arrays.fill(raw, 0, Math.min(raw.length, KEPT), '\0');
        Arrays.fill(chars, 0, Math.min(chars.length, KEPT), '\0');
        rawLength = 0;
        length = 0;
        return raw.length <= KEPT && chars.length <= KEPT;
    }

    /** The rest of a text in which folded and original positions differ, from the first character that is not one to one. */
    private void foldUnevenly(int from) {
        if (origins.length < chars.length) {
            origins = new int[chars.length];
        }
        for (int i = 0; i < from; i++) {
            origins[i] = i;
        }
        int n = from;
        for (int i = from; i < rawLength; i++) {
            char c = raw[i];
            char folded = Chars.fold(c);
            if (folded < Chars.SPECIAL) {
                chars[n] = folded;
                origins[n++] = i;
            } else if (folded == Chars.EXPAND) {
                String letters = Chars.expansion(c);
                makeRoom(n, letters.length() + rawLength - i);
                for (int k = 0; k < letters.length(); k++) {
                    chars[n] = letters.charAt(k);
                    origins[n++] = i;
                }
            } else if (folded == Chars.SURROGATE) {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < rawLength && Character.isLowSurrogate(raw[i + 1]);
                char f = pair ? Chars.foldSupplementary(Character.toCodePoint(c, raw[i + 1])) : Chars.SYMBOL;
                if (f != Chars.DROP) {
                    chars[n] = f;
                    origins[n++] = i;
                }
                i += pair ? 1 : 0;
            }
        }
        length = n;
    }

    /** Only ligatures make a text longer; whatever follows the next one needs at most one place each. */
    private void makeRoom(int used, int needed) {
        if (used + needed > chars.length) {
            int size = used + needed + (used >> 1);
            chars = Arrays.copyOf(chars, size);
            origins = Arrays.copyOf(origins, size);
        }
    }

    /** The folded characters; only the first {@link #length()} count. Belongs to this object. */
    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** The folded character, or a line break before the start and after the end. */
    char at(int i) {
        return i < 0 || i >= length ? '\n' : chars[i];
    }

    /** Where a folded character starts in the original. */
    int start(int i) {
        return base + (identity ? i : origins[i]);
    }

    /** Where a folded character ends in the original, exclusive, with the marks that follow it. */
    int end(int i) {
        if (identity) {
            return base + i + 1;
        }
        int p = origins[i];
        boolean pair = Character.isHighSurrogate(raw[p]) && p + 1 < rawLength && Character.isLowSurrogate(raw[p + 1]);
        p += pair ? 2 : 1;
        while (p < rawLength && Chars.isMark(raw[p])) {
            p++;
        }
        return base + p;
    }

    /** The original character from which a folded one came; the first half of one outside the BMP. */
    char original(int i) {
        return raw[identity ? i : origins[i]];
    }

    /** A piece of the folded text. */
    String text(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** The first position from {@code from} on that holds no letter, at most {@code limit} further. */
    int skipLetters(int from, int limit) {
        int i = from;
        while (i < length && i - from < limit && Chars.isLetter(chars[i])) {
            i++;
        }
        return i;
    }

    /** Whether a range holds an empty line, which ends a paragraph. */
    boolean hasBlankLine(int from, int to) {
        boolean lineEmpty = false;
        for (int i = Math.max(0, from); i < Math.min(to, length); i++) {
            char c = chars[i];
            if (c == '\n') {
                if (lineEmpty) {
                    return true;
                }
                lineEmpty = true;
            } else if (c != ' ') {
                lineEmpty = false;
            }
        }
        return false;
    }

    /** Whether a range holds a line break. */
    boolean hasLineBreak(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, length); i++) {
            if (chars[i] == '\n') {
                return true;
            }
        }
        return false;
    }
}
