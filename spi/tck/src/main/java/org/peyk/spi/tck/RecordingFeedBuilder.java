package org.peyk.spi.tck;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.peyk.spi.transport.Delivery;

/** Builds a {@link RecordingFeed}. Not thread-safe. */
public final class RecordingFeedBuilder {
    final List<Delivery> deliveries;
    int window = 1;
    boolean unhurried;
    boolean open;
    Predicate<Delivery> withdraw = d -> false;
    Predicate<Delivery> interruptAtGate = d -> false;
    Predicate<Delivery> failAtGate = d -> false;
    Consumer<Delivery> beforeGate = d -> {};

    RecordingFeedBuilder(List<Delivery> deliveries) {
        this.deliveries = List.copyOf(deliveries);
        if (this.deliveries.stream().map(Delivery::id).distinct().count() != this.deliveries.size()) {
            throw new IllegalArgumentException("deliveries must have different ids");
        }
    }

    /**
     * Sets how many deliveries may be in flight; 1 by default.
     *
     * @param deliveries at least 1
     * @return this
     */
    public RecordingFeedBuilder window(int deliveries) {
        if (deliveries < 1) {
            throw new IllegalArgumentException("window must be at least 1");
        }
        this.window = deliveries;
        return this;
    }

    /**
     * Never has a delivery ready ahead: {@link RecordingFeed#poll} answers null, only {@link RecordingFeed#take} gives.
     *
     * @return this
     */
    public RecordingFeedBuilder unhurried() {
        this.unhurried = true;
        return this;
    }

    /**
     * Does not end after the last delivery: {@link RecordingFeed#take} waits until {@link RecordingFeed#end()} is called.
     *
     * @return this
     */
    public RecordingFeedBuilder open() {
        this.open = true;
        return this;
    }

    /**
     * Withdraws deliveries at the gate.
     *
     * @param which those to withdraw
     * @return this
     */
    public RecordingFeedBuilder withdraw(Predicate<Delivery> which) {
        this.withdraw = which;
        return this;
    }

    /**
     * Has the gate throw {@link InterruptedException}.
     *
     * @param which for which deliveries
     * @return this
     */
    public RecordingFeedBuilder interruptAtGate(Predicate<Delivery> which) {
        this.interruptAtGate = which;
        return this;
    }

    /**
     * Has the gate throw {@link RecordingFeed.GateFailure}.
     *
     * @param which for which deliveries
     * @return this
     */
    public RecordingFeedBuilder failAtGate(Predicate<Delivery> which) {
        this.failAtGate = which;
        return this;
    }

    /**
     * Looks at something at the moment the gate is asked, before it answers; called on the session's thread.
     *
     * @param look gets the delivery
     * @return this
     */
    public RecordingFeedBuilder beforeGate(Consumer<Delivery> look) {
        this.beforeGate = look;
        return this;
    }

    /**
     * Makes the feed.
     *
     * @return a feed for one session
     */
    public RecordingFeed build() {
        return new RecordingFeed(this);
    }
}
