package org.peyk.report;

import java.util.Map;
import org.peyk.DeliveryState;

/**
 * The delivery ledger in numbers.
 *
 * @param planned recipients that the expansion of audiences planned, counted there
 * @param states rows by the state they are in, counted in the ledger; states without rows are absent
 * @param bounced rows of which a report came back that the message did not arrive
 */
public record LedgerSums(long planned, Map<DeliveryState, Long> states, long bounced) {

    /** Copies the map. */
    public LedgerSums {
        states = ProcessReport.copy(DeliveryState.class, states);
    }

    /**
     * All rows.
     *
     * @return the sum over the states
     */
    public long sum() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Whether nobody was lost or added: planned recipients equal the sum over the states.
     *
     * @return whether the books balance
     */
    public boolean balanced() {
        return planned == sum();
    }
}
