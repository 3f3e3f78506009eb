package org.peyk.internal.store;

import java.sql.Connection;
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
    private static final Store.Action NOTHING = c -> {};

    private final Store store;
    private final RequestRows rows;
    private final Clock clock;
    private final List<CommitHook> hooks;

    public RequestCommands(Store store, Clock clock, List<CommitHook> hooks) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.clock = clock;
        this.hooks = List.copyOf(hooks);
    }

    /** The same commands, in a transaction of somebody else. */
    public RequestCommands in(Store joined) {
        return new RequestCommands(joined, clock, hooks);
    }

    private record Stored(
            MailRequest request,
            List<Event> events,
            @Nullable Refusal refusal) {}

    /** Makes a request; a second call with the same idempotency key gives the first one back. */
    public MailRequest create(Command.Create command, PersonId actor, @Nullable String key) {
        Decision.Accepted d = Lifecycle.create(command, actor, now());
        MailRequest made;
        try {
            made = store.write(c -> {
                Optional<MailRequest> known = key == null ? Optional.empty() : rows.byKey(c, key);
                if (known.isEmpty()) {
                    rows.insert(c, d.next(), d.events(), actor, key);
                    inTransaction(c, d.next(), d.events());
                }
                return known.orElse(d.next());
            });
        } catch (StoreException e) {
            // two clicks in the same moment: the other one's row is there now
            made = Optional.ofNullable(key)
                    .flatMap(k -> store.read(c -> rows.byKey(c, k)))
                    .orElseThrow(() -> e);
        }
        if (made.id().equals(command.id())) {
            afterCommit(made, d.events());
        }
        return made;
    }

    public MailRequest load(RequestId id) {
        return store.read(c -> rows.find(c, id)).orElseThrow(() -> notFound());
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
     * @param also runs in the transaction of the change, and not when nothing changes
     */
    public MailRequest execute(
            RequestId id, @Nullable PersonId actor, Function<MailRequest, Command> command, Store.Action also) {
        for (int attempt = 1; ; attempt++) {
            MailRequest before = load(id);
            Decision d = Lifecycle.decide(before, command.apply(before), actor, now());
            if (d instanceof Decision.Refused refused) {
                throw new RefusedException(refused.refusal());
            }
            Stored wanted = wanted(d);
            if (wanted.events().isEmpty()) {
                return before;
            }
            if (commit(before, wanted, actor, also)) {
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

    private static Stored wanted(Decision d) {
        if (d instanceof Decision.Accepted a) {
            return new Stored(a.next(), a.events(), null);
        } else if (d instanceof Decision.RefusedOnRecord r) {
            return new Stored(r.next(), r.events(), r.refusal());
        }
        throw new IllegalStateException("unknown decision");
    }

    private boolean commit(MailRequest before, Stored wanted, @Nullable PersonId actor, Store.Action also) {
        boolean stored = store.write(c -> {
            if (!rows.update(c, before, wanted.request(), wanted.events(), actor)) {
                return false;
            }
            inTransaction(c, wanted.request(), wanted.events());
            also.run(c);
            return true;
        });
        if (stored) {
            afterCommit(wanted.request(), wanted.events());
        }
        return stored;
    }

    private void inTransaction(Connection c, MailRequest after, List<Event> events) throws SQLException {
        for (CommitHook h : hooks) {
            h.inTransaction(c, after, events);
        }
    }

    private void afterCommit(MailRequest after, List<Event> events) {
        store.afterCommit(() -> hooks.forEach(h -> h.afterCommit(after, events)));
    }

    private static PeykException notFound() {
        return new PeykException(ErrorCode.NOT_FOUND, null);
    }

    /** Moments are kept to the microsecond, as both engines keep them. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
