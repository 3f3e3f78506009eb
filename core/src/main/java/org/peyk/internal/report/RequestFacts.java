package org.peyk.internal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.Approval;
import org.peyk.ErrorCode;
import org.peyk.ReasonCode;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Evolution.Happened;
import org.peyk.internal.lifecycle.Steps;
import org.peyk.report.RequestReport.Answer;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.event.EventType;

/**
 * What the measures need to know of one request, told by its events in order. Whether permission was obtained is found here from the events
 * alone, and not taken from the lifecycle that should have seen to it.
 */
final class RequestFacts {

    private boolean handedIn;
    private boolean firstIncomplete;
    private boolean blocked;
    private boolean corrected;
    private boolean approved;
    private boolean sentBack;
    private boolean started;
    private boolean startedUnapproved;
    private long voided;
    private long released;
    private final Map<ReasonCode, Long> returns = new EnumMap<>(ReasonCode.class);
    private @Nullable Instant submittedAt;
    private @Nullable Instant approvedAt;
    private @Nullable Instant sentAt;
    private @Nullable ApprovalPlan plan;
    private final List<Approval> approvals = new ArrayList<>();

    void tell(Happened h) {
        Event event = h.event();
        if (event instanceof Event.Revised) {
            plan = null;
            approvals.clear();
        } else if (event instanceof Event.SubmissionRefused e) {
            refused(e.code());
        } else if (event instanceof Event.Submitted e) {
            handedIn = true;
            submittedAt = submittedAt == null ? h.at() : submittedAt;
            plan = e.plan();
            approvals.clear();
        } else if (event instanceof Event.FindingReleased) {
            released++;
        } else if (event instanceof Event.ApprovalGiven e) {
            approvals.add(new Approval(
                    e.step(), Objects.requireNonNull(h.actor(), "actor"), e.onBehalfOf(), e.digest(), h.at()));
        } else if (event instanceof Event.ApprovalsVoided e) {
            voided += e.count();
            approvals.clear();
        } else if (event instanceof Event.Approved) {
            approved = true;
            approvedAt = h.at();
        } else if (event instanceof Event.ChangesRequested e) {
            sentBack(e.reason());
        } else if (event instanceof Event.Rejected e) {
            sentBack(e.reason());
        } else if (event instanceof Event.SendingStarted e) {
            started = true;
            startedUnapproved |= !permitted(e.digest());
        } else if (event instanceof Event.Sent) {
            sentAt = h.at();
        } else if (event instanceof Event.Noted e) {
            // what corrects another one is no mistake of its own
            corrected |= e.type() == EventType.CORRECTED && e.data().containsKey("by");
        }
    }

    private void refused(String code) {
        boolean first = submittedAt == null;
        handedIn = true;
        firstIncomplete |= first && code.equals(ErrorCode.INCOMPLETE.code());
        blocked |= code.equals(ErrorCode.BLOCKED_BY_FINDINGS.code());
    }

    private void sentBack(String reason) {
        sentBack = true;
        plan = null;
        returns.merge(reason(reason), 1L, Long::sum);
    }

    private static ReasonCode reason(String name) {
        for (ReasonCode r : ReasonCode.values()) {
            if (r.name().equals(name)) {
                return r;
            }
        }
        return ReasonCode.OTHER;
    }

    /** Every approval of the plan was given for just this digest, after the last change. */
    private boolean permitted(String digest) {
        return plan != null
                && approvals.stream().allMatch(a -> a.digest().equals(digest))
                && Steps.allDone(plan, approvals);
    }

    Answer informationSupplied() {
        return !handedIn ? Answer.NOT_YET : firstIncomplete ? Answer.NO : Answer.YES;
    }

    Answer permissionObtained() {
        return !started ? Answer.NOT_YET : startedUnapproved ? Answer.NO : Answer.YES;
    }

    Answer contentSuitable() {
        return !approved && !sentBack ? Answer.NOT_YET : sentBack || blocked ? Answer.NO : Answer.YES;
    }

    Optional<Duration> submittedToApproved() {
        return between(submittedAt, approvedAt);
    }

    Optional<Duration> approvedToSent() {
        return between(approvedAt, sentAt);
    }

    private static Optional<Duration> between(@Nullable Instant begin, @Nullable Instant end) {
        return begin == null || end == null ? Optional.empty() : Optional.of(Duration.between(begin, end));
    }

    boolean corrected() {
        return corrected;
    }

    long approvalsVoided() {
        return voided;
    }

    long findingsReleased() {
        return released;
    }

    Map<ReasonCode, Long> returns() {
        return returns;
    }
}
