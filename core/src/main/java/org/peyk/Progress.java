package org.peyk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.RequestId;

/**
 * How far a sending is, for a bar or a page.
 *
 * @param request which request
 * @param state where the request stands
 * @param expanded whether the whole audience is in the ledger; until then the counts grow
 * @param counts what the ledger adds up to
 * @param perSecond messages accepted per second in the last minute on this node; 0 when none were
 * @param expectedEnd when the last one will be sent at this rate, or null when nothing is left or the rate is unknown
 */
public record Progress(
        RequestId request,
        RequestState state,
        boolean expanded,
        LedgerCounts counts,
        double perSecond,
        @Nullable Instant expectedEnd) {

    /**
     * The share that is done.
     *
     * @return from 0 to 1; 0 while the audience is not expanded
     */
    public double done() {
        if (!expanded) {
            return 0;
        }
        return counts.planned() == 0 ? 1 : (double) (counts.planned() - counts.open()) / counts.planned();
    }
}
