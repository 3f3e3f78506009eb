package org.peyk.internal.delivery;

import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryState;
import org.peyk.RelayLogFormat;
import org.peyk.RelayLogResult;
import org.peyk.internal.delivery.RelayLog.Fate;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.ReplyRows;
import org.peyk.internal.store.ReplyRows.DeliveryLookup;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.PersonId;
import org.peyk.spi.event.EventType;

/** Settles messages in doubt by what a relay's log says of them, some hundred messages at a time. Reading the same log again changes nothing. */
public final class RelayLogImport {

    private static final int AT_ONCE = 500;

    private final Store store;
    private final RequestCommands commands;
    private final Clock clock;
    private final PersonId actor;
    private final Map<String, Said> waiting = new LinkedHashMap<>();
    private long messages;
    private long settled;
    private long bounced;
    private long absent;

    private record Said(Fate fate, @Nullable String status) {}

    public RelayLogImport(Store store, RequestCommands commands, Clock clock, PersonId actor) {
        this.store = store;
        this.commands = commands;
        this.clock = clock;
        this.actor = actor;
    }

    public RelayLogResult run(Reader in, RelayLogFormat format) throws IOException {
        RelayLog log = new RelayLog(in, format);
        log.read(this::said);
        settle();
        return new RelayLogResult(log.lines(), messages, settled, bounced, absent, log.unreadable());
    }

    private void said(String messageId, Fate fate, @Nullable String status) {
        waiting.merge(messageId, new Said(fate, status), (a, b) -> b.fate().compareTo(a.fate()) >= 0 ? b : a);
        if (waiting.size() >= AT_ONCE) {
            settle();
        }
    }

    private void settle() {
        Map<String, DeliveryLookup> found = store.read(c -> ReplyRows.deliveries(c, new ArrayList<>(waiting.keySet())));
        found.forEach((id, row) -> {
            Said said = waiting.get(id);
            if (said != null) {
                messages++;
                apply(row, said);
            }
        });
        waiting.clear();
    }

    private void apply(DeliveryLookup row, Said said) {
        DeliveryState state = DeliveryState.valueOf(row.state());
        boolean doubtful = state == DeliveryState.IN_DOUBT || state == DeliveryState.PENDING;
        if (said.fate() == Fate.ABSENT) {
            absent += state == DeliveryState.IN_DOUBT ? 1 : 0;
            return;
        }
        if (doubtful && taken(row, said)) {
            settled++;
            state = DeliveryState.SENT;
        }
        if (said.fate() == Fate.BOUNCED && state == DeliveryState.SENT) {
            Instant now = now();
            bounced += store.write(c -> ReplyRows.bounced(c, row.id(), now, said.status())) ? 1 : 0;
        }
    }

    /** The row was not in doubt, or is not any more. */
    private static final class NotInDoubt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotInDoubt() {
            super("not in doubt", null, false, false);
        }
    }

    /** The row and the line in the request's history are one change. */
    private boolean taken(DeliveryLookup row, Said said) {
        Map<String, String> data = Map.of(
                DeliveryHook.DELIVERY,
                Long.toString(row.id()),
                "to",
                DeliveryState.SENT.name(),
                "evidence",
                "RELAY_LOG",
                "fate",
                said.fate().name());
        Instant now = now();
        try {
            commands.execute(row.request(), actor, r -> new Command.Note(EventType.IN_DOUBT_SETTLED, data), change -> {
                if (!ReplyRows.settle(change.now(), row.id(), now)) {
                    throw new NotInDoubt();
                }
            });
            return true;
        } catch (NotInDoubt e) {
            return false;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
