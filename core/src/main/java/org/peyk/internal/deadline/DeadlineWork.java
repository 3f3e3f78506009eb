package org.peyk.internal.deadline;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.internal.delivery.DeliveryHook;
import org.peyk.internal.delivery.ScheduledWork;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.store.Change;
import org.peyk.internal.store.CommitHook;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what time asks for. A change of a request that moves its next deadline puts this work there in the same transaction, so that no
 * reminder is lost with a process.
 */
public final class DeadlineWork implements ScheduledWork {

    /** Name of the work in the store. */
    static final String NAME = "deadline";

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWork.class);

    private final Deadlines deadlines;
    private final RequestCommands commands;
    private final RequestRows rows;
    private final Clock clock;

    public DeadlineWork(Deadlines deadlines, RequestCommands commands, Store store, Clock clock) {
        this.deadlines = deadlines;
        this.commands = commands;
        this.rows = new RequestRows(store);
        this.clock = clock;
    }

    /** The part of it that the commands call, made before them. */
    public static CommitHook hook(Deadlines deadlines, DeliveryHook queue) {
        return new CommitHook() {
            @Override
            public void with(Change change, @Nullable MailRequest before, MailRequest after, List<Event> events) {
                Optional<Instant> next = deadlines.next(after);
                boolean put = before != null && deadlines.next(before).equals(next);
                if (next.isPresent() && !put) {
                    queue.put(change, NAME, after.id(), next.get());
                }
            }
        };
    }

    /** What was due is no longer, as the request changed meanwhile. */
    private static final class NoLongerDue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoLongerDue() {
            super("no longer due", null, false, false);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instant run(RequestId id) {
        Instant now = clock.instant();
        try {
            // each one changes what is due next, so that this comes to an end
            while (deadlines.due(commands.load(id), now).isPresent()) {
                commands.execute(
                        id,
                        null,
                        r -> deadlines.due(r, now).orElseThrow(NoLongerDue::new).command());
            }
        } catch (NoLongerDue | RefusedException e) {
            LOG.debug("request {} changed before its deadline was carried out", id);
        }
        return now;
    }

    @Override
    public @Nullable Instant due(Connection c, RequestId id, @Nullable RequestState state, Instant earliest)
            throws SQLException {
        Instant next = rows.find(c, id).flatMap(deadlines::next).orElse(null);
        return next != null && next.isBefore(earliest) ? earliest : next;
    }
}
