package org.peyk.internal.delivery;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.RequestState;
import org.peyk.Settlement;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.store.BatchKey;
import org.peyk.internal.store.Change;
import org.peyk.internal.store.CommitHook;
import org.peyk.internal.store.ExpansionRows;
import org.peyk.internal.store.LedgerRows;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;

/**
 * What a change of a request means for its sending: work is put, or rows change, in the same transaction. Made before the commands that call
 * it; the engine that does the work is made after them and listens here.
 */
public final class DeliveryHook implements CommitHook {

    /** Keys of the note about a row that was in doubt. */
    public static final String DELIVERY = "delivery";

    public static final String SETTLEMENT = "settlement";
    public static final String NOTE = "note";

    private final Clock clock;
    private final RunningRequests running = new RunningRequests();
    private volatile Runnable wake = () -> {};

    public DeliveryHook(Clock clock) {
        this.clock = Moments.of(clock);
    }

    RunningRequests running() {
        return running;
    }

    /** What looks for due work at once. */
    void onWork(Runnable look) {
        wake = look;
    }

    /** Puts work of another room, or moves it to another time. */
    public void put(Change change, String name, RequestId request, Instant due) {
        WorkQueue.task(change, name, request, due);
    }

    @Override
    public void with(Change change, @Nullable MailRequest before, MailRequest after, List<Event> events)
            throws SQLException {
        for (Event e : events) {
            with(change, after, e);
        }
    }

    private void with(Change change, MailRequest after, Event event) throws SQLException {
        RequestId id = after.id();
        if (event instanceof Event.Scheduled e) {
            WorkQueue.task(change, WorkQueue.DISPATCH, id, e.sendAt());
        } else if (event instanceof Event.SendingStarted) {
            WorkQueue.task(change, WorkQueue.EXPAND, id, clock.instant());
        } else if (event instanceof Event.Expanded) {
            ExpansionRows.recorded(change.now(), id);
            putBatches(change, after);
        } else if (event instanceof Event.Resumed) {
            resume(change, after);
        } else if (event instanceof Event.Cancelled) {
            LedgerRows.cancel(change.now(), id, null, DeliveryReason.REQUEST_CANCELLED, clock.instant());
        } else if (event instanceof Event.Expired) {
            LedgerRows.cancel(change.now(), id, null, DeliveryReason.TOO_LATE, clock.instant());
        } else if (event instanceof Event.Noted e && e.type() == EventType.IN_DOUBT_SETTLED) {
            settle(change, after, e);
        }
    }

    private void resume(Change change, MailRequest after) throws SQLException {
        if (after.state() == RequestState.SCHEDULED) {
            Instant sendAt = after.sendAt() == null ? clock.instant() : after.sendAt();
            WorkQueue.task(change, WorkQueue.DISPATCH, after.id(), sendAt);
        } else if (ExpansionRows.totals(change.now(), after.id()).recorded()) {
            putBatches(change, after);
        } else {
            WorkQueue.task(change, WorkQueue.EXPAND, after.id(), clock.instant());
        }
    }

    /** Puts every batch with something left to do; without any there is only the end to look at. */
    private void putBatches(Change change, MailRequest request) throws SQLException {
        if (request.state() != RequestState.SENDING) {
            return;
        }
        List<BatchKey> open = LedgerRows.openBatches(change.now(), request.id());
        if (open.isEmpty()) {
            WorkQueue.task(change, WorkQueue.COMPLETE, request.id(), clock.instant());
        } else {
            WorkQueue.batches(change, open, clock.instant());
        }
    }

    private void settle(Change change, MailRequest request, Event.Noted note) throws SQLException {
        String delivery = note.data().get(DELIVERY);
        String settlement = note.data().get(SETTLEMENT);
        if (delivery == null || settlement == null) {
            // settled by evidence elsewhere; the note alone is what there is to store
            return;
        }
        Settlement decision = Settlement.valueOf(settlement);
        DeliveryState to = switch (decision) {
            case SENT -> DeliveryState.SENT;
            case RESEND -> DeliveryState.PENDING;
            case CLOSE -> DeliveryState.CLOSED_IN_DOUBT;
        };
        DeliveryReason reason = decision == Settlement.RESEND ? DeliveryReason.RESEND : DeliveryReason.SETTLED;
        BatchKey key =
                LedgerRows.settle(change.now(), request.id(), Long.parseLong(delivery), to, reason, clock.instant());
        if (key == null) {
            throw new PeykException(ErrorCode.NOT_IN_DOUBT, null);
        }
        if (decision != Settlement.RESEND) {
            WorkQueue.task(change, WorkQueue.COMPLETE, request.id(), clock.instant());
        } else if (BatchRun.sendable(request.state())) {
            WorkQueue.batches(change, List.of(key), clock.instant());
        } else if (request.state() != RequestState.PAUSED) {
            throw new PeykException(ErrorCode.STATE, null);
        }
    }

    @Override
    public void afterCommit(MailRequest after, List<Event> events) {
        boolean work = false;
        for (Event e : events) {
            boolean stop = e instanceof Event.Paused
                    || e instanceof Event.Cancelled
                    || e instanceof Event.Expired
                    || e instanceof Event.Sent;
            if (stop) {
                running.end(after.id());
            }
            work |= e instanceof Event.Scheduled
                    || e instanceof Event.SendingStarted
                    || e instanceof Event.Expanded
                    || e instanceof Event.Resumed
                    || e instanceof Event.Noted;
        }
        if (work) {
            wake.run();
        }
    }
}
