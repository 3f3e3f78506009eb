package org.peyk.internal.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryState;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.ReplyCase;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.ReplyCaseRows;
import org.peyk.internal.store.ReplyCaseRows.Pending;
import org.peyk.internal.store.ReplyRows;
import org.peyk.internal.store.ReplyRows.Doubt;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;

/**
 * Writes what came back into the histories of requests. The rows say which event is still to be written; a crash in between is repaired by the
 * next poll, and the history itself is asked whether it has the event already, under the same version as it is written to, so that no event is
 * written twice.
 */
final class CaseEvents {

    private static final int PAGE = 100;

    private final Store store;
    private final RequestCommands commands;
    private final Clock clock;

    CaseEvents(Store store, RequestCommands commands, Clock clock) {
        this.store = store;
        this.commands = commands;
        this.clock = clock;
    }

    /** The event is there already. */
    private static final class Written extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Written() {
            super(null, null, false, false);
        }
    }

    /** Writes everything that is due. */
    void write() {
        doubts();
        long last = 0;
        List<Pending> page;
        do {
            long from = last;
            page = store.read(c -> ReplyCaseRows.pending(c, from, PAGE));
            for (Pending p : page) {
                complete(p.replyCase().id());
                last = p.replyCase().id();
            }
        } while (page.size() == PAGE);
    }

    /** Writes what is due about one case. */
    void complete(long id) {
        while (true) {
            Pending p = store.read(c -> ReplyCaseRows.pending(c, id - 1, 1)).stream()
                    .filter(x -> x.replyCase().id() == id)
                    .findFirst()
                    .orElse(null);
            if (p == null) {
                return;
            }
            EventType next = p.event() == EventType.REPLY_RECEIVED ? EventType.REPLY_ROUTED : null;
            ReplyCase.Closing closing = p.replyCase().closing();
            note(
                    p.replyCase().request(),
                    closing == null ? null : closing.by(),
                    p.event(),
                    id,
                    data(p.replyCase(), p.event()));
            store.write(c -> ReplyCaseRows.written(c, id, p.event(), next));
        }
    }

    private static Map<String, String> data(ReplyCase k, EventType event) {
        String reply = String.valueOf(k.id());
        ReplyCase.Closing closing = k.closing();
        if (event == EventType.REPLY_ROUTED) {
            return Map.of(
                    "reply", reply, "unit", k.unit().value(), "due", k.dueAt().toString());
        } else if (event == EventType.REPLY_CLOSED && closing != null) {
            return Map.of("reply", reply, "outcome", closing.outcome().name());
        }
        return Map.of("reply", reply);
    }

    private void doubts() {
        long last = 0;
        List<Doubt> page;
        do {
            long from = last;
            page = store.read(c -> ReplyRows.doubts(c, from, PAGE));
            for (Doubt d : page) {
                if (d.settled() || settledNow(d)) {
                    note(d.request(), null, EventType.IN_DOUBT_SETTLED, d.reply(), evidence(d));
                    store.run(c -> ReplyRows.doubt(c, d.reply(), null));
                }
                last = d.reply();
            }
        } while (page.size() == PAGE);
    }

    private static Map<String, String> evidence(Doubt d) {
        return Map.of(
                "reply", String.valueOf(d.reply()),
                "delivery", String.valueOf(d.delivery()),
                "to", DeliveryState.SENT.name(),
                "evidence", d.kind().name());
    }

    /** A mail came while its message was still being sent; is it in doubt by now? */
    private boolean settledNow(Doubt d) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.write(c -> {
            if (ReplyRows.settle(c, d.delivery(), now)) {
                ReplyRows.doubt(c, d.reply(), "SETTLED");
                return true;
            }
            if (!ReplyRows.deliveryState(c, d.delivery()).orElse("").equals(DeliveryState.IN_FLIGHT.name())) {
                ReplyRows.doubt(c, d.reply(), null);
            }
            return false;
        });
    }

    private void note(
            RequestId request, @Nullable PersonId actor, EventType type, long reply, Map<String, String> data) {
        try {
            commands.execute(request, actor, before -> {
                if (store.read(c -> ReplyCaseRows.noted(c, request, type, reply))) {
                    throw new Written();
                }
                return new Command.Note(type, data);
            });
        } catch (Written e) {
            // a crash came after the event, or another node was quicker: the mark alone is left to do
        } catch (PeykException e) {
            // a request that is gone has no history to complete
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
    }
}
