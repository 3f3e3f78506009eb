package org.peyk.spi.approval;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.peyk.spi.LocalizedText;

/**
 * One approval that a plan asks for.
 *
 * @param id unique in the plan, stable over revisions of the request, such as {@code dean-ENG}
 * @param order steps of a lower order are decided first; equal ones at the same time
 * @param authority who may decide
 * @param quorum how many different persons must approve; at least 1
 * @param questions what they answer for
 * @param reason why this approval is needed ("Neden bu onay?")
 * @param timing reminder and escalation
 */
public record ApprovalStep(
        String id,
        int order,
        Authority authority,
        int quorum,
        Set<ApprovalQuestion> questions,
        LocalizedText reason,
        StepTiming timing) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when the id is blank, the quorum below 1, or no question is asked
     */
    public ApprovalStep {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (quorum < 1) {
            throw new IllegalArgumentException("quorum must be at least 1");
        }
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("questions must not be empty");
        }
        questions = Collections.unmodifiableSet(EnumSet.copyOf(questions));
    }
}
