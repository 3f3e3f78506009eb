package org.peyk.internal.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row a worker holds, with what it needs to send it. */
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
        @Nullable Instant firstAttemptAt) {

    @Override
    public String toString() {
        return "ClaimedRow[" + id + ", epoch=" + epoch + "]";
    }
}
