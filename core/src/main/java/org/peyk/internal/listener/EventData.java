package org.peyk.internal.listener;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peyk.RequestState;
import org.peyk.internal.lifecycle.Event;
import org.peyk.spi.event.EventType;

/**
 * What of an event listeners are told: states, codes, counts and keys. What people wrote (texts, notes, remarks) and addresses stay in the
 * store, where a listener that may see them can ask for them.
 */
final class EventData {

    /** Keys of noted events that hold codes, numbers and keys alone. Any other key is kept back. */
    private static final Set<String> NOTED = Set.of(
            "reply",
            "kind",
            "unit",
            "due",
            "outcome",
            "delivery",
            "from",
            "to",
            "state",
            "evidence",
            "reason",
            "count",
            "channel",
            "code",
            "into",
            "duplicate",
            "digest",
            "bodySha256",
            "language");

    private EventData() {}

    /** The state an event leads to, where the event alone says so; empty also when it leads nowhere. */
    static Optional<RequestState> leadsTo(Event event) {
        if (event instanceof Event.Created) {
            return Optional.of(RequestState.DRAFT);
        } else if (event instanceof Event.Submitted) {
            return Optional.of(RequestState.IN_APPROVAL);
        } else if (event instanceof Event.ApprovalWithdrawn) {
            return Optional.of(RequestState.IN_APPROVAL);
        } else if (event instanceof Event.Approved) {
            return Optional.of(RequestState.APPROVED);
        } else if (event instanceof Event.ChangesRequested || event instanceof Event.SendingRefused) {
            return Optional.of(RequestState.CHANGES_REQUESTED);
        } else if (event instanceof Event.Rejected) {
            return Optional.of(RequestState.REJECTED);
        } else if (event instanceof Event.Cancelled) {
            return Optional.of(RequestState.CANCELLED);
        } else if (event instanceof Event.Expired) {
            return Optional.of(RequestState.EXPIRED);
        } else if (event instanceof Event.Scheduled) {
            return Optional.of(RequestState.SCHEDULED);
        } else if (event instanceof Event.SendingStarted) {
            return Optional.of(RequestState.SENDING);
        } else if (event instanceof Event.Paused) {
            return Optional.of(RequestState.PAUSED);
        } else if (event instanceof Event.Sent) {
            return Optional.of(RequestState.SENT);
        }
        return Optional.empty();
    }

    /** Whether it changes the state in a way that only the events before it tell. */
    static boolean dependsOnHistory(Event event) {
        return event instanceof Event.Revised || event instanceof Event.Resumed;
    }

    static Map<String, String> of(Event event, @Nullable RequestState state) {
        Map<String, String> data = new TreeMap<>();
        if (state != null) {
            data.put("state", state.name());
        }
        if (event instanceof Event.Created e) {
            data.put("revision", "1");
            data.put("purpose", e.form().purpose().name());
        } else if (event instanceof Event.Revised e) {
            data.put("revision", String.valueOf(e.revision()));
        } else if (event instanceof Event.SubmissionRefused e) {
            data.put("code", e.code());
            data.put("missing", String.join(",", e.missing()));
        } else if (event instanceof Event.Submitted e) {
            data.put("audienceSize", String.valueOf(e.audienceSize()));
            data.put("steps", String.valueOf(e.plan().steps().size()));
            data.put("findings", String.valueOf(e.findings().size()));
        } else if (event instanceof Event.FindingReleased e) {
            data.put("code", e.code());
        } else if (event instanceof Event.ApprovalGiven e) {
            data.put("step", e.step());
            data.put("deputy", String.valueOf(e.onBehalfOf() != null));
        } else if (event instanceof Event.ApprovalWithdrawn e) {
            data.put("step", e.step());
        } else if (event instanceof Event.StepDelegated e) {
            data.put("step", e.step());
        } else if (event instanceof Event.StepReminded e) {
            data.put("step", e.step());
        } else if (event instanceof Event.StepEscalated e) {
            data.put("step", e.step());
        } else if (event instanceof Event.ExpiryNear e) {
            data.put("expiresAt", e.expiresAt().toString());
        } else if (event instanceof Event.ReviewOpened e) {
            data.put("permission", e.review().permission());
            data.put("kind", e.review().kind().name());
        } else if (event instanceof Event.ReviewClosed e) {
            data.put("suitable", String.valueOf(e.suitable()));
        } else if (event instanceof Event.ApprovalsVoided e) {
            data.put("count", String.valueOf(e.count()));
        } else if (event instanceof Event.ChangesRequested e) {
            data.put("reason", e.reason());
        } else if (event instanceof Event.Rejected e) {
            data.put("reason", e.reason());
        } else if (event instanceof Event.Scheduled e) {
            data.put("sendAt", e.sendAt().toString());
        } else if (event instanceof Event.SendingRefused e) {
            data.put("reason", e.remark());
        } else if (event instanceof Event.Paused e) {
            data.put("reason", e.remark());
        } else if (event instanceof Event.Expanded e) {
            data.put("planned", String.valueOf(e.planned()));
            data.put("folded", String.valueOf(e.folded()));
            data.put("rejected", String.valueOf(e.rejected()));
            data.put("excluded", String.valueOf(e.excluded()));
        } else if (event instanceof Event.Sent e) {
            e.counts().forEach((key, count) -> data.put("count." + key, String.valueOf(count)));
        } else if (event instanceof Event.Noted e && e.type() != EventType.COMMENTED) {
            e.data().forEach((key, value) -> {
                if (NOTED.contains(key)) {
                    data.put(key, value);
                }
            });
        }
        return data;
    }
}
