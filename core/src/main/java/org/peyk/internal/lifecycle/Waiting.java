package org.peyk.internal.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peyk.Approval;
import org.peyk.ApprovalProgress;
import org.peyk.Delegation;
import org.peyk.MailRequest;

/** How the waiting of open steps goes on. Pure. */
final class Waiting {

    private Waiting() {}

    static ApprovalProgress begun(ApprovalProgress p, Instant at) {
        return new ApprovalProgress(at, Set.of(), Set.of(), List.of(), p.warnedOf());
    }

    /** After an approval: the waiting begins anew when it opened the steps of the next order. */
    static ApprovalProgress after(MailRequest before, List<Approval> approvals, Instant at) {
        ApprovalProgress p = before.progress();
        int order = order(before, before.approvals());
        return order == order(before, approvals)
                ? p
                : new ApprovalProgress(at, p.reminded(), p.escalated(), p.delegations(), p.warnedOf());
    }

    private static int order(MailRequest r, List<Approval> approvals) {
        return Steps.open(r.plan(), approvals).stream()
                .findFirst()
                .map(s -> s.order())
                .orElse(Integer.MAX_VALUE);
    }

    /** A step that is open again is reminded of anew; who may decide it as well stays so, as somebody may have. */
    static ApprovalProgress again(ApprovalProgress p, String step, Instant at) {
        return new ApprovalProgress(at, without(p.reminded(), step), p.escalated(), p.delegations(), p.warnedOf());
    }

    static ApprovalProgress reminded(ApprovalProgress p, String step) {
        return new ApprovalProgress(
                p.waitingSince(), with(p.reminded(), step), p.escalated(), p.delegations(), p.warnedOf());
    }

    static ApprovalProgress escalated(ApprovalProgress p, String step) {
        return new ApprovalProgress(
                p.waitingSince(), p.reminded(), with(p.escalated(), step), p.delegations(), p.warnedOf());
    }

    static ApprovalProgress delegated(ApprovalProgress p, Delegation d) {
        List<Delegation> more = new ArrayList<>(p.delegations());
        more.add(d);
        return new ApprovalProgress(p.waitingSince(), p.reminded(), p.escalated(), more, p.warnedOf());
    }

    /** What was approved is no longer asked for. */
    static ApprovalProgress forgotten(ApprovalProgress p) {
        return new ApprovalProgress(null, Set.of(), Set.of(), List.of(), p.warnedOf());
    }

    static ApprovalProgress warned(ApprovalProgress p, Instant end) {
        return new ApprovalProgress(p.waitingSince(), p.reminded(), p.escalated(), p.delegations(), end);
    }

    /** Nothing waits any more; who was asked as well stays known, as it is looked at again before sending. */
    static ApprovalProgress ended(ApprovalProgress p) {
        return new ApprovalProgress(null, p.reminded(), p.escalated(), p.delegations(), p.warnedOf());
    }

    private static Set<String> with(Set<String> steps, String step) {
        Set<String> more = new HashSet<>(steps);
        more.add(step);
        return more;
    }

    private static Set<String> without(Set<String> steps, String step) {
        Set<String> fewer = new HashSet<>(steps);
        fewer.remove(step);
        return fewer;
    }
}
