package org.peyk.internal.difference;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The shortest way from one sequence to another, by Myers' method with the middle of the way found from both ends ("An O(ND) Difference
 * Algorithm and Its Variations", 1986, section 4b), so that memory grows with the length alone. The work is bounded: where two sequences have
 * too little in common to be compared within it, the rest of the one is taken out and the rest of the other put in.
 */
final class EditScript {

    /** Comparisons, some tenths of a second. */
    static final long MOST_WORK = 20_000_000;

    private final int[] a;
    private final int[] b;
    private final int[] forward;
    private final int[] backward;
    private final BitSet removed = new BitSet();
    private final BitSet added = new BitSet();
    private long work = MOST_WORK;

    private EditScript(int[] a, int[] b) {
        this.a = a;
        this.b = b;
        this.forward = new int[a.length + b.length + 3];
        this.backward = new int[a.length + b.length + 3];
    }

    static EditScript of(int[] a, int[] b) {
        EditScript s = new EditScript(a, b);
        s.compare(0, a.length, 0, b.length);
        return s;
    }

    boolean removed(int i) {
        return removed.get(i);
    }

    boolean added(int j) {
        return added.get(j);
    }

    /** Each half has half of the differences, so this nests no deeper than the logarithm of the length. */
    private void compare(int aFrom, int aTo, int bFrom, int bTo) {
        int i = aFrom;
        int j = bFrom;
        int iEnd = aTo;
        int jEnd = bTo;
        while (i < iEnd && j < jEnd && a[i] == b[j]) {
            i++;
            j++;
        }
        while (i < iEnd && j < jEnd && a[iEnd - 1] == b[jEnd - 1]) {
            iEnd--;
            jEnd--;
        }
        int[] middle = i == iEnd || j == jEnd ? NONE : middle(i, iEnd - i, j, jEnd - j);
        if (middle.length == 0) {
            removed.set(i, iEnd);
            added.set(j, jEnd);
        } else {
            compare(i, i + middle[0], j, j + middle[1]);
            compare(i + middle[2], iEnd, j + middle[3], jEnd);
        }
    }

    private static final int[] NONE = {};

    /** Beginning and end of the run of equal elements in the middle of the way; nothing when the work is used up. */
    private int[] middle(int aFrom, int n, int bFrom, int m) {
        Arrays.fill(forward, 0, n + m + 3, 0);
        Arrays.fill(backward, 0, n + m + 3, 0);
        work -= n + m;
        int zero = m + 1;
        int delta = n - m;
        boolean odd = (delta & 1) != 0;
        for (int d = 0; d <= (n + m + 1) / 2; d++) {
            for (int side = 0; side < 2; side++) {
                boolean ahead = side == 0;
                int[] here = ahead ? forward : backward;
                int[] there = ahead ? backward : forward;
                int reach = ahead ? d - 1 : d;
                int last = d - 2 * Math.max(0, d - n);
                for (int k = -(d - 2 * Math.max(0, d - m)); k <= last; k += 2) {
                    boolean down = k == -d || (k != d && here[zero + k - 1] < here[zero + k + 1]);
                    int x = down ? here[zero + k + 1] : here[zero + k - 1] + 1;
                    int x0 = x;
                    while (x < n && x - k < m && same(ahead, aFrom, n, bFrom, m, x, x - k)) {
                        x++;
                    }
                    here[zero + k] = x;
                    work -= 1 + x - x0;
                    int z = delta - k;
                    if (odd == ahead && z >= -reach && z <= reach && x + there[zero + z] >= n) {
                        return ahead
                                ? new int[] {x0, x0 - k, x, x - k}
                                : new int[] {n - x, m - (x - k), n - x0, m - (x0 - k)};
                    }
                }
                if (work < 0) {
                    return NONE;
                }
            }
        }
        throw new IllegalStateException("two ways that do not meet");
    }

    private boolean same(boolean ahead, int aFrom, int n, int bFrom, int m, int x, int y) {
        return ahead ? a[aFrom + x] == b[bFrom + y] : a[aFrom + n - 1 - x] == b[bFrom + m - 1 - y];
    }
}
