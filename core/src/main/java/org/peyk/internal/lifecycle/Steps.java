package org.peyk.internal.lifecycle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.Approval;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalStep;

/** Which steps of a plan are done and which are open, given the approvals so far. */
public final class Steps {

    private Steps() {}

    /** The steps that may be decided now: those of the lowest order that is not done. */
    public static List<ApprovalStep> open(@Nullable ApprovalPlan plan, List<Approval> approvals) {
        if (plan == null) {
            return List.of();
        }
        List<ApprovalStep> undone =
                plan.steps().stream().filter(s -> !done(s, approvals)).toList();
        return undone.stream().filter(s -> s.order() == undone.get(0).order()).toList();
    }

    public static boolean allDone(ApprovalPlan plan, List<Approval> approvals) {
        return plan.steps().stream().allMatch(s -> done(s, approvals));
    }

    /**
     * Whether enough different people approved. A principal and the deputy who acted for him count once, and so does one deputy of two
     * principals: the smaller of the two counts decides.
     */
    static boolean done(ApprovalStep step, List<Approval> approvals) {
        Set<PersonId> hands = new HashSet<>();
        Set<PersonId> authorities = new HashSet<>();
        for (Approval a : approvals) {
            if (a.step().equals(step.id())) {
                hands.add(a.by());
                authorities.add(a.authority());
            }
        }
        return Math.min(hands.size(), authorities.size()) >= step.quorum();
    }
}
