package org.peyk.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.EnhancedStatusCode;
import org.peyk.spi.transport.FailureScope;

/**
 * Watches recipients being refused for good, one after another. A server that denies relaying says so of each recipient: after a few in a row
 * the request is stopped, and those refused are held, as nothing is wrong with them. A bad list is known by its beginning: there the request
 * is stopped too, and the refusals stand. Thread-safe.
 */
final class Refusals {

    /** Refusals in a row, not of the address itself, after which the server is taken to refuse everybody. */
    static final int IN_A_ROW = 5;

    /** The beginning of a list, and how many of it may be refused. */
    static final int EARLY = 200;

    static final int EARLY_REFUSED = EARLY / 10;

    private final boolean watched;
    private final boolean beginning;
    private final List<ClaimedRow> inARow = new ArrayList<>();
    private boolean everybody;
    private int judged;
    private int refused;

    /**
     * Begins to watch.
     *
     * @param watched whether there is a sending that can be stopped; what a person sends again after the end is refused for good
     * @param beginning whether nobody was answered before; somebody who lets a bad list go on is not asked again
     */
    Refusals(boolean watched, boolean beginning) {
        this.watched = watched;
        this.beginning = beginning;
    }

    /**
     * What an outcome means for the request.
     *
     * @param stop why the request is to be stopped, or null
     * @param hold whether this row's refusal does not count
     * @param reopen earlier rows whose refusals do not count either
     */
    record Verdict(@Nullable DeliveryReason stop, boolean hold, List<ClaimedRow> reopen) {
        private static final Verdict NOTHING = new Verdict(null, false, List.of());
    }

    synchronized Verdict judge(ClaimedRow row, DeliveryOutcome outcome) {
        if (!watched) {
            return Verdict.NOTHING;
        }
        if (outcome instanceof DeliveryOutcome.Accepted) {
            judged++;
            inARow.clear();
            return Verdict.NOTHING;
        }
        if (!(outcome instanceof DeliveryOutcome.Refused r) || r.scope() != FailureScope.RECIPIENT) {
            return Verdict.NOTHING;
        }
        if (blameless(row, r)) {
            if (everybody) {
                return new Verdict(null, true, List.of());
            }
            if (inARow.size() + 1 >= IN_A_ROW) {
                everybody = true;
                List<ClaimedRow> earlier = List.copyOf(inARow);
                inARow.clear();
                return new Verdict(DeliveryReason.EVERYBODY_REFUSED, true, earlier);
            }
            inARow.add(row);
        }
        judged++;
        refused++;
        boolean bad = beginning && judged <= EARLY && refused == EARLY_REFUSED + 1;
        return bad ? new Verdict(DeliveryReason.BAD_LIST, false, List.of()) : Verdict.NOTHING;
    }

    /**
     * Whether the refusal may be about us and not about the address. A bare code says nothing of that, so it is believed to be about us once;
     * else a list that begins with dead addresses would never get past them.
     */
    private static boolean blameless(ClaimedRow row, DeliveryOutcome.Refused refusal) {
        EnhancedStatusCode status = refusal.reply().enhanced();
        if (status == null) {
            return row.attempts() == 0;
        }
        return status.subject() != 1 && status.subject() != 2;
    }
}
