package org.peyk.spi.tck;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.GateAnswer;

/**
 * A feed for tests: gives deliveries to one session, writes down what the session does, and notes every step that {@link DeliveryFeed}
 * does not allow.
 *
 * <p>The methods of {@link DeliveryFeed} are for the session's thread; all others may be called from any thread, also while the session
 * runs. A violation is noted, not thrown, so that the session goes on and everything it does wrong is seen.
 */
public final class RecordingFeed implements DeliveryFeed {
    private final Deque<Delivery> waiting;
    private final FeedRecord record;
    private final int window;
    private final boolean unhurried;
    private final Predicate<Delivery> withdraw;
    private final Predicate<Delivery> interruptAtGate;
    private final Predicate<Delivery> failAtGate;
    private final Consumer<Delivery> beforeGate;
    private boolean open;
    private boolean idle;

    RecordingFeed(RecordingFeedBuilder builder) {
        this.waiting = new ArrayDeque<>(builder.deliveries);
        this.record = new FeedRecord(builder.window);
        this.window = builder.window;
        this.unhurried = builder.unhurried;
        this.withdraw = builder.withdraw;
        this.interruptAtGate = builder.interruptAtGate;
        this.failAtGate = builder.failAtGate;
        this.beforeGate = builder.beforeGate;
        this.open = builder.open;
    }

    /**
     * A feed that has all its deliveries ready, proceeds at each gate, allows one delivery in flight, and ends after the last one.
     *
     * @param deliveries what it gives, in this order; each with an id of its own
     * @return the feed
     * @throws IllegalArgumentException when two have the same id
     */
    public static RecordingFeed of(List<Delivery> deliveries) {
        return with(deliveries).build();
    }

    /**
     * Starts a feed that behaves otherwise.
     *
     * @param deliveries what it gives, in this order; each with an id of its own
     * @return a builder
     * @throws IllegalArgumentException when two have the same id
     */
    public static RecordingFeedBuilder with(List<Delivery> deliveries) {
        return new RecordingFeedBuilder(deliveries);
    }

    @Override
    public synchronized @Nullable Delivery poll() {
        record.used("poll");
        return unhurried ? null : next();
    }

    @Override
    public synchronized @Nullable Delivery take() throws InterruptedException {
        record.used("take");
        record.waits();
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop while taking");
        }
        idle = true;
        notifyAll();
        try {
            while (waiting.isEmpty() && open) {
                wait();
            }
        } finally {
            idle = false;
        }
        return next();
    }

    private @Nullable Delivery next() {
        Delivery delivery = waiting.poll();
        if (delivery != null) {
            record.given(delivery);
        }
        return delivery;
    }

    @Override
    public GateAnswer gate(Delivery delivery) throws InterruptedException {
        beforeGate.accept(delivery);
        synchronized (this) {
            GateAnswer answer = answer(delivery);
            record.answered(delivery, answer);
            notifyAll();
            return answer;
        }
    }

    private GateAnswer answer(Delivery delivery) throws InterruptedException {
        boolean full = record.asked(delivery);
        if (failAtGate.test(delivery)) {
            throw new GateFailure();
        }
        if (interruptAtGate.test(delivery) || Thread.interrupted()) {
            throw new InterruptedException("asked to stop at the gate");
        }
        if (withdraw.test(delivery)) {
            return GateAnswer.WITHDRAW;
        }
        return full ? GateAnswer.SETTLE_FIRST : GateAnswer.PROCEED;
    }

    @Override
    public synchronized void report(Delivery delivery, DeliveryOutcome outcome) {
        record.reported(delivery, outcome);
        notifyAll();
    }

    @Override
    public int window() {
        return window;
    }

    /** Lets the session end: {@link #take} answers null once everything is given. */
    public synchronized void end() {
        open = false;
        notifyAll();
    }

    /** To be called when the session's {@code run} has ended: whatever it does with the feed from now on is a violation. */
    public synchronized void over() {
        record.over();
    }

    /**
     * Waits until the session waits for work.
     *
     * @param limit how long at most
     * @return whether it does
     * @throws InterruptedException when the calling thread is asked to stop
     */
    public synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
        return await(limit, () -> idle && waiting.isEmpty());
    }

    /**
     * Waits until the gate has been answered for a delivery.
     *
     * @param delivery one of this feed
     * @param limit how long at most
     * @return whether it has
     * @throws InterruptedException when the calling thread is asked to stop
     */
    public synchronized boolean awaitGate(Delivery delivery, Duration limit) throws InterruptedException {
        return await(limit, () -> !record.answers(delivery).isEmpty());
    }

    private boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /**
     * What was reported for a delivery.
     *
     * @param delivery one of this feed
     * @return the first outcome; empty when none was reported
     */
    public synchronized Optional<DeliveryOutcome> outcome(Delivery delivery) {
        return record.outcome(delivery);
    }

    /**
     * What was reported, in the order of the reports.
     *
     * @return the outcomes; a delivery reported twice is in it twice
     */
    public synchronized List<DeliveryOutcome> outcomes() {
        return record.outcomes();
    }

    /**
     * What the gate answered for a delivery.
     *
     * @param delivery one of this feed
     * @return the answers, in order
     */
    public synchronized List<GateAnswer> answers(Delivery delivery) {
        return record.answers(delivery);
    }

    /**
     * The deliveries the session did not take.
     *
     * @return those still waiting, in order
     */
    public synchronized List<Delivery> left() {
        return new ArrayList<>(waiting);
    }

    /**
     * How many deliveries were with the session at the same time: taken, and neither reported nor withdrawn.
     *
     * @return the highest number
     */
    public synchronized int mostOutstanding() {
        return record.mostOutstanding();
    }

    /**
     * How many deliveries were in flight at the same time: the gate said proceed, and no outcome was reported.
     *
     * @return the highest number
     */
    public synchronized int mostInFlight() {
        return record.mostInFlight();
    }

    /**
     * Every step that the contract of {@link DeliveryFeed} does not allow, so far; after {@link #over()} also the deliveries that were
     * taken and neither reported nor withdrawn.
     *
     * @return one sentence each, naming deliveries by their ids; empty when all was right
     */
    public synchronized List<String> violations() {
        return record.violations();
    }

    /** Thrown by the gate of a feed that was told to fail, as a store does that cannot be reached. */
    public static final class GateFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GateFailure() {
            super("the intent could not be stored");
        }
    }
}
