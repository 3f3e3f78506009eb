package org.peyk.internal.thread;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.peyk.PeykException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that does its round every now and then, and at once when it is woken. A round that fails is logged by its code and done
 * again next time.
 */
public final class PeriodicThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicThread.class);

    /** How long a round may go on after close, before its thread is interrupted; and how long after that. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final Duration interval;
    private final Duration rest;
    private final Runnable round;
    private final Object lock = new Object();
    private @Nullable Thread thread;
    private boolean woken;
    private boolean closed;

    /**
     * Makes a thread that is not started.
     *
     * @param interval the longest time between two rounds; positive
     */
    public PeriodicThread(String name, Duration interval, Runnable round) {
        this(name, interval, Duration.ZERO, round);
    }

    /**
     * Makes a thread that is not started.
     *
     * @param interval the longest time between two rounds; positive
     * @param rest the shortest time between two rounds, however often it is woken, so that one round does the work of many calls
     */
    public PeriodicThread(String name, Duration interval, Duration rest, Runnable round) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("interval must be positive");
        }
        this.name = name;
        this.interval = interval;
        this.rest = rest;
        this.round = round;
    }

    /** Starts the thread; a second start does nothing. */
    public void start() {
        synchronized (lock) {
            if (thread == null && !closed) {
                Thread t = new Thread(this::run, name);
                t.setDaemon(true);
                thread = t;
                t.start();
            }
        }
    }

    /** Has a round done soon, also one more after the one that is running. */
    public void wake() {
        synchronized (lock) {
            woken = true;
            lock.notifyAll();
        }
    }

    /** Lets a running round end, for a while, and interrupts it then. */
    @Override
    public void close() {
        Thread t;
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
            t = thread;
        }
        if (t == null || t == Thread.currentThread()) {
            return;
        }
        try {
            t.join(GRACE.toMillis());
            if (t.isAlive()) {
                t.interrupt();
                t.join(GRACE.toMillis());
            }
        } catch (InterruptedException e) {
            t.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                once();
            } while (pause());
        } catch (InterruptedException e) {
            // close is the only one who interrupts
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            round.run();
        } catch (PeykException e) {
            LOG.warn("{}: round of {} failed; done again in {}", e.code().code(), name, interval);
        } catch (RuntimeException | Error e) {
            // without its message, which may hold what it worked on
            LOG.warn(
                    "round of {} failed with {}; done again in {}",
                    name,
                    e.getClass().getName(),
                    interval);
        }
    }

    /** Waits for the next round; false when there is none. */
    private boolean pause() throws InterruptedException {
        long end = System.nanoTime() + interval.toNanos();
        synchronized (lock) {
            while (!woken && !closed) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            long earliest = end - interval.toNanos() + rest.toNanos();
            for (long left = earliest - System.nanoTime(); left > 0 && !closed; left = earliest - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            woken = false;
            return !closed;
        }
    }
}
