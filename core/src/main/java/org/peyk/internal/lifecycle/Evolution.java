package org.peyk.internal.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.Approval;
import org.peyk.ApprovalProgress;
import org.peyk.CheckedFinding;
import org.peyk.Delegation;
import org.peyk.FindingRelease;
import org.peyk.MailRequest;
import org.peyk.PermissionReview;
import org.peyk.RequestState;
import org.peyk.RequestTimes;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.ApprovalPlan;

/** Adds events up to a request. Pure; replaying a request's events from the first gives the stored request. */
public final class Evolution {

    private Evolution() {}

    /** An event with who and when. */
    public record Happened(Event event, @Nullable PersonId actor, Instant at) {}

    /** The request its events add up to. The first event must be the creation. */
    public static MailRequest replay(RequestId id, List<Happened> history) {
        Happened first = history.get(0);
        if (!(first.event() instanceof Event.Created c)) {
            throw new IllegalArgumentException("a history begins with a creation");
        }
        MailRequest r = created(id, Objects.requireNonNull(first.actor(), "actor"), first.at(), c);
        for (Happened h : history.subList(1, history.size())) {
            r = apply(r, h.event(), h.actor(), h.at());
        }
        return r;
    }

    /** The request after one more event. */
    public static MailRequest next(MailRequest r, Happened h) {
        return apply(r, h.event(), h.actor(), h.at());
    }

    static MailRequest created(RequestId id, PersonId actor, Instant at, Event.Created e) {
        return new MailRequest(
                id,
                RequestState.DRAFT,
                1,
                1,
                1,
                e.requester(),
                e.form(),
                e.digest(),
                // set semantics: requester, enteredBy and actor are usually one or two persons
                new HashSet<>(List.of(e.requester().person(), e.requester().enteredBy(), actor)),
                0,
                null,
                List.of(),
                ApprovalProgress.NONE,
                null,
                List.of(),
                List.of(),
                RequestTimes.NONE,
                null,
                null,
                null,
                null,
                null,
                at,
                at);
    }

    static MailRequest apply(MailRequest r, List<Event> events, @Nullable PersonId actor, Instant at) {
        MailRequest next = r;
        for (Event e : events) {
            next = apply(next, e, actor, at);
        }
        return next;
    }

    static MailRequest apply(MailRequest r, Event event, @Nullable PersonId actor, Instant at) {
        Draft d = new Draft(r, event, at);
        if (event instanceof Event.Revised e) {
            d.form = e.form();
            d.digest = e.digest();
            d.revision = e.revision();
            if (actor != null) {
                d.touchers.add(actor);
            }
            d.releases = List.of();
            d.findings = List.of();
            d.forgetApprovals();
            d.plan = null;
            d.times = r.times().open();
            d.sendAt = null;
            if (r.state() != RequestState.CHANGES_REQUESTED) {
                d.state = RequestState.DRAFT;
            }
        } else if (event instanceof Event.Submitted e) {
            d.state = RequestState.IN_APPROVAL;
            d.plan = e.plan();
            d.audienceSize = e.audienceSize();
            d.findings = e.findings();
            d.forgetApprovals();
            d.progress = Waiting.begun(r.progress(), at);
            if (e.plan().steps().isEmpty() && actor != null) {
                // by a permission given beforehand nobody else answers for it
                d.touchers.add(actor);
            }
            d.times = e.times();
            d.remark = null;
            d.note = null;
            d.remarkBy = null;
        } else if (event instanceof Event.FindingReleased e) {
            d.releases = append(r.releases(), e.release());
        } else if (event instanceof Event.ApprovalGiven e) {
            d.approvals = append(
                    r.approvals(),
                    new Approval(e.step(), Objects.requireNonNull(actor, "actor"), e.onBehalfOf(), e.digest(), at));
            d.progress = Waiting.after(r, d.approvals, at);
        } else if (event instanceof Event.ApprovalWithdrawn e) {
            d.withdraw(e.step(), Objects.requireNonNull(actor, "actor"));
        } else if (event instanceof Event.StepDelegated e) {
            d.progress = Waiting.delegated(
                    r.progress(), new Delegation(e.step(), Objects.requireNonNull(actor, "actor"), e.to(), at));
        } else if (event instanceof Event.StepReminded e) {
            d.progress = Waiting.reminded(r.progress(), e.step());
        } else if (event instanceof Event.StepEscalated e) {
            d.progress = Waiting.escalated(r.progress(), e.step());
        } else if (event instanceof Event.ExpiryNear e) {
            d.progress = Waiting.warned(r.progress(), e.expiresAt());
        } else if (event instanceof Event.HandedOver e) {
            d.requester = e.requester();
            d.touchers.add(e.requester().person());
            d.touchers.add(e.requester().enteredBy());
        } else if (event instanceof Event.ApprovalsVoided) {
            d.approvals = List.of();
        } else if (event instanceof Event.Approved) {
            d.state = RequestState.APPROVED;
            d.progress = Waiting.ended(r.progress());
        } else if (event instanceof Event.ReviewOpened e) {
            d.review = new PermissionReview(e.review(), at, null, null, null, null);
        } else if (event instanceof Event.ReviewClosed e) {
            d.review = new PermissionReview(
                    Objects.requireNonNull(r.review(), "review").asked(),
                    r.review().openedAt(),
                    actor,
                    at,
                    e.suitable(),
                    e.note());
        } else if (event instanceof Event.ChangesRequested e) {
            d.end(RequestState.CHANGES_REQUESTED, e.reason(), e.note(), actor);
            d.forgetApprovals();
            d.plan = null;
        } else if (event instanceof Event.Rejected e) {
            d.end(RequestState.REJECTED, e.reason(), e.note(), actor);
        } else if (event instanceof Event.Cancelled e) {
            d.end(RequestState.CANCELLED, e.remark(), e.note(), actor);
        } else if (event instanceof Event.Expired e) {
            d.end(RequestState.EXPIRED, null, e.note(), actor);
        } else if (event instanceof Event.Scheduled e) {
            d.state = RequestState.SCHEDULED;
            d.sendAt = e.sendAt();
        } else if (event instanceof Event.SendingStarted) {
            d.state = RequestState.SENDING;
        } else if (event instanceof Event.SendingRefused e) {
            d.end(RequestState.CHANGES_REQUESTED, e.remark(), e.note(), actor);
            d.forgetApprovals();
            d.plan = null;
            d.sendAt = null;
        } else if (event instanceof Event.Paused e) {
            d.pausedFrom = r.state();
            d.state = RequestState.PAUSED;
            d.remark = e.remark();
            d.note = e.note();
            d.remarkBy = actor;
        } else if (event instanceof Event.Resumed) {
            d.state = Objects.requireNonNull(r.pausedFrom(), "pausedFrom");
            d.pausedFrom = null;
            d.remark = null;
            d.note = null;
            d.remarkBy = null;
        } else if (event instanceof Event.Sent) {
            d.state = RequestState.SENT;
        }
        // SubmissionRefused, Expanded and Noted change nothing but version and time.
        return d.freeze();
    }

