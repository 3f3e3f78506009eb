package org.peyk;

import java.util.List;
import org.peyk.internal.audit.AnchorSealer;
import org.peyk.internal.listener.EventFeed;
import org.peyk.internal.store.Store;
import org.peyk.spi.event.ProcessEvent;

/**
 * Everything that happened, to be read at the reader's own pace: what a listener missed, or what another system wants to follow. The reader
 * keeps its position, best in the same transaction as what it makes of the events.
 *
 * <p>An event gets its position once it is committed, and no position ever appears behind one that was read before. So a reader that goes on
 * from where it was misses nothing and reads nothing twice, whatever is written meanwhile, on this node or another. Events say what
 * {@link org.peyk.spi.event.ProcessListener}s are told: states and codes, no texts and no addresses. Thread-safe.
 */
public final class Events {

    /** Most events of one page. */
    public static final int MOST = 1_000;

    private final AnchorSealer sealer;
    private final EventFeed feed;

    Events(Store store, AnchorSealer sealer) {
        this.sealer = sealer;
        this.feed = new EventFeed(store);
    }

    /**
     * The events after a position.
     *
     * @param position where the page before ended ({@link EventPage#next()}, or the position of an event), or 0 for the beginning
     * @param limit how many at most; 1 to {@value #MOST}
     * @return the events, of those that were committed before the call; empty when there are no more
     * @throws IllegalArgumentException when the position is negative or the limit out of bounds
     */
    public EventPage after(long position, int limit) {
        if (position < 0) {
            throw new IllegalArgumentException("position must not be negative");
        }
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be between 1 and " + MOST);
        }
        sealer.seal();
        List<ProcessEvent> events = feed.after(position, limit);
        return new EventPage(
                events,
                events.isEmpty() ? position : events.get(events.size() - 1).position());
    }

    /**
     * The position of the last event so far, for a reader that wants to hear what happens from now on.
     *
     * @return the position; 0 when nothing happened yet
     */
    public long end() {
        sealer.seal();
        return sealer.head().pos();
    }
}
