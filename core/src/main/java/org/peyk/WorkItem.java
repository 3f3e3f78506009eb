package org.peyk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;

/**
 * A line of a work list.
 *
 * @param id the request
 * @param state its state
 * @param purpose what it is for
 * @param subject its subject in the main language, at most 300 characters; null while none is written
 * @param requester who asks, for which unit
 * @param steps ids of the open steps: in {@link WorkLists#waitingFor} those the person may decide, elsewhere all
 * @param waitingSince since when its open steps wait; null when none is open
 * @param due by when the first of its open steps is to be decided; null when the policy gives no time
 * @param late since when, or from when on, it counts as overdue: the earlier of {@code due} and the moment after
 *     which it would be sent too late; null when never
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record WorkItem(
        RequestId id,
        RequestState state,
        Purpose purpose,
        @Nullable String subject,
        Requester requester,
        List<String> steps,
        @Nullable Instant waitingSince,
        @Nullable Instant due,
        @Nullable Instant late,
        Instant createdAt,
        Instant updatedAt) {

    /** Copies the list. */
    public WorkItem {
        steps = List.copyOf(steps);
    }

    /**
     * Shows neither persons nor texts.
     *
     * @return id and state
     */
    @Override
    public String toString() {
        return "WorkItem[" + id + ", " + state + "]";
    }
}
