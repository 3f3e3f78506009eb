package org.peyk.spi.tck;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** What a blocking call does when its thread is asked to stop. */
final class Interrupts {

    private Interrupts() {}

    /** A call that waits for ever ends with {@link InterruptedException} within the bound. */
    static void areAnswered(String what, Duration bound, Callable<?> stuck) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Crowd.Running<Throwable> running = Crowd.start(() -> {
            begun.countDown();
            try {
                stuck.call();
                return new AssertionError("the call did not wait");
            } catch (Exception e) {
                return e;
            }
        });
        assertThat(begun.await(bound.toNanos(), TimeUnit.NANOSECONDS)).isTrue();
        running.interrupt();
        assertThat(running.result(bound))
                .as("what an interrupted " + what + " ends with")
                .isInstanceOf(InterruptedException.class);
    }

    /** A call on a thread that is to stop ends with {@link InterruptedException}, or leaves the thread's mark as it is. */
    static void areNotSwallowed(String what, Duration bound, Callable<?> call) throws Exception {
        boolean known = Crowd.within(bound, () -> {
            Thread.currentThread().interrupt();
            try {
                call.call();
                return Thread.currentThread().isInterrupted();
            } catch (InterruptedException e) {
                return true;
            }
        });
        assertThat(known)
                .as(what + " leaves the thread's mark or throws InterruptedException")
                .isTrue();
    }
}
