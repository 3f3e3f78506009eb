package org.peyk.spi.transport;

import org.jspecify.annotations.Nullable;

/**
 * What core gives a session to do. One feed belongs to one session and is used by that session's thread alone.
 *
 * <p>For each delivery: {@link #poll} or {@link #take} gives it; {@link #gate} is asked when everything but the end of the message may have
 * left; after {@link GateAnswer#PROCEED} the end is sent and {@link #report} tells the outcome. A delivery that fails before its end was
 * sent is reported without asking the gate. Outcomes may be reported in any order. At most {@link #window} deliveries are in flight at a
 * time.
 */
public interface DeliveryFeed {

    /**
     * Gives the next delivery if one is ready, without waiting. A transport that pipelines calls this while replies are outstanding.
     *
     * @return the next delivery, or null when none is ready at this moment
     */
    @Nullable
    Delivery poll();

    /**
     * Gives the next delivery, waiting for it. To be called only when no outcome is outstanding.
     *
     * @return the next delivery, or null when there will be no more and the session should end
     * @throws InterruptedException when the thread is asked to stop
     */
    @Nullable
    Delivery take() throws InterruptedException;

    /**
     * Asks whether the end of a message may leave. Returns when the intent is durable, which may take a commit of the store.
     *
     * @param delivery a delivery of this feed whose outcome is not reported
     * @return the answer
     * @throws InterruptedException when the thread is asked to stop; the end must not leave
     */
    GateAnswer gate(Delivery delivery) throws InterruptedException;

    /**
     * Tells what became of a delivery. Does not wait for the store.
     *
     * @param delivery a delivery of this feed; exactly once for each, but for withdrawn ones
     * @param outcome what became of it
     */
    void report(Delivery delivery, DeliveryOutcome outcome);

    /**
     * How many deliveries may be in flight in this session at a time: those for which the gate said proceed and no outcome is reported.
     *
     * @return at least 1; 1 means that each outcome is reported before the next gate is asked
     */
    int window();
}
