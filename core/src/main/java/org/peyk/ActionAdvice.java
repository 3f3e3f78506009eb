package org.peyk;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.peyk.internal.lifecycle.Lifecycle;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;

/** What a person can do with a request, and why not what is not possible. */
final class ActionAdvice {

    private final SubmissionDesk desk;
    private final Permissions permissions;

    ActionAdvice(SubmissionDesk desk, Permissions permissions) {
        this.desk = desk;
        this.permissions = permissions;
    }

    /** For each action of people: empty when it is possible, else the reason. */
    Map<Action, Optional<LocalizedText>> about(MailRequest r, PersonId actor) {
        Map<Action, Optional<LocalizedText>> answers = new EnumMap<>(Action.class);
        for (Action a : Action.values()) {
            if (a.byPerson()) {
                answers.put(a, whyNot(r, a, actor));
            }
        }
        return answers;
    }

    private Optional<LocalizedText> whyNot(MailRequest r, Action action, PersonId actor) {
        if (!Lifecycle.allowed(r.state()).contains(action)) {
            return Optional.of(ErrorCode.STATE.text());
        }
        return switch (action) {
            case APPROVE, REQUEST_CHANGES, REJECT, DELEGATE -> {
                if (r.touchers().contains(actor)) {
                    yield Optional.of(ErrorCode.APPROVER_TOUCHED.text());
                }
                boolean own = action == Action.DELEGATE;
                yield desk.standings(r, actor).stream().anyMatch(s -> !own || s.onBehalfOf() == null)
                        ? Optional.empty()
                        : Optional.of(ErrorCode.APPROVER_NO_AUTHORITY.text());
            }
            case WITHDRAW_APPROVAL ->
                r.approvals().stream().anyMatch(a -> a.by().equals(actor))
                        ? Optional.empty()
                        : Optional.of(ErrorCode.NOTHING_TO_WITHDRAW.text());
            case CLOSE_REVIEW -> review(r, actor);
            case COMMENT -> mayComment(r, actor) ? Optional.empty() : Optional.of(ErrorCode.NOT_PERMITTED.text());
            case RELEASE_FINDING ->
                permissions.dataProtection(actor) || permissions.may(actor, Action.REVISE, r.requester())
                        ? Optional.empty()
                        : Optional.of(ErrorCode.NOT_PERMITTED.text());
            default ->
                permissions.may(actor, action, r.requester())
                        ? Optional.empty()
                        : Optional.of(ErrorCode.NOT_PERMITTED.text());
        };
    }

    /** Whoever has a part in a request: those who wrote it, who may decide or decided, the office, and data protection. */
    boolean mayComment(MailRequest r, PersonId actor) {
        boolean part = r.touchers().contains(actor)
                || r.approvals().stream().anyMatch(a -> a.by().equals(actor))
                || permissions.inOffice(actor)
                || permissions.dataProtection(actor)
                || !desk.standings(r, actor).isEmpty();
        return part && permissions.may(actor, Action.COMMENT, r.requester());
    }

    private Optional<LocalizedText> review(MailRequest r, PersonId actor) {
        PermissionReview review = r.review();
        if (review == null || !review.open()) {
            return Optional.of(ErrorCode.NO_OPEN_REVIEW.text());
        }
        boolean used = r.touchers().contains(actor) || r.approvals().stream().anyMatch(a -> a.by().equals(actor));
        return !used && desk.reviews(r, review, actor)
                ? Optional.empty()
                : Optional.of(ErrorCode.NOT_A_REVIEWER.text());
    }
}
