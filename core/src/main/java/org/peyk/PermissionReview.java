package org.peyk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.LaterReview;

/**
 * The look afterwards at a request that went out with fewer approvals than usual.
 *
 * @param asked which permission was used, and who may close the review
 * @param openedAt when the permission was used
 * @param closedBy who closed it; null while it is open
 * @param closedAt when it was closed; null while it is open
 * @param suitable whether the use was found right; null while it is open
 * @param note what the reviewer wrote; null while it is open
 */
public record PermissionReview(
        LaterReview asked,
        Instant openedAt,
        @Nullable PersonId closedBy,
        @Nullable Instant closedAt,
        @Nullable Boolean suitable,
        @Nullable String note) {

    /**
     * Whether nobody has looked at it yet.
     *
     * @return true until it is closed
     */
    public boolean open() {
        return closedAt == null;
    }

    @Override
    public String toString() {
        return "PermissionReview[" + asked.permission() + ", " + (open() ? "open" : "closed") + "]";
    }
}
