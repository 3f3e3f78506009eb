package org.peyk.kvkk.internal;

import java.util.Arrays;

/** A growing list of ints that is used again and again. */
final class IntList {

    private static final int FIRST = 32;
    private static final int[] NONE = {};

    private int[] values = NONE;
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(FIRST, size * 2));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Cuts the list. */
    void truncate(int newSize) {
        size = newSize;
    }

    /** The first index whose value is at least {@code value}; the list must be in ascending order. */
    int firstAtLeast(int value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (values[mid] < value) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }
}
