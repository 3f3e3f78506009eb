package org.peyk;

import java.util.List;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestId;

/**
 * Whether the books of one request balance: every planned row is there and stands in one state, and the state of the request fits its rows.
 *
 * @param request which
 * @param state where the request stands
 * @param counts what its ledger adds up to
 * @param problems what is off; empty when all is well
 */
public record Books(RequestId request, RequestState state, LedgerCounts counts, List<Problem> problems) {

    /** Copies the list. */
    public Books {
        problems = List.copyOf(problems);
    }

    /** What can be off. Names are stable. */
    public enum Kind {
        /** A channel has more or fewer rows than were planned for it. */
        ROWS_MISSING,
        /** A request that is over has rows to which something should still happen. */
        OPEN_AFTER_END,
        /** A request is finished although its audience was not read to the end. */
        UNREAD_AUDIENCE,
        /** More people were left out at reading than there are rows that say so. */
        EXCLUDED_MISSING
    }

    /**
     * Something that is off.
     *
     * @param kind what
     * @param text the numbers, in words; without personal data
     */
    public record Problem(Kind kind, LocalizedText text) {}

    /**
     * Whether nothing is off.
     *
     * @return whether the books balance
     */
    public boolean balanced() {
        return problems.isEmpty();
    }
}
