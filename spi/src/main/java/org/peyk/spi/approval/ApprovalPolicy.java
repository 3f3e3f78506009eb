package org.peyk.spi.approval;

import org.peyk.spi.Plugin;

/**
 * Says who must approve a request.
 *
 * <p><b>When.</b> At each submission, after the checks; also for a preview of the plan. Must give the same answer for the same context.
 * <b>Thread.</b> The submitting caller's, before a transaction is opened. <b>Errors.</b> Any exception refuses the submission with the
 * policy's name: without an answer nothing goes further. Without any policy every submission is denied.
 */
public interface ApprovalPolicy extends Plugin {

    /**
     * Makes the plan.
     *
     * @param context the request and what is known about it
     * @return the plan, or why there is none
     * @throws Exception when the policy cannot answer; the submission is refused
     */
    PolicyAnswer plan(ApprovalContext context) throws Exception;
}
