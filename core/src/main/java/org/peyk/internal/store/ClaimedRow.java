package org.peyk.internal.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row a worker holds, with what it needs to send it.
 *
 * @param optedOut whether the person wants no mails of this kind of event, and gets this one as it is no such mail
 * @param groups codes of the groups by which the person was found, one a line
 */
public record ClaimedRow(
        long id,
        String owner,
        int epoch,
        String address,
        @Nullable String displayName,
        @Nullable String language,
        String messageId,
        int attempts,
        int doubted,
        int breaks,
        @Nullable Instant firstAttemptAt,
        boolean optedOut,
        String groups) {

    /** The row of somebody who opted out of nothing, found by no group. */
    public ClaimedRow(
            long id,
            String owner,
            int epoch,
            String address,
            @Nullable String displayName,
            @Nullable String language,
            String messageId,
            int attempts,
            int doubted,
            int breaks,
            @Nullable Instant firstAttemptAt) {
        this(
                id,
                owner,
                epoch,
                address,
                displayName,
                language,
                messageId,
                attempts,
                doubted,
                breaks,
                firstAttemptAt,
                false,
                "");
    }

    @Override
    public String toString() {
        return "ClaimedRow[" + id + ", epoch=" + epoch + "]";
    }
}
