package org.peyk.spi.approval;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * The approvals a request needs.
 *
 * @param policy name of the policy that made it
 * @param policyText the policy's own text as it applied, for the audit; may be long
 * @param steps the approvals, sorted by order; at least one, unless a blanket permission was given beforehand
 * @param explanation why these, in one sentence
 * @param review what has to be looked at afterwards, or null when the usual approvals are asked for
 */
public record ApprovalPlan(
        String policy,
        String policyText,
        List<ApprovalStep> steps,
        LocalizedText explanation,
        @Nullable LaterReview review)
        implements PolicyAnswer {

    /**
     * Sorts the steps by order.
     *
     * @throws IllegalArgumentException when there is no step and no blanket permission, or two steps have the same id
     */
    public ApprovalPlan {
        steps = steps.stream()
                .sorted(Comparator.comparingInt(ApprovalStep::order).thenComparing(ApprovalStep::id))
                .toList();
        boolean permitted = review != null && review.kind() == LaterReview.Kind.BLANKET_PERMISSION;
        if (steps.isEmpty() && !permitted) {
            throw new IllegalArgumentException("a plan without a blanket permission has at least one step");
        }
        if (steps.stream().map(ApprovalStep::id).distinct().count() != steps.size()) {
            throw new IllegalArgumentException("steps must have different ids");
        }
    }

    /**
     * A plan of the usual approvals, with nothing to look at afterwards.
     *
     * @param policy name of the policy that made it
     * @param policyText the policy's own text
     * @param steps the approvals; at least one
     * @param explanation why these
     */
    public ApprovalPlan(String policy, String policyText, List<ApprovalStep> steps, LocalizedText explanation) {
        this(policy, policyText, steps, explanation, null);
    }
}
