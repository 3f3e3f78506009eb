package org.peyk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long the open steps of a plan have waited, and what was done about it.
 *
 * @param waitingSince since when the steps that are open now wait; null while no step is open
 * @param reminded ids of the steps whose people were reminded
 * @param escalated ids of the steps that somebody else may decide as well
 * @param delegations decisions that were given to others, in order
 * @param warnedOf the end of time that was warned of; null when none was
 */
public record ApprovalProgress(
        @Nullable Instant waitingSince,
        Set<String> reminded,
        Set<String> escalated,
        List<Delegation> delegations,
        @Nullable Instant warnedOf) {

    /** Nothing waits, and nothing was done. */
    public static final ApprovalProgress NONE = new ApprovalProgress(null, Set.of(), Set.of(), List.of(), null);

    /** Copies the collections. */
    public ApprovalProgress {
        reminded = Set.copyOf(reminded);
        escalated = Set.copyOf(escalated);
        delegations = List.copyOf(delegations);
    }
}
