package org.peyk.spi.approval;

import java.util.Comparator;
import java.util.List;
import org.peyk.spi.LocalizedText;

/**
 * The approvals a request needs.
 *
 * @param policy name of the policy that made it
 * @param policyText the policy's own text as it applied, for the audit; may be long
 * @param steps the approvals, sorted by order; at least one, as nothing goes out unapproved
 * @param explanation why these, in one sentence
 */
public record ApprovalPlan(String policy, String policyText, List<ApprovalStep> steps, LocalizedText explanation)
        implements PolicyAnswer {

    /**
     * Sorts the steps by order.
     *
     * @throws IllegalArgumentException when there is no step, or two have the same id
     */
    public ApprovalPlan {
        steps = steps.stream()
                .sorted(Comparator.comparingInt(ApprovalStep::order).thenComparing(ApprovalStep::id))
                .toList();
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a plan has at least one step");
        }
        if (steps.stream().map(ApprovalStep::id).distinct().count() != steps.size()) {
            throw new IllegalArgumentException("steps must have different ids");
        }
    }
}
