package org.peyk.internal.notice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.Approval;
import org.peyk.MailRequest;
import org.peyk.NoticeKind;
import org.peyk.RequestState;
import org.peyk.internal.answer.AnswerOutcome;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Steps;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.event.EventType;

/** Who has to be told of an event, and what. What the request has left behind since is not told any more. */
final class NoticePlan {

    private static final Set<EventType> CONCERNS = EnumSet.of(
            EventType.SUBMITTED,
            EventType.APPROVAL_GIVEN,
            EventType.APPROVAL_WITHDRAWN,
            EventType.STEP_DELEGATED,
            EventType.STEP_REMINDED,
            EventType.STEP_ESCALATED,
            EventType.REVISED,
            EventType.CHANGES_REQUESTED,
            EventType.SENDING_REFUSED,
            EventType.REJECTED,
            EventType.CANCELLED,
            EventType.APPROVED,
            EventType.EXPIRY_NEAR,
            EventType.EXPIRED,
            EventType.SENT,
            EventType.HANDED_OVER,
            EventType.REVIEW_OPENED,
            EventType.APPROVAL_ANSWERED);

    /** What ends approvals that were given. */
    private static final Set<EventType> OVER = EnumSet.of(
            EventType.CHANGES_REQUESTED,
            EventType.SENDING_REFUSED,
            EventType.REJECTED,
            EventType.CANCELLED,
            EventType.EXPIRED);

    private final Deciders deciders;

    NoticePlan(Deciders deciders) {
        this.deciders = deciders;
    }

    /**
     * One person to be told.
     *
     * @param step the step to decide, or null
     */
    record Told(NoticeKind kind, PersonId person, @Nullable ApprovalStep step) {}

    /** Whether an event may have somebody to tell; spares reading histories for the others. */
    static boolean concerns(EventType type) {
        return CONCERNS.contains(type);
    }

    /** Those who are told of an event, each once. */
    List<Told> of(Moment m) throws DirectoryException {
        Event what = m.what();
        List<Told> told = new ArrayList<>();
        if (what instanceof Event.Submitted) {
            told.addAll(waiting(m, Set.of()));
        } else if (what instanceof Event.ApprovalGiven || what instanceof Event.ApprovalWithdrawn) {
            told.addAll(waiting(m, ids(m.before())));
        } else if (what instanceof Event.StepDelegated e) {
            delegated(m, e, told);
        } else if (what instanceof Event.StepReminded e) {
            for (ApprovalStep s : open(m, e.step())) {
                add(told, NoticeKind.REMINDED, deciders.of(m.now(), m.after(), s, m.moment()), s);
            }
        } else if (what instanceof Event.StepEscalated e) {
            for (ApprovalStep s : open(m, e.step())) {
                add(told, NoticeKind.ESCALATED, deciders.above(m.now(), s, m.moment()), s);
            }
        } else if (what instanceof Event.Revised) {
            add(told, NoticeKind.APPROVALS_VOIDED, approvers(m.before()), null);
        } else if (what instanceof Event.ReviewOpened) {
            add(told, NoticeKind.REVIEW_OPENED, deciders.reviewers(m.now(), m.moment()), null);
        } else if (what instanceof Event.Noted e) {
            answered(m.event().type(), e, told);
        } else if (what instanceof Event.HandedOver e) {
            add(told, NoticeKind.HANDED_OVER, List.of(e.requester().person()), null);
        } else if (m.event().type() != EventType.CANCELLED) {
            add(told, forOwners(m.event().type()), owners(m.now()), null);
        }
        if (OVER.contains(m.event().type())) {
            add(
                    told,
                    NoticeKind.APPROVED_IN_VAIN,
                    m.ended().stream().map(Approval::by).toList(),
                    null);
        }
        return once(m, told);
    }

    private static NoticeKind forOwners(EventType type) {
        return switch (type) {
            case CHANGES_REQUESTED, SENDING_REFUSED -> NoticeKind.RETURNED;
            case REJECTED -> NoticeKind.REJECTED;
            case APPROVED -> NoticeKind.APPROVED;
            case EXPIRY_NEAR -> NoticeKind.EXPIRY_NEAR;
            case EXPIRED -> NoticeKind.EXPIRED;
            case SENT -> NoticeKind.SENT;
            default -> throw new IllegalArgumentException(type + " is not told to the requester's side");
        };
    }

    private static void add(List<Told> told, NoticeKind kind, List<PersonId> persons, @Nullable ApprovalStep step) {
        persons.forEach(p -> told.add(new Told(kind, p, step)));
    }

    private static List<PersonId> owners(MailRequest r) {
        return List.of(r.requester().person(), r.requester().enteredBy());
    }

    private static List<PersonId> approvers(MailRequest r) {
        return r.approvals().stream().map(Approval::by).toList();
    }

    private static void answered(EventType type, Event.Noted e, List<Told> told) {
        String person = e.data().get("person");
        if (person != null
                && AnswerOutcome.of(type, e).map(AnswerOutcome::reason).isPresent()) {
            told.add(new Told(NoticeKind.ANSWER_NOT_TAKEN, PersonId.of(person), null));
        }
    }

    private void delegated(Moment m, Event.StepDelegated e, List<Told> told) {
        for (ApprovalStep s : open(m, e.step())) {
            if (deciders.mayDecide(m.now(), s, e.to(), m.moment())) {
                told.add(new Told(NoticeKind.APPROVAL_WAITING, e.to(), s));
            }
        }
    }

    /** Those who may decide a step that the event opened. */
    private List<Told> waiting(Moment m, Set<String> openBefore) throws DirectoryException {
        List<Told> told = new ArrayList<>();
        for (ApprovalStep s : stillOpen(m)) {
            if (!openBefore.contains(s.id())) {
                add(told, NoticeKind.APPROVAL_WAITING, deciders.of(m.now(), m.after(), s, m.moment()), s);
            }
        }
        return told;
    }

    private static List<ApprovalStep> open(Moment m, String step) {
        return stillOpen(m).stream().filter(s -> s.id().equals(step)).toList();
    }

    /** Steps that were open after the event and still are, on the same text. */
    private static List<ApprovalStep> stillOpen(Moment m) {
        MailRequest now = m.now();
        if (now.state() != RequestState.IN_APPROVAL
                || !now.digest().equals(m.after().digest())) {
            return List.of();
        }
        Set<String> still = ids(now);
        return Steps.open(m.after().plan(), m.after().approvals()).stream()
                .filter(s -> still.contains(s.id()))
                .toList();
    }

    private static Set<String> ids(MailRequest r) {
        Set<String> ids = new HashSet<>();
        Steps.open(r.plan(), r.approvals()).forEach(s -> ids.add(s.id()));
        return ids;
    }

    /** Nobody is told twice of one thing, and nobody of what he did himself, unless it had no effect. */
    private static List<Told> once(Moment m, List<Told> all) {
        Map<String, Told> first = new LinkedHashMap<>();
        for (Told t : all) {
            if (!t.person().equals(m.event().actor()) || t.kind() == NoticeKind.ANSWER_NOT_TAKEN) {
                first.putIfAbsent(t.kind() + " " + t.person().value(), t);
            }
        }
        return List.copyOf(first.values());
    }
}
