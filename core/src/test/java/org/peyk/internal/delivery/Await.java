package org.peyk.internal.delivery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/** Waiting for what other threads do: looks often, and gives up loudly. */
public final class Await {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT_NANOS;
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waiting until " + what).isNegative();
            try {
                assertThat(never.await(2, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while waiting until " + what, e);
            }
        }
    }

    static void latch(CountDownLatch latch, String what) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS))
                    .as("waiting until " + what)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting until " + what, e);
        }
    }
}
