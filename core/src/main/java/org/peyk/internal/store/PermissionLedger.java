package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PermissionReview;
import org.peyk.PeykException;
import org.peyk.internal.lifecycle.Event;
import org.peyk.spi.RequestId;
import org.peyk.spi.approval.LaterReview;

/**
 * Keeps the uses of permissions with the requests that used them. A bound holds also against requests that are approved in the same moment:
 * they wait for each other, and the one too many is refused.
 */
public final class PermissionLedger implements CommitHook {

    private final Store store;

    public PermissionLedger(Store store) {
        this.store = store;
    }

    /** Counts the requests, other than one, that were approved with a permission from a moment on. */
    public long count(String permission, Instant since, RequestId except) {
        return store.read(c -> PermissionRows.count(c, permission, since, except));
    }

    @Override
    public void with(Change change, @Nullable MailRequest before, MailRequest after, List<Event> events)
            throws SQLException {
        boolean opened = false;
        boolean touched = false;
        for (Event e : events) {
            opened |= e instanceof Event.ReviewOpened;
            touched |= e instanceof Event.ReviewClosed
                    || e instanceof Event.Revised
                    || e instanceof Event.ChangesRequested
                    || e instanceof Event.SendingRefused
                    || e instanceof Event.ApprovalWithdrawn;
        }
        PermissionReview review = after.review();
        if (opened && review != null) {
            hold(change, after.id(), review.asked());
        }
        if (opened || touched) {
            PermissionRows.put(change, after, before != null && before.review() != null);
        }
    }

    private static void hold(Change change, RequestId id, LaterReview asked) throws SQLException {
        LaterReview.Limit limit = asked.limit();
        if (limit == null) {
            return;
        }
        Connection c = change.now();
        PermissionRows.lock(c, asked.permission());
        if (PermissionRows.count(c, asked.permission(), limit.since(), id) >= limit.uses()) {
            throw new PeykException(ErrorCode.PERMISSION_USED_UP, null);
        }
    }
}
