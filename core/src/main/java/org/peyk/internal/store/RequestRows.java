package org.peyk.internal.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.internal.audit.HashChain;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Evolution;
import org.peyk.spi.Attachment;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;

/** Requests and their events. */
public final class RequestRows {

    private final Json json;

    public RequestRows(Store store) {
        this.json = store.json();
    }

    /** An event as it is stored. */
    public record StoredEvent(
            long position,
            RequestId request,
            int seq,
            EventType type,
            String at,
            @Nullable String actor,
            String data,
            String previousHash,
            String hash) {

        /** Reads a row of position, request_id, seq, type, at, actor, data, prev_hash, hash. */
        static StoredEvent of(ResultSet r) throws SQLException {
            return new StoredEvent(
                    r.getLong(1),
                    new RequestId(r.getString(2)),
                    r.getInt(3),
                    EventType.valueOf(r.getString(4)),
                    r.getString(5),
                    r.getString(6),
                    r.getString(7),
                    r.getString(8),
                    r.getString(9));
        }
    }

    /** A request with the hash of its last event, and as it is written down. */
    public record Head(MailRequest request, String hash, Snapshot snapshot) {}

    public Optional<MailRequest> find(Connection c, RequestId id) throws SQLException {
        return head(c, id).map(Head::request);
    }