    /** What leaves the text, its approvals and its people alone. */
    private static boolean quiet(Event event) {
        return event instanceof Event.Noted
                || event instanceof Event.StepReminded
                || event instanceof Event.StepEscalated
                || event instanceof Event.StepDelegated
                || event instanceof Event.ExpiryNear
                || event instanceof Event.SubmissionRefused;
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** The next request in the making; its version is one more than the last. */
    private static final class Draft {
        private final MailRequest last;
        private final boolean quiet;
        private final Instant at;
        private final Set<PersonId> touchers;
        private Requester requester;
        private RequestState state;
        private int revision;
        private RequestForm form;
        private String digest;
        private long audienceSize;
        private @Nullable ApprovalPlan plan;
        private List<Approval> approvals;
        private ApprovalProgress progress;
        private @Nullable PermissionReview review;
        private List<CheckedFinding> findings;
        private List<FindingRelease> releases;
        private RequestTimes times;
        private @Nullable Instant sendAt;
        private @Nullable RequestState pausedFrom;
        private @Nullable String remark;
        private @Nullable String note;
        private @Nullable PersonId remarkBy;

        Draft(MailRequest r, Event event, Instant at) {
            this.last = r;
            this.quiet = quiet(event);
            this.at = at;
            this.touchers = new HashSet<>(r.touchers());
            this.requester = r.requester();
            this.state = r.state();
            this.revision = r.revision();
            this.form = r.form();
            this.digest = r.digest();
            this.audienceSize = r.audienceSize();
            this.plan = r.plan();
            this.approvals = r.approvals();
            this.progress = r.progress();
            this.review = r.review();
            this.findings = r.findings();
            this.releases = r.releases();
            this.times = r.times();
            this.sendAt = r.sendAt();
            this.pausedFrom = r.pausedFrom();
            this.remark = r.remark();
            this.note = r.note();
            this.remarkBy = r.remarkBy();
        }

        /** What was approved is no longer asked for: nothing waits, and no permission was used. */
        void forgetApprovals() {
            approvals = List.of();
            progress = Waiting.forgotten(progress);
            review = null;
        }

        void withdraw(String step, PersonId by) {
            approvals = approvals.stream()
                    .filter(a -> !(a.step().equals(step) && a.by().equals(by)))
                    .toList();
            progress = Waiting.again(last, approvals, step, at);
            review = null;
            state = RequestState.IN_APPROVAL;
            pausedFrom = null;
            sendAt = null;
        }

        void end(RequestState to, @Nullable String why, @Nullable String words, @Nullable PersonId who) {
            state = to;
            remark = why;
            note = words;
            remarkBy = who;
            pausedFrom = null;
        }

        MailRequest freeze() {
            return new MailRequest(
                    last.id(),
                    state,
                    last.version() + 1,
                    quiet ? last.editVersion() : last.version() + 1,
                    revision,
                    requester,
                    form,
                    digest,
                    touchers,
                    audienceSize,
                    plan,
                    approvals,
                    progress,
                    review,
                    findings,
                    releases,
                    times,
                    sendAt,
                    pausedFrom,
                    remark,
                    note,
                    remarkBy,
                    last.createdAt(),
                    at);
        }
    }
}
