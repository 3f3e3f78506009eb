package org.peyk.examples.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** How long one thing took, many times. */
final class Times {

    private final long[] nanos;

    private Times(long[] nanos) {
        this.nanos = nanos;
    }

    /** Something to measure; the number says which time it is. */
    interface Work {
        void run(int number) throws Exception;
    }

    /** Runs it a third as often first, so that the machine is warm. */
    static Times of(int times, Work work) throws Exception {
        for (int i = 0; i < times / 3; i++) {
            work.run(i);
        }
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.run(i);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return new Times(nanos);
    }

    /** The time that a share of the runs did not exceed, in milliseconds. */
    double percentile(double share) {
        int index = (int) Math.ceil(share * nanos.length) - 1;
        return nanos[Math.max(0, index)] / 1e6;
    }

    /** One line of a table. */
    String line(String what) {
        return String.format(
                Locale.ROOT, "%-44s %8.2f %8.2f %8.2f", what, percentile(0.50), percentile(0.95), percentile(0.99));
    }
}
