package org.peyk.internal.lifecycle;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.Approval;
import org.peyk.Delegation;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.spi.PersonId;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.ApprovalStep;

/** Rules about who answers for a request and its decisions, and about time that passes meanwhile. Pure, as {@link Lifecycle}. */
public final class PeopleRules {

    private PeopleRules() {}

    static Decision withdraw(MailRequest r, Command.WithdrawApproval c, PersonId actor, Instant at) {
        if (r.state() == RequestState.PAUSED && r.pausedFrom() == RequestState.SENDING) {
            return Lifecycle.refuse(r, ErrorCode.STATE, ErrorCode.STATE.text());
        }
        // The newest first, so that the waiting begins at the earliest step.
        Event[] events = r.approvals().stream()
                .filter(a -> a.by().equals(actor))
                .map(a -> new Event.ApprovalWithdrawn(a.step(), c.note()))
                .toArray(Event[]::new);
        return events.length == 0
                ? Lifecycle.refuse(r, ErrorCode.NOTHING_TO_WITHDRAW, ErrorCode.NOTHING_TO_WITHDRAW.text())
                : Lifecycle.accept(r, actor, at, events);
    }

    /** Only an authority of one's own can be given away: a deputy's or a delegate's is borrowed. */
    static Decision delegate(MailRequest r, Command.Delegate c, PersonId actor, Instant at) {
        if (r.touchers().contains(actor) || r.touchers().contains(c.to())) {
            return Lifecycle.refuse(r, ErrorCode.APPROVER_TOUCHED, ErrorCode.APPROVER_TOUCHED.text());
        }
        List<ApprovalStep> open = Steps.open(r.plan(), r.approvals());
        Set<String> own = Lifecycle.usable(r, c.standings(), open).stream()
                .filter(s -> s.onBehalfOf() == null)
                .map(Standing::step)
                .collect(Collectors.toSet());
        if (own.isEmpty() || c.to().equals(actor)) {
            return Lifecycle.refuse(r, ErrorCode.APPROVER_NO_AUTHORITY, ErrorCode.APPROVER_NO_AUTHORITY.text());
        }
        Event[] events = open.stream()
                .map(ApprovalStep::id)
                .filter(own::contains)
                .filter(s -> !delegated(r, s, actor, c.to()))
                .map(s -> new Event.StepDelegated(s, c.to(), c.note()))
                .toArray(Event[]::new);
        return events.length == 0 ? new Decision.Accepted(r, List.of()) : Lifecycle.accept(r, actor, at, events);
    }

    private static boolean delegated(MailRequest r, String step, PersonId from, PersonId to) {
        for (Delegation d : r.progress().delegations()) {
            if (d.step().equals(step) && d.from().equals(from) && d.to().equals(to)) {
                return true;
            }
        }
        return false;
    }

    /** Whoever approved cannot become the one who asks: that would be an approval of one's own request. */
    static Decision handOver(MailRequest r, Command.HandOver c, PersonId actor, Instant at) {
        if (r.requester().person().equals(c.to())) {
            return new Decision.Accepted(r, List.of());
        }
        for (Approval a : r.approvals()) {
            if (a.by().equals(c.to()) || a.authority().equals(c.to())) {
                return Lifecycle.refuse(r, ErrorCode.HAND_OVER_TO_APPROVER, ErrorCode.HAND_OVER_TO_APPROVER.text());
            }
        }
        Requester next = Requester.of(c.to(), r.requester().unit());
        return Lifecycle.accept(r, actor, at, new Event.HandedOver(next, c.note()));
    }

    /**
     * Those by whose hand or authority a request got where it is: none of them looks at it afterwards, nor does anybody for one of them.
     */
    public static Set<PersonId> users(MailRequest r) {
        Set<PersonId> users = new HashSet<>(r.touchers());
        for (Approval a : r.approvals()) {
            users.add(a.by());
            users.add(a.authority());
        }
        return users;
    }

    /** Whoever used the permission does not look at the use. */
    static Decision closeReview(MailRequest r, Command.CloseReview c, PersonId actor, Instant at) {
        if (r.review() == null || !r.review().open()) {
            return Lifecycle.refuse(r, ErrorCode.NO_OPEN_REVIEW, ErrorCode.NO_OPEN_REVIEW.text());
        }
        if (!c.reviewer() || users(r).contains(actor)) {
            return Lifecycle.refuse(r, ErrorCode.NOT_A_REVIEWER, ErrorCode.NOT_A_REVIEWER.text());
        }
        return Lifecycle.accept(r, actor, at, new Event.ReviewClosed(c.suitable(), c.note()));
    }

    /** A reminder for a step that is decided meanwhile, or was reminded of before, is none. */
    static Decision remind(MailRequest r, Command.Remind c, @Nullable PersonId actor, Instant at) {
        return waits(r, c.step()) && !r.progress().reminded().contains(c.step())
                ? Lifecycle.accept(r, actor, at, new Event.StepReminded(c.step()))
                : new Decision.Accepted(r, List.of());
    }

    static Decision escalate(MailRequest r, Command.Escalate c, @Nullable PersonId actor, Instant at) {
        return waits(r, c.step()) && !r.progress().escalated().contains(c.step())
                ? Lifecycle.accept(r, actor, at, new Event.StepEscalated(c.step()))
                : new Decision.Accepted(r, List.of());
    }

    private static boolean waits(MailRequest r, String step) {
        return Steps.open(r.plan(), r.approvals()).stream().anyMatch(s -> Objects.equals(s.id(), step));
    }
}
