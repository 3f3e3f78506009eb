package org.peyk.kvkk.document.internal.pdf;

import java.util.ArrayList;
import java.util.List;

/** A line of a page: groups of words with wide gaps between them, as the cells of a table have. */
final class Line {
    /** A gap that is wider than a letter is high parts cells; between words, even justified ones, it is narrower. */
    private static final float CELL_GAP = 1.0f;

    private final List<Word> groups = new ArrayList<>();
    private final float baseline;
    private float size;

    Line(float baseline) {
        this.baseline = baseline;
    }

    private Line(Word group) {
        this.baseline = group.baseline();
        this.size = group.size();
        groups.add(group);
    }

    void add(Word word) {
        size = Math.max(size, word.size());
        if (!groups.isEmpty()) {
            int last = groups.size() - 1;
            Word before = groups.get(last);
            float gap = word.left() - before.right();
            if (gap < CELL_GAP * Math.max(word.size(), before.size())) {
                groups.set(
                        last,
                        new Word(
                                before.text() + " " + word.text(),
                                Math.min(before.left(), word.left()),
                                Math.max(before.right(), word.right()),
                                baseline,
                                Math.max(before.size(), word.size())));
                return;
            }
        }
        groups.add(word);
    }

    List<Word> groups() {
        return groups;
    }

    /** The line's groups as lines of their own. */
    List<Line> split() {
        return groups.stream().map(Line::new).toList();
    }

    float baseline() {
        return baseline;
    }

    float size() {
        return size;
    }

    float left() {
        return groups.get(0).left();
    }

    float right() {
        return groups.get(groups.size() - 1).right();
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Word group : groups) {
            text.append(text.isEmpty() ? "" : "\t").append(group.text());
        }
        return text.toString();
    }
}
