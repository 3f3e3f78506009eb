package org.peyk.internal.listener;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peyk.RequestState;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Evolution;
import org.peyk.internal.store.AnchorRows;
import org.peyk.internal.store.AnchorRows.Anchor;
import org.peyk.internal.store.AnchorRows.Anchored;
import org.peyk.internal.store.AnchorRows.RawEvent;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;

/** Sealed events as listeners see them, in the order of the chain of anchors. */
public final class EventFeed {

    private final RequestRows rows;
    private final Store store;

    public EventFeed(Store store) {
        this.store = store;
        this.rows = new RequestRows(store);
    }

    /** Events after a place, in order. */
    List<ProcessEvent> after(Connection c, long position, int limit) throws SQLException {
        List<ProcessEvent> events = new ArrayList<>();
        for (Anchored a : AnchorRows.feed(c, position, limit)) {
            events.add(event(c, Objects.requireNonNull(a.event()), Objects.requireNonNull(a.anchor())));
        }
        return events;
    }

    /** Sealed events after a place, in order. */
    public List<ProcessEvent> after(long position, int limit) {
        return store.read(c -> after(c, position, limit));
    }

    /** The sealed events of one request, in order. */
    public List<ProcessEvent> history(RequestId id) {
        return store.read(c -> {
            List<ProcessEvent> events = new ArrayList<>();
            for (Anchored a : AnchorRows.ofRequest(c, id.value())) {
                if (a.event() != null && a.anchor() != null) {
                    events.add(event(c, a.event(), a.anchor()));
                }
            }
            return events;
        });
    }

    private ProcessEvent event(Connection c, RawEvent e, Anchor a) throws SQLException {
        RequestId id = new RequestId(e.request());
        Event what = store.json().event(e.data());
        Optional<RequestState> state = EventData.leadsTo(what);
        if (state.isEmpty() && EventData.dependsOnHistory(what)) {
            state = Optional.of(stateAfter(c, id, e.seq()));
        }
        return new ProcessEvent(
                a.pos(),
                id,
                e.seq(),
                EventType.valueOf(e.type()),
                Instant.parse(e.at()),
                e.actor() == null ? null : new PersonId(e.actor()),
                EventData.of(what, state.orElse(null)));
    }

    private RequestState stateAfter(Connection c, RequestId id, int seq) throws SQLException {
        List<Evolution.Happened> happened = new ArrayList<>();
        for (StoredEvent e : rows.history(c, id)) {
            if (e.seq() <= seq) {
                happened.add(rows.happened(e));
            }
        }
        return Evolution.replay(id, happened).state();
    }
}
