package org.peyk.internal.delivery;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;

/**
 * What all sessions of this node that send one request share: whether to stop, how the content fares, and how fast it goes. The database
 * decides what may be sent; this only makes the node's own sessions hear of a stop without asking.
 */
final class RequestRun {

    /** Content refusals in a row after which the request is paused. */
    static final int CONTENT_IN_A_ROW = 5;

    /** Content refusals among the first messages after which it is paused. */
    static final int CONTENT_EARLY = 3;

    static final int EARLY = 20;

    private final Throughput throughput = new Throughput();
    private final AtomicReference<@Nullable String> pause = new AtomicReference<>();
    private volatile boolean stopped;
    private int judged;
    private int contentRefused;
    private int contentInARow;

    boolean stopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }

    /** Stops, and asks for the request to be paused. */
    void stopFor(String remark) {
        pause.compareAndSet(null, remark);
        stopped = true;
    }

    /** Why the request is to be paused, or null. */
    @Nullable
    String pauseRemark() {
        return pause.get();
    }

    Throughput throughput() {
        return throughput;
    }

    /**
     * Counts an outcome.
     *
     * @return whether so many were refused for their content that somebody must look at it
     */
    synchronized boolean contentRefused(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Accepted) {
            judged++;
            contentInARow = 0;
        } else if (outcome instanceof DeliveryOutcome.Refused r && r.scope() == FailureScope.CONTENT) {
            judged++;
            contentInARow++;
            contentRefused++;
            return contentInARow >= CONTENT_IN_A_ROW || (judged <= EARLY && contentRefused >= CONTENT_EARLY);
        }
        return false;
    }
}
