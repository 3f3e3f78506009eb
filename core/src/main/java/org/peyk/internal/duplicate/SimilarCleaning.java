package org.peyk.internal.duplicate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.peyk.DuplicateRule;
import org.peyk.internal.store.SimilarRows;
import org.peyk.internal.store.Store;
import org.peyk.internal.thread.PeriodicThread;

/**
 * Removes what requests said that are too old to be found by it. Findings that were made name the other request by themselves and stay. It is a
 * thread and no scheduled task, as nothing depends on when it is done, and several nodes may do it at once.
 */
public final class SimilarCleaning implements AutoCloseable {

    /** From one round to the next; the first comes with the start. */
    static final Duration INTERVAL = Duration.ofHours(1);

    /** Requests that are looked for at once, as looking reads what is still needed too. */
    private static final int LOOK = 1_000;

    /** Requests whose numbers are removed in one transaction, so that nobody waits long for it. */
    private static final int PIECE = 50;

    private final Store store;
    private final DuplicateRule rule;
    private final Clock clock;
    private final PeriodicThread thread;
    private volatile boolean closed;

    public SimilarCleaning(Store store, DuplicateRule rule, Clock clock) {
        this.store = store;
        this.rule = rule;
        this.clock = clock;
        this.thread = new PeriodicThread("peyk-duplicates", INTERVAL, this::clean);
    }

    /** Starts to clean. */
    public void start() {
        thread.start();
    }

    /** Removes everything that is too old, on the calling thread. */
    void clean() {
        // what is looked for goes back to exactly this moment; with the rule switched off nothing is
        Instant before = clock.instant().minus(rule.window());
        List<String> old;
        do {
            old = store.look(c -> SimilarRows.old(c, before, LOOK));
            for (int from = 0; from < old.size() && !stopped(); from += PIECE) {
                List<String> piece = old.subList(from, Math.min(old.size(), from + PIECE));
                store.run(c -> SimilarRows.remove(c, piece, before));
            }
        } while (old.size() == LOOK && !stopped());
    }

    private boolean stopped() {
        return closed || Thread.currentThread().isInterrupted();
    }

    /** Stops after the piece that is being removed. */
    @Override
    public void close() {
        closed = true;
        thread.close();
    }
}
