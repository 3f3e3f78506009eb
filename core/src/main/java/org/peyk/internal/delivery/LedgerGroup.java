package org.peyk.internal.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryState;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.internal.store.LedgerMarks;
import org.peyk.internal.store.LedgerMarks.Result;

/**
 * What is written in one transaction: results first, as they make room for intents, then intents and what is taken back, in the order in
 * which they were asked for. May be written more than once.
 */
final class LedgerGroup {

    /** An intent, or with a target state the end of one. */
    private record Change(ClaimedRow row, @Nullable DeliveryState to) {}

    private final List<Result> results = new ArrayList<>();
    private final List<ClaimedRow> reopened = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final boolean uncertain;
    private final Instant now;

    /**
     * Begins a group.
     *
     * @param uncertain whether it may be stored already, so that intents are read back before they are made
     */
    LedgerGroup(boolean uncertain, Instant now) {
        this.uncertain = uncertain;
        this.now = now;
    }

    void result(Result result) {
        results.add(result);
    }

    void reopen(List<ClaimedRow> rows) {
        reopened.addAll(rows);
    }

    void intend(List<ClaimedRow> rows) {
        rows.forEach(r -> changes.add(new Change(r, null)));
    }

    void takeBack(ClaimedRow row, DeliveryState to) {
        changes.add(new Change(row, to));
    }

    boolean isEmpty() {
        return results.isEmpty() && reopened.isEmpty() && changes.isEmpty();
    }

    /** Writes everything and gives the ids of the rows that may leave. */
    Set<Long> write(Connection c) throws SQLException {
        storeResults(c);
        if (!reopened.isEmpty()) {
            reopened.sort(Comparator.comparingLong(ClaimedRow::id));
            LedgerMarks.reopen(c, reopened, now);
        }
        Set<Long> made = new HashSet<>();
        List<ClaimedRow> intents = new ArrayList<>();
        for (Change change : changes) {
            DeliveryState to = change.to();
            if (to == null) {
                intents.add(change.row());
            } else {
                made.addAll(make(c, intents));
                intents.clear();
                LedgerMarks.release(c, List.of(change.row()), to, now);
            }
        }
        made.addAll(make(c, intents));
        return made;
    }

    private void storeResults(Connection c) throws SQLException {
        if (results.isEmpty()) {
            return;
        }
        // the same order everywhere, so that nodes do not wait for each other in a circle
        results.sort(Comparator.comparingLong(r -> r.row().id()));
        List<Result> late = new ArrayList<>(LedgerMarks.store(c, results));
        late.removeIf(r -> r.state() != DeliveryState.SENT);
        if (!late.isEmpty()) {
            LedgerMarks.evidence(c, late);
        }
    }

    private Set<Long> make(Connection c, List<ClaimedRow> intents) throws SQLException {
        if (intents.isEmpty()) {
            return Set.of();
        }
        Set<Long> made = uncertain ? LedgerMarks.intended(c, intents) : new HashSet<>();
        List<ClaimedRow> open = new ArrayList<>(intents);
        open.removeIf(r -> made.contains(r.id()));
        open.sort(Comparator.comparingLong(ClaimedRow::id));
        made.addAll(LedgerMarks.intend(c, open, now));
        return made;
    }
}
