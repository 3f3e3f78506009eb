package org.peyk.kvkk.internal;

/**
 * What one pass over a folded text noticed: digit groups, at signs, known terms, capitalised words. The detectors look at these alone and
 * at the few characters around them. Positions are those of the folded text. Not thread-safe; used again for the next text.
 */
final class Triggers {

    /** The word is written in capitals throughout. */
    static final int ALL_CAPS = 1;

    private static final int SMALL = 1 << 13;

    /** The name of a person opens with the word. */
    static final int OPENS_NAME = 2;

    /** The word is part of the name of a person. */
    static final int IN_NAME = 4;

    final IntList groupStart = new IntList();
    final IntList groupEnd = new IntList();
    final IntList at = new IntList();
    final IntList cueStart = new IntList();
    final IntList cueEnd = new IntList();
    final IntList cueKind = new IntList();
    final IntList wordStart = new IntList();
    final IntList wordEnd = new IntList();
    final IntList wordFlags = new IntList();
    /** What {@link NameWords} found out of each word so far, so that no word is looked up twice. */
    final IntList wordKnown = new IntList();

    final IntList urlStart = new IntList();
    final IntList urlEnd = new IntList();

    /** All cues of the text, one bit each. */
    long cueMask;

    /** Whether the lists are small enough to be kept for another text. */
    boolean small() {
        return cueStart.size() <= SMALL
                && wordStart.size() <= SMALL
                && groupStart.size() <= SMALL
                && at.size() <= SMALL;
    }

    void clear() {
        groupStart.clear();
        groupEnd.clear();
        at.clear();
        cueStart.clear();
        cueEnd.clear();
        cueKind.clear();
        wordStart.clear();
        wordEnd.clear();
        wordFlags.clear();
        wordKnown.clear();
        urlStart.clear();
        urlEnd.clear();
        cueMask = 0;
    }

    int groups() {
        return groupStart.size();
    }

    int groupLength(int group) {
        return groupEnd.get(group) - groupStart.get(group);
    }

    int cues() {
        return cueStart.size();
    }

    Cue cue(int index) {
        return Cue.of(cueKind.get(index));
    }

    int words() {
        return wordStart.size();
    }

    /** Notes that words are the name of a person. */
    void markName(int word, int length) {
        for (int i = word; i < Math.min(word + length, words()); i++) {
            wordFlags.set(i, wordFlags.get(i) | IN_NAME | (i == word ? OPENS_NAME : 0));
        }
    }

    /** Whether the word that starts at a position has a flag. */
    boolean wordAt(int position, int flag) {
        int word = wordStart.firstAtLeast(position);
        return word < words() && wordStart.get(word) == position && (wordFlags.get(word) & flag) != 0;
    }

    boolean allCaps(int word) {
        return (wordFlags.get(word) & ALL_CAPS) != 0;
    }
}
