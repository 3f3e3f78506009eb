package org.peyk.smtp;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, and fails when it does not come. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Await() {}

    /** Lets time pass on the clock that ages are measured by. */
    static void time(Duration duration) {
        long start = System.nanoTime();
        until(() -> System.nanoTime() - start > duration.toNanos());
    }

    static void until(Callable<Boolean> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("did not happen within " + PATIENCE);
                }
                LockSupport.parkNanos(1_000_000);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