    /** A request as the next change of it needs it. */
    public Optional<Head> head(Connection c, RequestId id) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select " + Snapshot.COLUMNS + ", head_hash from peyk_request where id = ?")) {
            p.setString(1, id.value());
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? Optional.of(head(Snapshot.of(r, 1), r.getString(4))) : Optional.empty();
            }
        }
    }

    private Head head(Snapshot snapshot, String hash) {
        return new Head(json.request(snapshot), hash, snapshot);
    }

    /** The request that was made under an idempotency key. */
    public Optional<MailRequest> byKey(Connection c, String key) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select " + Snapshot.COLUMNS + " from peyk_request where idempotency_key = ?")) {
            p.setString(1, key);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? Optional.of(json.request(Snapshot.of(r, 1))) : Optional.empty();
            }
        }
    }

    /** Requests in any of some states, the longest untouched first. */
    public List<MailRequest> inStates(Connection c, List<RequestState> states, int limit) throws SQLException {
        List<MailRequest> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select " + Snapshot.COLUMNS
                + " from peyk_request where state = any (?) order by updated_at, id fetch first ? rows only")) {
            p.setArray(
                    1,
                    c.createArrayOf("varchar", states.stream().map(Enum::name).toArray()));
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(json.request(Snapshot.of(r, 1)));
                }
            }
        }
        return found;
    }

    /** Stores a new request with its first events. */
    public Head insert(
            Change change, MailRequest request, List<Event> events, @Nullable PersonId actor, @Nullable String key)
            throws SQLException {
        putFiles(change, request);
        List<Link> links = links(request, 0, HashChain.GENESIS, events, actor);
        Head head = new Head(request, links.get(links.size() - 1).hash(), json.write(request));
        change.add(
                "insert into peyk_request (id, state, version, revision, digest, head_hash, snapshot, form, plan,"
                        + " updated_at, purpose, requester, unit, idempotency_key, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                request.id().value(),
                request.state().name(),
                request.version(),
                request.revision(),
                request.digest(),
                head.hash(),
                head.snapshot().state(),
                head.snapshot().form(),
                head.snapshot().plan(),
                request.updatedAt(),
                request.form().purpose().name(),
                request.requester().person().value(),
                request.requester().unit().value(),
                key,
                request.createdAt());
        append(change, request, links, actor);
        return head;
    }

    /**
     * Stores the next state of a request with the events that lead there. It comes first of the change, which from there on holds the
     * request's lock.
     *
     * @param head the request as the decision saw it; when it is no longer so, the change fails with what {@link #stale} knows
     */
    public Head update(Change change, Head head, MailRequest after, List<Event> events, @Nullable PersonId actor)
            throws SQLException {
        MailRequest before = head.request();
        List<Link> links = links(after, before.version(), head.hash(), events, actor);
        Snapshot was = head.snapshot();
        Head next = new Head(after, links.get(links.size() - 1).hash(), json.write(after, before, was));
        boolean parts = !next.snapshot().form().equals(was.form())
                || !Objects.equals(next.snapshot().plan(), was.plan());
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                after.state().name(),
                after.version(),
                before.version(),
                head.hash(),
                after.revision(),
                after.digest(),
                next.hash(),
                next.snapshot().state(),
                after.updatedAt(),
                after.form().purpose().name(),
                after.requester().person().value()));
        if (parts) {
            values.add(next.snapshot().form());
            values.add(next.snapshot().plan());
        }
        values.add(after.id().value());
        change.add(
                "update peyk_request set state = ?, version = ? / case when version = ? and head_hash = ? then 1 else 0 end,"
                        + " revision = ?, digest = ?, head_hash = ?, snapshot = ?, updated_at = ?, purpose = ?, requester = ?"
                        + (parts ? ", form = ?, plan = ?" : "") + " where id = ?",
                values.toArray());
        if (!after.digest().equals(before.digest())) {
            putFiles(change, after);
        }
        append(change, after, links, actor);
        return next;
    }

    /**
     * Whether a change failed because somebody else changed the request since it was read, or because it is gone. The statement then divides
     * by zero: an error of which a server's log repeats no value of the row.
     */
    static boolean stale(SQLException e) {
        return "22012".equals(e.getSQLState());
    }

    private static void putFiles(Change change, MailRequest r) throws SQLException {
        for (Attachment a : r.form().content().attachments()) {
            try {
                FileRows.put(change.now(), a);
            } catch (IOException e) {
                throw new SQLException("an attachment cannot be read", e);
            }
        }
    }

    /** An event on its way into the chain. */
    private record Link(int seq, Event event, String data, String previous, String hash) {}

    private List<Link> links(
            MailRequest after, int version, String head, List<Event> events, @Nullable PersonId actor) {
        List<Link> links = new ArrayList<>();
        String previous = head;
        int seq = version;
        String at = after.updatedAt().toString();
        String who = actor == null ? null : actor.value();
        for (Event e : events) {
            seq++;
            String data = json.write(e);
            String hash =
                    HashChain.event(previous, after.id().value(), seq, e.type().name(), at, who, data);
            links.add(new Link(seq, e, data, previous, hash));
            previous = hash;
        }
        if (links.isEmpty() || seq != after.version()) {
            throw new IllegalStateException("version " + after.version() + " does not count the events up to " + seq);
        }
        return links;
    }

    /** An event counts the rows of its request, so that none is stored without it; see {@link #stale}. */
    private static void append(Change change, MailRequest after, List<Link> links, @Nullable PersonId actor) {
        String id = after.id().value();
        String at = after.updatedAt().toString();
        String who = actor == null ? null : actor.value();
        List<List<@Nullable Object>> events = new ArrayList<>();
        List<List<@Nullable Object>> unsealed = new ArrayList<>();
        for (Link l : links) {
            String type = l.event().type().name();
            events.add(Arrays.asList(id, l.seq(), id, type, at, who, l.data(), l.previous(), l.hash()));
            unsealed.add(Arrays.asList(id, l.seq()));
        }
        change.insert(
                "peyk_event (request_id, seq, type, at, actor, data, prev_hash, hash)",
                "(?, ? / (select cast(count(*) as int) from peyk_request where id = ?), ?, ?, ?, ?, ?, ?)",
                events);
        change.insert("peyk_unsealed (request_id, seq)", "(?, ?)", unsealed);
    }

    /** The history of one request, in order. */
    public List<StoredEvent> history(Connection c, RequestId id) throws SQLException {
        List<StoredEvent> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select position, request_id, seq, type, at, actor, data,"
                + " prev_hash, hash from peyk_event where request_id = ? order by seq")) {
            p.setString(1, id.value());
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(StoredEvent.of(r));
                }
            }
        }
        return found;
    }

    /** A stored event as the lifecycle knows it. */
    public Evolution.Happened happened(StoredEvent e) {
        return new Evolution.Happened(
                json.event(e.data()), e.actor() == null ? null : new PersonId(e.actor()), Instant.parse(e.at()));
    }

    /** How many requests there are in each state. */
    public static Map<RequestState, Long> countByState(Connection c) throws SQLException {
        Map<RequestState, Long> counts = new EnumMap<>(RequestState.class);
        for (RequestState state : RequestState.values()) {
            counts.put(state, 0L);
        }
        try (PreparedStatement p = c.prepareStatement("select state, count(*) from peyk_request group by state");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                counts.put(RequestState.valueOf(r.getString(1)), r.getLong(2));
            }
        }
        return counts;
    }
}
