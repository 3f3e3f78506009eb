package org.peyk.kvkk.document.internal.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that belongs together though it may be written in many places: a paragraph of many runs. */
final class Unit {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Value> values = new ArrayList<>();
    private int[] offsets = new int[16];

    static Unit of(Value value) {
        Unit unit = new Unit();
        unit.add(value, 0, value.length());
        return unit;
    }

    void add(Value value, int from, int to) {
        String all = value.text();
        for (int i = from; i < to; i++) {
            put(all.charAt(i), value, i);
        }
    }

    /** A character that is no letter of the file, such as a line break. */
    void add(char c) {
        put(c, null, 0);
    }

    private void put(char c, @Nullable Value value, int offset) {
        if (offsets.length == text.length()) {
            offsets = java.util.Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[text.length()] = offset;
        text.append(c);
        values.add(value);
    }

    boolean isBlank() {
        return text.toString().isBlank();
    }

    String text() {
        return text.toString();
    }

    /** Puts the black letters of a copy in the place of those here. */
    void blacken(int at, String copy) {
        for (int i = 0; i < copy.length() && at + i < text.length(); i++) {
            Value value = values.get(at + i);
            if (copy.charAt(i) == Black.INK && value != null) {
                value.set(offsets[at + i], Black.INK);
                text.setCharAt(at + i, Black.INK);
            }
        }
    }
}
