package org.peyk.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peyk.AuditAnchor;
import org.peyk.ErrorCode;
import org.peyk.StoreException;
import org.peyk.internal.store.AnchorRows;
import org.peyk.internal.store.AnchorRows.Anchor;
import org.peyk.internal.store.AnchorRows.Unsealed;
import org.peyk.internal.store.Store;

/**
 * Appends committed events to the chain of anchors. Requests do not wait for each other when they change; their events are put in one order
 * here, afterwards. As an event gets its place only once it is committed, no place ever appears behind one that was read before, which is
 * what listeners need of a feed.
 *
 * <p>Several nodes may seal at once: the place is the key, so one of them appends and the other looks again.
 */
public final class AnchorSealer {

    /** Events that are sealed in one transaction. */
    public static final int BATCH = 1_000;

    private static final int ATTEMPTS = 100;

    private final Store store;
    private final Clock clock;
    private final int size;

    public AnchorSealer(Store store, Clock clock) {
        this(store, clock, BATCH);
    }

    AnchorSealer(Store store, Clock clock, int size) {
        this.store = store;
        this.clock = clock;
        this.size = size;
    }

    /**
     * Seals every event that was committed before the call.
     *
     * @return how many this call sealed
     */
    public synchronized long seal() {
        long total = 0;
        int conflicts = 0;
        while (true) {
            Optional<Integer> sealed = store.writeIfFree(this::batch);
            if (sealed.isPresent()) {
                total += sealed.get();
                if (sealed.get() < size) {
                    return total;
                }
            } else if (++conflicts == ATTEMPTS) {
                throw new StoreException(ErrorCode.STORE_UNAVAILABLE, null);
            }
        }
    }

    private int batch(Connection c) throws SQLException {
        List<Unsealed> events = AnchorRows.unsealed(c, size);
        if (events.isEmpty()) {
            return 0;
        }
        AuditAnchor last = head(c);
        String at = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
        List<Anchor> links = new ArrayList<>();
        long pos = last.pos();
        String previous = last.hash();
        for (Unsealed e : events) {
            pos++;
            String hash = HashChain.anchor(previous, pos, e.request(), e.seq(), e.position(), e.hash(), at);
            links.add(new Anchor(pos, e.request(), e.seq(), e.position(), e.hash(), previous, hash, at));
            previous = hash;
        }
        AnchorRows.append(c, links);
        return links.size();
    }

    /** The end of the chain, without sealing. */
    public AuditAnchor head() {
        return store.read(AnchorSealer::head);
    }

    private static AuditAnchor head(Connection c) throws SQLException {
        return AnchorRows.last(c)
                .map(a -> new AuditAnchor(a.pos(), a.hash()))
                .orElse(new AuditAnchor(0, HashChain.GENESIS));
    }
}
