package org.peyk.internal.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.RefusedException;
import org.peyk.RefusedException.Refusal;
import org.peyk.StoreException;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Decision;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Lifecycle;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;

/** Carries decisions into the store: loads, decides, and stores state, events and what belongs to them in one transaction. */
public final class RequestCommands {

    private static final int ATTEMPTS = 50;
    private static final int RECENT_CHARACTERS = 4_000_000;
    private static final Store.Writing NOTHING = change -> {};

    private final Store store;
    private final RequestRows rows;
    private final Clock clock;
    private final List<CommitHook> hooks;
    private final RecentHeads recent;

    public RequestCommands(Store store, Clock clock, List<CommitHook> hooks) {
        this(store, clock, hooks, new RecentHeads(RECENT_CHARACTERS));
    }

    private RequestCommands(Store store, Clock clock, List<CommitHook> hooks, RecentHeads recent) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.clock = clock;
        this.hooks = List.copyOf(hooks);
        this.recent = recent;
    }

    /** The same commands, in a transaction of somebody else. */
    public RequestCommands in(Store joined) {
        // what the transaction writes is nobody else's to see until it is committed
        return new RequestCommands(joined, clock, hooks, new RecentHeads(0));
    }

    private record Stored(
            MailRequest request,
            List<Event> events,
            @Nullable Refusal refusal) {}

    /** Makes a request; a second call with the same idempotency key gives the first one back. */
    public MailRequest create(Command.Create command, PersonId actor, @Nullable String key) {
        Decision.Accepted d = Lifecycle.create(command, actor, now());
        for (int attempt = 1; ; attempt++) {
            Optional<RequestRows.Head> made = store.changeIfFree(change -> {
                RequestRows.Head head = rows.insert(change, d.next(), d.events(), actor, key);
                with(change, null, d.next(), d.events());
                return head;
            });
            if (made.isPresent()) {
                committed(made.get(), d.events());
                return d.next();
            }
            Optional<MailRequest> first = key == null ? Optional.empty() : store.look(c -> rows.byKey(c, key));
            if (first.isPresent()) {
                return first.get();
            }
            // not the key, but a file that somebody else stored in the same moment; it is there now
            if (attempt == ATTEMPTS) {
                throw new StoreException(ErrorCode.STORE_UNAVAILABLE, null);
            }
        }
    }

    public MailRequest load(RequestId id) {
        return head(id).request();
    }

    private RequestRows.Head head(RequestId id) {
        return store.look(c -> rows.head(c, id)).orElseThrow(() -> notFound());
    }

    /**
     * Decides and stores one command.
     *
     * @param command made from the request as it is; called again when the request changed meanwhile, so that what was gathered for it is
     *     gathered anew
     * @return the request as it is then
     * @throws RefusedException when the command is refused
     */
    public MailRequest execute(RequestId id, @Nullable PersonId actor, Function<MailRequest, Command> command) {
        return execute(id, actor, command, NOTHING);
    }

    /**
     * As {@link #execute(RequestId, PersonId, Function)}, with something that is stored with the change or not at all.
     *
     * @param also adds to the change; not called when nothing changes
     */
    public MailRequest execute(
            RequestId id, @Nullable PersonId actor, Function<MailRequest, Command> command, Store.Writing also) {
        // what the machine does for itself it does on what the store says, and on nothing it remembers
        MailRequest done = actor == null ? null : fromMemory(id, actor, command, also);
        if (done != null) {
            return done;
        }
        for (int attempt = 1; ; attempt++) {
            RequestRows.Head head = head(id);
            MailRequest before = head.request();
            Decision d = Lifecycle.decide(before, command.apply(before), actor, now());
            if (d instanceof Decision.Refused refused) {
                throw new RefusedException(refused.refusal());
            }
            Stored wanted = wanted(d);
            if (wanted.events().isEmpty()) {
                return before;
            }
            if (commit(head, wanted, actor, also)) {
                if (wanted.refusal() != null) {
                    throw new RefusedException(wanted.refusal());
                }
                return wanted.request();
            }
            if (attempt == ATTEMPTS) {
                throw new PeykException(ErrorCode.VERSION_CONFLICT, null);
            }
        }
    }

    /**
     * Tries a command on the request as this node last left it. Only what is stored counts, as the store then agrees that nothing changed
     * since; whatever else comes out, a refusal above all, is asked again of the request as it is.
     *
     * @return null when it must be asked again, or nothing is remembered
     */
    private @Nullable MailRequest fromMemory(
            RequestId id, PersonId actor, Function<MailRequest, Command> command, Store.Writing also) {
        RequestRows.Head head = recent.get(id);
        if (head == null) {
            return null;
        }
        MailRequest before = head.request();
        Decision d;
        try {
            d = Lifecycle.decide(before, command.apply(before), actor, now());
        } catch (RuntimeException e) {
            recent.forget(before.id());
            return null;
        }
        if (d instanceof Decision.Accepted a && !a.events().isEmpty() && commit(head, wanted(a), actor, also)) {
            return a.next();
        }
        recent.forget(before.id());
        return null;
    }

    private static Stored wanted(Decision d) {
        if (d instanceof Decision.Accepted a) {
            return new Stored(a.next(), a.events(), null);
        } else if (d instanceof Decision.RefusedOnRecord r) {
            return new Stored(r.next(), r.events(), r.refusal());
        }
        throw new IllegalStateException("unknown decision");
    }

    private boolean commit(RequestRows.Head head, Stored wanted, @Nullable PersonId actor, Store.Writing also) {
        Optional<RequestRows.Head> stored = store.change(change -> {
            RequestRows.Head next = rows.update(change, head, wanted.request(), wanted.events(), actor);
            with(change, head.request(), wanted.request(), wanted.events());
            also.add(change);
            return next;
        });
        stored.ifPresent(next -> committed(next, wanted.events()));
        return stored.isPresent();
    }

    private void with(Change change, @Nullable MailRequest before, MailRequest after, List<Event> events)
            throws SQLException {
        for (CommitHook h : hooks) {
            h.with(change, before, after, events);
        }
    }

    private void committed(RequestRows.Head head, List<Event> events) {
        MailRequest after = head.request();
        recent.put(head);
        store.afterCommit(() -> {
            if (stands(after)) {
                hooks.forEach(h -> h.afterCommit(after, events));
            }
        });
    }

    /** A portal may have gone back to a place before the change and have committed the rest. */
    private boolean stands(MailRequest after) {
        Store settled = store.settled();
        return settled == store
                || settled.look(c -> new RequestRows(settled).find(c, after.id()))
                        .filter(r -> r.version() >= after.version())
                        .isPresent();
    }

    private static PeykException notFound() {
        return new PeykException(ErrorCode.NOT_FOUND, null);
    }

    /** Moments are kept to the microsecond, as both engines keep them. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
