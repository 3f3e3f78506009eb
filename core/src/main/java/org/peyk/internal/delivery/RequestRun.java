package org.peyk.internal.delivery;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
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

    private final Refusals refusals;
    private final Throughput throughput = new Throughput();
    private final AtomicReference<@Nullable String> pause = new AtomicReference<>();
    private final AtomicBoolean pausing = new AtomicBoolean();
    private volatile boolean stopped;
    private int judged;
    private int contentRefused;
    private int contentInARow;

    /**
     * Begins a run.
     *
     * @param watched whether the request is being sent, and can be stopped
     * @param beginning whether nobody was answered before
     */
    RequestRun(boolean watched, boolean beginning) {
        this.refusals = new Refusals(watched, beginning);
    }

    Refusals refusals() {
        return refusals;
    }

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

    /**
     * Takes the duty to pause the request.
     *
     * @return why it is to be paused; null when nobody asked, or when another session has the duty: a session that hears of the same trouble
     *     later must not pause what somebody has resumed meanwhile
     */
    @Nullable
    String takePause() {
        return pause.get() != null && pausing.compareAndSet(false, true) ? pause.get() : null;
    }

    Throughput throughput() {
        return throughput;
    }

    /** Counts an outcome, and stops when so many were refused for their content that somebody must look at it. */
    synchronized void judgeContent(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Accepted) {
            judged++;
            contentInARow = 0;
        } else if (outcome instanceof DeliveryOutcome.Refused r && r.scope() == FailureScope.CONTENT) {
            judged++;
            contentInARow++;
            contentRefused++;
            if (contentInARow >= CONTENT_IN_A_ROW || (judged <= EARLY && contentRefused >= CONTENT_EARLY)) {
                stopFor(DeliveryReason.CONTENT.name());
            }
        }
    }
}
