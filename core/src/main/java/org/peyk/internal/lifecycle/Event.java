package org.peyk.internal.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.CheckedFinding;
import org.peyk.FindingRelease;
import org.peyk.RequestTimes;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.event.EventType;

/**
 * Something that happened to a request. Events are the truth: the stored request is what its events add up to. They are stored as JSON under
 * the name of their {@link EventType}; a field may be added to one, never renamed or removed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Created.class, name = "CREATED"),
    @JsonSubTypes.Type(value = Event.Revised.class, name = "REVISED"),
    @JsonSubTypes.Type(value = Event.SubmissionRefused.class, name = "SUBMISSION_REFUSED"),
    @JsonSubTypes.Type(value = Event.Submitted.class, name = "SUBMITTED"),
    @JsonSubTypes.Type(value = Event.FindingReleased.class, name = "FINDING_RELEASED"),
    @JsonSubTypes.Type(value = Event.ApprovalGiven.class, name = "APPROVAL_GIVEN"),
    @JsonSubTypes.Type(value = Event.ApprovalsVoided.class, name = "APPROVALS_VOIDED"),
    @JsonSubTypes.Type(value = Event.Approved.class, name = "APPROVED"),
    @JsonSubTypes.Type(value = Event.ChangesRequested.class, name = "CHANGES_REQUESTED"),
    @JsonSubTypes.Type(value = Event.Rejected.class, name = "REJECTED"),
    @JsonSubTypes.Type(value = Event.Cancelled.class, name = "CANCELLED"),
    @JsonSubTypes.Type(value = Event.Expired.class, name = "EXPIRED"),
    @JsonSubTypes.Type(value = Event.Scheduled.class, name = "SCHEDULED"),
    @JsonSubTypes.Type(value = Event.SendingStarted.class, name = "SENDING_STARTED"),
    @JsonSubTypes.Type(value = Event.SendingRefused.class, name = "SENDING_REFUSED"),
    @JsonSubTypes.Type(value = Event.Expanded.class, name = "EXPANDED"),
    @JsonSubTypes.Type(value = Event.Paused.class, name = "PAUSED"),
    @JsonSubTypes.Type(value = Event.Resumed.class, name = "RESUMED"),
    @JsonSubTypes.Type(value = Event.Sent.class, name = "SENT"),
    @JsonSubTypes.Type(value = Event.ApprovalWithdrawn.class, name = "APPROVAL_WITHDRAWN"),
    @JsonSubTypes.Type(value = Event.StepDelegated.class, name = "STEP_DELEGATED"),
    @JsonSubTypes.Type(value = Event.StepReminded.class, name = "STEP_REMINDED"),
    @JsonSubTypes.Type(value = Event.StepEscalated.class, name = "STEP_ESCALATED"),
    @JsonSubTypes.Type(value = Event.ExpiryNear.class, name = "EXPIRY_NEAR"),
    @JsonSubTypes.Type(value = Event.HandedOver.class, name = "HANDED_OVER"),
    @JsonSubTypes.Type(value = Event.ReviewOpened.class, name = "REVIEW_OPENED"),
    @JsonSubTypes.Type(value = Event.ReviewClosed.class, name = "REVIEW_CLOSED"),
    @JsonSubTypes.Type(value = Event.Noted.class, name = "NOTED")
})
public sealed interface Event {

    /** The type under which listeners and the audit know it. */
    @JsonIgnore
    EventType type();

    record Created(Requester requester, RequestForm form, String digest) implements Event {
        @Override
        public EventType type() {
            return EventType.CREATED;
        }
    }

    record Revised(int revision, RequestForm form, String digest) implements Event {
        @Override
        public EventType type() {
            return EventType.REVISED;
        }
    }

    record SubmissionRefused(String code, List<String> missing) implements Event {
        @Override
        public EventType type() {
            return EventType.SUBMISSION_REFUSED;
        }
    }

    record Submitted(
            String digest, long audienceSize, ApprovalPlan plan, List<CheckedFinding> findings, RequestTimes times)
            implements Event {
        @Override
        public EventType type() {
            return EventType.SUBMITTED;
        }
    }

    record FindingReleased(String code, FindingRelease release) implements Event {
        @Override
        public EventType type() {
            return EventType.FINDING_RELEASED;
        }
    }

    record ApprovalGiven(String step, @Nullable PersonId onBehalfOf, String digest) implements Event {
        @Override
        public EventType type() {
            return EventType.APPROVAL_GIVEN;
        }
    }

    record ApprovalsVoided(int count) implements Event {
        @Override
        public EventType type() {
            return EventType.APPROVALS_VOIDED;
        }
    }

    record Approved(String digest) implements Event {
        @Override
        public EventType type() {
            return EventType.APPROVED;
        }
    }

    record ChangesRequested(
            String reason, String note, @Nullable PersonId onBehalfOf) implements Event {
        @Override
        public EventType type() {
            return EventType.CHANGES_REQUESTED;
        }
    }

    record Rejected(String reason, String note, @Nullable PersonId onBehalfOf) implements Event {
        @Override
        public EventType type() {
            return EventType.REJECTED;
        }
    }

    record Cancelled(String note, @Nullable String remark) implements Event {
        @Override
        public EventType type() {
            return EventType.CANCELLED;
        }
    }

    record Expired(String note) implements Event {
        @Override
        public EventType type() {
            return EventType.EXPIRED;
        }
    }

    record Scheduled(Instant sendAt) implements Event {
        @Override
        public EventType type() {
            return EventType.SCHEDULED;
        }
    }

    record SendingStarted(String digest) implements Event {
        @Override
        public EventType type() {
            return EventType.SENDING_STARTED;
        }
    }

    record SendingRefused(String remark, String note) implements Event {
        @Override
        public EventType type() {
            return EventType.SENDING_REFUSED;
        }
    }

    record Expanded(long planned, long folded, long rejected, long excluded) implements Event {
        @Override
        public EventType type() {
            return EventType.EXPANDED;
        }
    }

    record Paused(String remark, String note) implements Event {
        @Override
        public EventType type() {
            return EventType.PAUSED;
        }
    }

    record Resumed() implements Event {
        @Override
        public EventType type() {
            return EventType.RESUMED;
        }
    }

    record Sent(Map<String, Long> counts) implements Event {
        @Override
        public EventType type() {
            return EventType.SENT;
        }
    }

    /** The actor took an approval back; once for each of the actor's approvals. */
    record ApprovalWithdrawn(String step, String note) implements Event {
        @Override
        public EventType type() {
            return EventType.APPROVAL_WITHDRAWN;
        }
    }

    /** The actor lets somebody else decide a step. */
    record StepDelegated(String step, PersonId to, String note) implements Event {
        @Override
        public EventType type() {
            return EventType.STEP_DELEGATED;
        }
    }

    record StepReminded(String step) implements Event {
        @Override
        public EventType type() {
            return EventType.STEP_REMINDED;
        }
    }

    record StepEscalated(String step) implements Event {
        @Override
        public EventType type() {
            return EventType.STEP_ESCALATED;
        }
    }

    record ExpiryNear(Instant expiresAt) implements Event {
        @Override
        public EventType type() {
            return EventType.EXPIRY_NEAR;
        }
    }

    record HandedOver(Requester requester, String note) implements Event {
        @Override
        public EventType type() {
            return EventType.HANDED_OVER;
        }
    }

    record ReviewOpened(LaterReview review) implements Event {
        @Override
        public EventType type() {
            return EventType.REVIEW_OPENED;
        }
    }

    record ReviewClosed(boolean suitable, String note) implements Event {
        @Override
        public EventType type() {
            return EventType.REVIEW_CLOSED;
        }
    }

    /** Something that leaves the request as it is: a remark, an answer, a decision about a message in doubt. */
    record Noted(EventType type, Map<String, String> data) implements Event {
        /** The one kind whose type is a value of its own, and so belongs into what is stored. */
        @Override
        @JsonIgnore(false)
        @JsonProperty("type")
        public EventType type() {
            return type;
        }
    }
}
