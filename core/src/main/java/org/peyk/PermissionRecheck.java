package org.peyk;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.LaterReview;

/**
 * Whether a permission by which a request goes out with fewer approvals still covers it. Between approval and sending its last day may have
 * passed, the policy, the list of recipients or the requester's unit may have changed.
 */
final class PermissionRecheck {

    private final Preparation preparation;
    private final Permissions permissions;

    PermissionRecheck(Preparation preparation, Permissions permissions) {
        this.preparation = preparation;
        this.permissions = permissions;
    }

    /**
     * Whether the request may still go out; true when it rests on no permission.
     *
     * @throws PeykException when a plugin that must answer does not
     */
    boolean holds(MailRequest request) {
        ApprovalPlan plan = request.plan();
        LaterReview used = plan == null ? null : plan.review();
        if (used == null) {
            return true;
        }
        Requester requester = request.requester();
        return permissions.speaksFor(requester.person(), requester.unit())
                && preparation.again(request, used.permission()) instanceof ApprovalPlan now
                && same(now.review(), used);
    }

    private static boolean same(@Nullable LaterReview now, LaterReview used) {
        return now != null && now.kind() == used.kind() && now.permission().equals(used.permission());
    }
}
