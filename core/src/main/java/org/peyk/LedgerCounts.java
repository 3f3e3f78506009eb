package org.peyk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the ledger of a request adds up to.
 *
 * @param states number of rows per state; every state is there
 * @param planned number of rows that the expansion of the audience made
 * @param folded people who were found again, by person or by address, and got one row
 * @param rejected rows of the sources that are no usable recipient; they have no row in the ledger
 * @param excluded people left out by the audience's exclusions; their rows are {@link DeliveryState#SKIPPED}
 */
public record LedgerCounts(Map<DeliveryState, Long> states, long planned, long folded, long rejected, long excluded) {

    /** Completes the map with zeros. */
    public LedgerCounts {
        Map<DeliveryState, Long> all = new EnumMap<>(DeliveryState.class);
        for (DeliveryState s : DeliveryState.values()) {
            all.put(s, states.getOrDefault(s, 0L));
        }
        states = Collections.unmodifiableMap(all);
    }

    /**
     * Rows in one state.
     *
     * @param state which
     * @return their number
     */
    public long of(DeliveryState state) {
        return states.getOrDefault(state, 0L);
    }

    /**
     * Rows in all states.
     *
     * @return their number
     */
    public long total() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Rows to which something will still happen by itself, if rows in doubt are held.
     *
     * @return their number
     */
    public long open() {
        return states.entrySet().stream()
                .filter(e -> !e.getKey().settled())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * Whether the books balance: every planned row is in exactly one state.
     *
     * @return whether planned equals the sum over the states
     */
    public boolean balanced() {
        return planned == total();
    }
}
