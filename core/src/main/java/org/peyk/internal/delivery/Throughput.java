package org.peyk.internal.delivery;

import java.util.concurrent.TimeUnit;

/** Messages a second over the last minute, by a clock that never jumps. */
final class Throughput {

    private static final int SECONDS = 60;

    private final long[] buckets = new long[SECONDS];
    private final long begun = System.nanoTime();
    private long newest = -1;

    synchronized void count() {
        advance(second());
        buckets[(int) (newest % SECONDS)]++;
    }

    synchronized double perSecond() {
        long now = second();
        advance(now);
        long sum = 0;
        for (long b : buckets) {
            sum += b;
        }
        return (double) sum / Math.min(SECONDS, now + 1);
    }

    private long second() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    }

    private void advance(long to) {
        for (long s = Math.max(newest + 1, to - SECONDS + 1); s <= to; s++) {
            buckets[(int) (s % SECONDS)] = 0;
        }
        newest = Math.max(newest, to);
    }
}
