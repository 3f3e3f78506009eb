package org.peyk.internal.notice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peyk.Approval;
import org.peyk.MailRequest;
import org.peyk.NoticeKind;
import org.peyk.RequestState;
import org.peyk.internal.lifecycle.Steps;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.event.EventType;

/** Who has to be told of an event, and what. What the request has left behind since is not told any more. */
final class NoticePlan {

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

    /** Those who are told of an event, each once. */
    List<Told> of(Moment m) throws DirectoryException {
        List<Told> told = new ArrayList<>();
        switch (m.event().type()) {
            case SUBMITTED -> told.addAll(waiting(m, NoticeKind.APPROVAL_WAITING, step -> true));
            case APPROVAL_GIVEN -> {
                Set<String> before = ids(m.before());
                told.addAll(waiting(m, NoticeKind.APPROVAL_WAITING, step -> !before.contains(step.id())));
            }
            case REVISED ->
                m.before().approvals().stream()
                        .map(Approval::by)
                        .forEach(by -> told.add(new Told(NoticeKind.APPROVALS_VOIDED, by, null)));
            case CHANGES_REQUESTED, SENDING_REFUSED -> told.addAll(owners(m, NoticeKind.RETURNED));
            case REJECTED -> told.addAll(owners(m, NoticeKind.REJECTED));
            case APPROVED -> told.addAll(owners(m, NoticeKind.APPROVED));
            case EXPIRED -> told.addAll(owners(m, NoticeKind.EXPIRED));
            case SENT -> told.addAll(owners(m, NoticeKind.SENT));
            default -> {
                // of the rest nobody is told
            }
        }
        return once(m, told);
    }

    /** Whether an event may have somebody to tell; spares reading histories for the others. */
    static boolean concerns(EventType type) {
        return switch (type) {
            case SUBMITTED,
                    APPROVAL_GIVEN,
                    REVISED,
                    CHANGES_REQUESTED,
                    SENDING_REFUSED,
                    REJECTED,
                    APPROVED,
                    EXPIRED,
                    SENT -> true;
            default -> false;
        };
    }

    private static Set<String> ids(MailRequest r) {
        Set<String> ids = new HashSet<>();
        Steps.open(r.plan(), r.approvals()).forEach(s -> ids.add(s.id()));
        return ids;
    }

    /** Those who may decide a step that was open after the event and still is, on the same text. */
    private List<Told> waiting(Moment m, NoticeKind kind, Predicate<ApprovalStep> which) throws DirectoryException {
        MailRequest now = m.now();
        if (now.state() != RequestState.IN_APPROVAL
                || !now.digest().equals(m.after().digest())) {
            return List.of();
        }
        Set<String> still = ids(now);
        List<Told> told = new ArrayList<>();
        for (ApprovalStep step : Steps.open(m.after().plan(), m.after().approvals())) {
            if (still.contains(step.id()) && which.test(step)) {
                for (PersonId p : deciders.of(now, step, m.moment())) {
                    told.add(new Told(kind, p, step));
                }
            }
        }
        return told;
    }

    private static List<Told> owners(Moment m, NoticeKind kind) {
        List<Told> told = new ArrayList<>();
        told.add(new Told(kind, m.now().requester().person(), null));
        told.add(new Told(kind, m.now().requester().enteredBy(), null));
        return told;
    }

    /** Nobody is told twice of one thing, and nobody of what he did himself. */
    private static List<Told> once(Moment m, List<Told> all) {
        Map<String, Told> first = new LinkedHashMap<>();
        for (Told t : all) {
            if (!t.person().equals(m.event().actor())) {
                first.putIfAbsent(t.kind() + " " + t.person().value(), t);
            }
        }
        return List.copyOf(first.values());
    }
}
