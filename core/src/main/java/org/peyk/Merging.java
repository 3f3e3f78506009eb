package org.peyk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peyk.RefusedException.Refusal;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Lifecycle;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;

/** Merges a request that says the same as another one into that one: it ends, and the histories of both name the other. */
final class Merging {

    /** What the merged request says of its end. */
    static final String MERGED = "MERGED";

    private static final String INTO = "into";
    private static final String DUPLICATE = "duplicate";

    /** Once messages may have left, there are two sendings, whatever the office would like. */
    private static final Set<RequestState> MERGEABLE = EnumSet.of(
            RequestState.DRAFT,
            RequestState.CHANGES_REQUESTED,
            RequestState.IN_APPROVAL,
            RequestState.APPROVED,
            RequestState.SCHEDULED);

    private static final Set<RequestState> GOES_OUT = EnumSet.of(
            RequestState.IN_APPROVAL,
            RequestState.APPROVED,
            RequestState.SCHEDULED,
            RequestState.SENDING,
            RequestState.PAUSED,
            RequestState.SENT);

    private final Store store;
    private final RequestRows rows;
    private final RequestCommands commands;
    private final Permissions permissions;

    Merging(Store store, RequestCommands commands, Permissions permissions) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.commands = commands;
        this.permissions = permissions;
    }

    MailRequest merge(PersonId actor, RequestId duplicate, RequestId into, String note) {
        if (duplicate.equals(into)) {
            throw new IllegalArgumentException("a request cannot be merged into itself");
        }
        if (!permissions.inOffice(actor)) {
            throw new PeykException(ErrorCode.NOT_PERMITTED, null);
        }
        return store.together(joined -> {
            RequestCommands both = commands.in(joined);
            MailRequest r = both.load(duplicate);
            if (r.state() == RequestState.CANCELLED
                    && into(joined, duplicate).filter(into::equals).isPresent()) {
                return r;
            }
            both.execute(into, actor, other -> {
                require(
                        GOES_OUT,
                        other,
                        "Birleştirilecek talep yürüyen ya da gönderilmiş bir talep olmalı.",
                        "The request to merge into must be under way or sent.");
                return new Command.Note(EventType.MERGED, Map.of(DUPLICATE, duplicate.value()));
            });
            both.execute(duplicate, actor, d -> {
                require(
                        MERGEABLE,
                        d,
                        "Gönderimi başlamış ya da bitmiş bir talep birleştirilemez.",
                        "A request that is being sent or is over cannot be merged.");
                return new Command.Note(EventType.MERGED, Map.of(INTO, into.value()));
            });
            return both.execute(duplicate, actor, d -> new Command.Cancel(note, MERGED));
        });
    }

    private static void require(Set<RequestState> states, MailRequest r, String tr, String en) {
        if (!states.contains(r.state())) {
            throw new RefusedException(new Refusal(
                    ErrorCode.STATE, LocalizedText.of(tr, en), Lifecycle.allowed(r.state()), List.of(), List.of()));
        }
    }

    /** The request another one was merged into. */
    Optional<RequestId> into(RequestId id) {
        commands.load(id);
        return into(store, id);
    }

    private Optional<RequestId> into(Store where, RequestId id) {
        for (StoredEvent e : where.read(c -> rows.history(c, id))) {
            if (e.type() == EventType.MERGED && rows.happened(e).event() instanceof Event.Noted n) {
                String other = n.data().get(INTO);
                if (other != null) {
                    return Optional.of(new RequestId(other));
                }
            }
        }
        return Optional.empty();
    }
}
