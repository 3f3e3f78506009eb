package org.peyk.internal.lifecycle;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.peyk.Action;
import org.peyk.RequestState;

import static org.peyk.RequestState.APPROVED;
import static org.peyk.RequestState.CANCELLED;
import static org.peyk.RequestState.CHANGES_REQUESTED;
import static org.peyk.RequestState.DRAFT;
import static org.peyk.RequestState.EXPIRED;
import static org.peyk.RequestState.IN_APPROVAL;
import static org.peyk.RequestState.PAUSED;
import static org.peyk.RequestState.REJECTED;
import static org.peyk.RequestState.SCHEDULED;
import static org.peyk.RequestState.SENDING;
import static org.peyk.RequestState.SENT;

/**
 * States × actions → the states that may follow. This table is the lifecycle: decisions are held against it, and the diagram in the
 * documentation and the exhaustive test are made from it.
 */
public final class TransitionTable {

    private static final Map<RequestState, Map<Action, Set<RequestState>>> ROWS = build();

    /** What is left out of the diagram, as it leaves the state as it is. */
    private static final Set<Action> QUIET = EnumSet.of(
            Action.COMMENT,
            Action.NOTE,
            Action.RECORD_EXPANSION,
            Action.DELEGATE,
            Action.HAND_OVER,
            Action.CLOSE_REVIEW,
            Action.REMIND,
            Action.ESCALATE,
            Action.WARN_EXPIRY);

    private TransitionTable() {}

    private static Map<RequestState, Map<Action, Set<RequestState>>> build() {
        Map<RequestState, Map<Action, Set<RequestState>>> rows = new EnumMap<>(RequestState.class);
        for (RequestState s : RequestState.values()) {
            rows.put(s, new EnumMap<>(Action.class));
        }
        for (RequestState s : EnumSet.of(DRAFT, CHANGES_REQUESTED)) {
            put(rows, s, Action.REVISE, s);
            // A permission given beforehand leaves nobody to wait for.
            put(rows, s, Action.SUBMIT, IN_APPROVAL, APPROVED, s);
            put(rows, s, Action.RELEASE_FINDING, s);
        }
        // A change while in approval or after it voids every approval; it is submitted again at once, or is a draft
        // again.
        for (RequestState s : EnumSet.of(IN_APPROVAL, APPROVED, SCHEDULED)) {
            put(rows, s, Action.REVISE, IN_APPROVAL, APPROVED, DRAFT);
        }
        put(rows, IN_APPROVAL, Action.APPROVE, IN_APPROVAL, APPROVED);
        put(rows, IN_APPROVAL, Action.REQUEST_CHANGES, CHANGES_REQUESTED);
        put(rows, IN_APPROVAL, Action.REJECT, REJECTED);
        put(rows, IN_APPROVAL, Action.DELEGATE, IN_APPROVAL);
        put(rows, IN_APPROVAL, Action.REMIND, IN_APPROVAL);
        put(rows, IN_APPROVAL, Action.ESCALATE, IN_APPROVAL);
        // Once a message may have left, an approval cannot be taken back: the sending can be stopped.
        for (RequestState s : EnumSet.of(IN_APPROVAL, APPROVED, SCHEDULED, PAUSED)) {
            put(rows, s, Action.WITHDRAW_APPROVAL, IN_APPROVAL);
        }
        for (RequestState s : EnumSet.of(DRAFT, CHANGES_REQUESTED, IN_APPROVAL, APPROVED, SCHEDULED, PAUSED)) {
            put(rows, s, Action.HAND_OVER, s);
        }
        for (RequestState s : EnumSet.of(APPROVED, SCHEDULED, SENDING, PAUSED, SENT, CANCELLED, EXPIRED)) {
            put(rows, s, Action.CLOSE_REVIEW, s);
        }
        for (RequestState s : EnumSet.of(DRAFT, CHANGES_REQUESTED, IN_APPROVAL, APPROVED, SCHEDULED, PAUSED)) {
            put(rows, s, Action.WARN_EXPIRY, s);
        }
        put(rows, APPROVED, Action.SCHEDULE, SCHEDULED);
        put(rows, SCHEDULED, Action.SCHEDULE, SCHEDULED);
        put(rows, SCHEDULED, Action.START_SENDING, SENDING);
        put(rows, SCHEDULED, Action.REFUSE_SENDING, CHANGES_REQUESTED);
        put(rows, SCHEDULED, Action.PAUSE, PAUSED);
        put(rows, SENDING, Action.PAUSE, PAUSED);
        put(rows, PAUSED, Action.RESUME, SCHEDULED, SENDING);
        put(rows, SENDING, Action.RECORD_EXPANSION, SENDING);
        put(rows, PAUSED, Action.RECORD_EXPANSION, PAUSED);
        put(rows, SENDING, Action.COMPLETE, SENT);
        for (RequestState s : EnumSet.of(DRAFT, CHANGES_REQUESTED, IN_APPROVAL, APPROVED, SCHEDULED, SENDING, PAUSED)) {
            put(rows, s, Action.CANCEL, CANCELLED);
        }
        for (RequestState s : EnumSet.of(DRAFT, CHANGES_REQUESTED, IN_APPROVAL, APPROVED, SCHEDULED, PAUSED)) {
            put(rows, s, Action.EXPIRE, EXPIRED);
        }
        for (RequestState s : RequestState.values()) {
            put(rows, s, Action.COMMENT, s);
            put(rows, s, Action.NOTE, s);
        }
        rows.replaceAll((s, row) -> Collections.unmodifiableMap(row));
        return Collections.unmodifiableMap(rows);
    }

    private static void put(
            Map<RequestState, Map<Action, Set<RequestState>>> rows,
            RequestState from,
            Action action,
            RequestState... to) {
        Objects.requireNonNull(rows.get(from)).put(action, Collections.unmodifiableSet(EnumSet.copyOf(Set.of(to))));
    }

    /** The states an action may lead to; empty when it is not allowed. */
    public static Set<RequestState> targets(RequestState from, Action action) {
        return row(from).getOrDefault(action, Set.of());
    }

    private static Map<Action, Set<RequestState>> row(RequestState from) {
        return Objects.requireNonNull(ROWS.get(from));
    }

    /** The actions a state allows, whoever the actor is. */
    public static Set<Action> actions(RequestState from) {
        return row(from).keySet();
    }

    /** The diagram of states and actions, for Mermaid, without what leaves the state as it is. */
    public static String mermaid() {
        StringBuilder b = new StringBuilder("stateDiagram-v2\n    [*] --> DRAFT: CREATE\n");
        ROWS.forEach((from, row) -> row.forEach((action, targets) -> {
            if (QUIET.contains(action)) {
                return;
            }
            for (RequestState to : targets) {
                b.append("    ")
                        .append(from)
                        .append(" --> ")
                        .append(to)
                        .append(": ")
                        .append(action)
                        .append('\n');
            }
        }));
        for (RequestState s : RequestState.values()) {
            if (s.terminal()) {
                b.append("    ").append(s).append(" --> [*]\n");
            }
        }
        return b.toString();
    }
}
