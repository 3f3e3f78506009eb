package org.peyk.internal.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.Action;
import org.peyk.CheckedFinding;
import org.peyk.Missing;
import org.peyk.ReasonCode;
import org.peyk.RequestTimes;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.event.EventType;

/**
 * What somebody wants to be done, with everything the decision needs that is not in the request itself: what checks, policies, sources and
 * the directory said is gathered before, so that deciding is a pure function.
 */
public sealed interface Command {

    /** The action in the transition table. */
    Action action();

    /** Begins a request. Not in the table, as there is no state before. */
    record Create(RequestId id, Requester requester, RequestForm form, String digest) {}

    /** What was gathered for a submission. */
    record Submission(
            List<Missing> missing,
            List<CheckedFinding> findings,
            long audienceSize,
            @Nullable PolicyAnswer policy,
            Set<String> stepsWithoutApprover,
            RequestTimes times,
            SizeAnswers sizes) {
        public Submission {
            missing = List.copyOf(missing);
            findings = List.copyOf(findings);
            stepsWithoutApprover = Set.copyOf(stepsWithoutApprover);
        }

        /** Without a lead time, and without an event. */
        public Submission(
                List<Missing> missing,
                List<CheckedFinding> findings,
                long audienceSize,
                @Nullable PolicyAnswer policy,
                Set<String> stepsWithoutApprover) {
            this(missing, findings, audienceSize, policy, stepsWithoutApprover, RequestTimes.NONE, SizeAnswers.NONE);
        }
    }

    /**
     * What people said about the size of the audience.
     *
     * @param questioned whether this audience was refused before, as it was not of the expected size; typing another number does not settle that
     * @param requester the size the requester's side confirmed for this revision, if it did
     * @param office the size somebody else of the communications office confirmed for it
     */
    record SizeAnswers(boolean questioned, OptionalLong requester, OptionalLong office) {

        /** Nobody was asked. */
        public static final SizeAnswers NONE = new SizeAnswers(false, OptionalLong.empty(), OptionalLong.empty());
    }

    /** A step somebody may decide, for himself or for a principal. */
    record Standing(String step, @Nullable PersonId onBehalfOf) {}

    /**
     * Changes the form. A request that was in approval or approved goes through submission again at once; when the submission does not
     * pass it is a draft again.
     */
    record Revise(int expectedVersion, RequestForm form, String digest, Submission submission) implements Command {
        @Override
        public Action action() {
            return Action.REVISE;
        }
    }

    record Submit(String digest, Submission submission) implements Command {
        @Override
        public Action action() {
            return Action.SUBMIT;
        }
    }

    record ReleaseFinding(CheckedFinding finding, boolean dataProtection, String legalBasis, String reason)
            implements Command {
        @Override
        public Action action() {
            return Action.RELEASE_FINDING;
        }
    }

    record Approve(String digest, List<Standing> standings) implements Command {
        @Override
        public Action action() {
            return Action.APPROVE;
        }
    }

    record RequestChanges(ReasonCode reason, String note, List<Standing> standings) implements Command {
        @Override
        public Action action() {
            return Action.REQUEST_CHANGES;
        }
    }

    record Reject(ReasonCode reason, String note, List<Standing> standings) implements Command {
        @Override
        public Action action() {
            return Action.REJECT;
        }
    }

    record Cancel(String note, @Nullable String remark) implements Command {

        /** For no reason that has a code. */
        public Cancel(String note) {
            this(note, null);
        }

        @Override
        public Action action() {
            return Action.CANCEL;
        }
    }

    record Schedule(@Nullable Instant at) implements Command {
        @Override
        public Action action() {
            return Action.SCHEDULE;
        }
    }

    record Pause(String remark, String note) implements Command {
        @Override
        public Action action() {
            return Action.PAUSE;
        }
    }

    record Resume() implements Command {
        @Override
        public Action action() {
            return Action.RESUME;
        }
    }

    /** Takes the actor's own approvals back. */
    record WithdrawApproval(String note) implements Command {
        @Override
        public Action action() {
            return Action.WITHDRAW_APPROVAL;
        }
    }

    /** Gives the actor's own decisions in open steps to somebody who is active. */
    record Delegate(PersonId to, String note, List<Standing> standings) implements Command {
        @Override
        public Action action() {
            return Action.DELEGATE;
        }
    }

    /** Gives the request to somebody who is active in its unit. */
    record HandOver(PersonId to, String note) implements Command {
        @Override
        public Action action() {
            return Action.HAND_OVER;
        }
    }

    /** Closes the look afterwards; whether the actor is one of the reviewers was asked before. */
    record CloseReview(boolean reviewer, boolean suitable, String note) implements Command {
        @Override
        public Action action() {
            return Action.CLOSE_REVIEW;
        }
    }

    record Remind(String step) implements Command {
        @Override
        public Action action() {
            return Action.REMIND;
        }
    }

    record Escalate(String step) implements Command {
        @Override
        public Action action() {
            return Action.ESCALATE;
        }
    }

    record WarnExpiry(Instant expiresAt) implements Command {
        @Override
        public Action action() {
            return Action.WARN_EXPIRY;
        }
    }

    record Comment(String text) implements Command {
        @Override
        public Action action() {
            return Action.COMMENT;
        }
    }

    /** Begins to send; the digest is computed again from what will really be sent. */
    record StartSending(String digest) implements Command {
        @Override
        public Action action() {
            return Action.START_SENDING;
        }
    }

    record RefuseSending(String remark, String note) implements Command {
        @Override
        public Action action() {
            return Action.REFUSE_SENDING;
        }
    }

    record RecordExpansion(long planned, long folded, long rejected, long excluded) implements Command {
        @Override
        public Action action() {
            return Action.RECORD_EXPANSION;
        }
    }

    record Complete(Map<String, Long> counts) implements Command {
        @Override
        public Action action() {
            return Action.COMPLETE;
        }
    }

    record Expire(String note) implements Command {
        @Override
        public Action action() {
            return Action.EXPIRE;
        }
    }

    /** Notes something about sending or answers. */
    record Note(EventType type, Map<String, String> data) implements Command {
        @Override
        public Action action() {
            return Action.NOTE;
        }
    }
}
