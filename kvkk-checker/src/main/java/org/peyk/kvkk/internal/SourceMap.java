package org.peyk.kvkk.internal;

/** Says from where in an HTML source each stretch of a text came. Filled once, then only read. */
public final class SourceMap {

    /** Nothing is known. */
    static final SourceMap NONE = new SourceMap();

    private final IntList textStart = new IntList();
    private final IntList sourceStart = new IntList();
    /** End in the source of a stretch whose characters do not match one by one, such as one with entities; -1 for the others. */
    private final IntList sourceEnd = new IntList();

    void exact(int text, int source) {
        add(text, source, -1);
    }

    void whole(int text, int source, int end) {
        add(text, source, end);
    }

    private void add(int text, int source, int end) {
        textStart.add(text);
        sourceStart.add(source);
        sourceEnd.add(end);
    }

    /**
     * Where a character came from.
     *
     * @param index index in the text
     * @return index in the source, that of its text node when it is not known better, or -1
     */
    public int start(int index) {
        int run = textStart.firstAtLeast(index + 1) - 1;
        if (run < 0 || sourceStart.get(run) < 0) {
            return -1;
        }
        return sourceEnd.get(run) >= 0 ? sourceStart.get(run) : sourceStart.get(run) + index - textStart.get(run);
    }

    /**
     * Where a character that came from somewhere ends there.
     *
     * @param index index in the text
     * @return index after it in the source, that after its text node when it is not known better, or -1
     */
    public int end(int index) {
        int run = textStart.firstAtLeast(index + 1) - 1;
        if (run < 0 || sourceStart.get(run) < 0) {
            return -1;
        }
        return sourceEnd.get(run) >= 0 ? sourceEnd.get(run) : sourceStart.get(run) + index - textStart.get(run) + 1;
    }
}
