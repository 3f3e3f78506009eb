package org.peyk.internal.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** A request with the hash of its last event. */
    public record Head(MailRequest request, String hash) {}

    public Optional<MailRequest> find(Connection c, RequestId id) throws SQLException {
        return head(c, id).map(Head::request);
    }

    /** A request as the next change of it needs it. */
    public Optional<Head> head(Connection c, RequestId id) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select snapshot, head_hash from peyk_request where id = ?")) {
            p.setString(1, id.value());
            try (ResultSet r = p.executeQuery()) {
                return r.next()
                        ? Optional.of(new Head(json.request(r.getString(1)), r.getString(2)))
                        : Optional.empty();
            }
        }
    }

    /** The request that was made under an idempotency key. */
    public Optional<MailRequest> byKey(Connection c, String key) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select snapshot from peyk_request where idempotency_key = ?")) {
            p.setString(1, key);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? Optional.of(json.request(r.getString(1))) : Optional.empty();
            }
        }
    }

    /** Requests in any of some states, the longest untouched first. */
    public List<MailRequest> inStates(Connection c, List<RequestState> states, int limit) throws SQLException {
        List<MailRequest> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement(
                "select snapshot from peyk_request where state = any (?) order by updated_at, id fetch first ? rows only")) {
            p.setArray(
                    1,
                    c.createArrayOf("varchar", states.stream().map(Enum::name).toArray()));
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(json.request(r.getString(1)));
                }
            }
        }
        return found;
    }

    /** Stores a new request with its first events. */
    public void insert(
            Connection c, MailRequest request, List<Event> events, @Nullable PersonId actor, @Nullable String key)
            throws SQLException {
        putFiles(c, request);
        List<Link> links = links(request, 0, HashChain.GENESIS, events, actor);
        append(c, request, links, actor);
        try (PreparedStatement p = c.prepareStatement("insert into peyk_request (state, version, revision, digest,"
                + " head_hash, snapshot, updated_at, id, purpose, requester, unit, idempotency_key, created_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int i = bind(p, request, links.get(links.size() - 1).hash());
            p.setString(i++, request.id().value());
            p.setString(i++, request.form().purpose().name());
            p.setString(i++, request.requester().person().value());
            p.setString(i++, request.requester().unit().value());
            p.setString(i++, key);
            p.setObject(i, Store.time(request.createdAt()));
            p.executeUpdate();
        }
    }

    /**
     * Stores the next state of a request with the events that lead there. From here on the transaction holds the request's lock.
     *
     * @param head the request as the decision saw it
     * @return false when the request is no longer so
     */
    public boolean update(Connection c, Head head, MailRequest after, List<Event> events, @Nullable PersonId actor)
            throws SQLException {
        MailRequest before = head.request();
        List<Link> links = links(after, before.version(), head.hash(), events, actor);
        try (PreparedStatement p = c.prepareStatement(
                "update peyk_request set state = ?, version = ?, revision = ?, digest = ?, head_hash = ?, snapshot = ?,"
                        + " updated_at = ?, purpose = ?, requester = ? where id = ? and version = ? and head_hash = ?")) {
            int i = bind(p, after, links.get(links.size() - 1).hash());
            p.setString(i++, after.form().purpose().name());
            p.setString(i++, after.requester().person().value());
            p.setString(i++, after.id().value());
            p.setInt(i++, before.version());
            p.setString(i, head.hash());
            if (p.executeUpdate() != 1) {
                return false;
            }
        }
        if (!after.digest().equals(before.digest())) {
            putFiles(c, after);
        }
        append(c, after, links, actor);
        return true;
    }

    private int bind(PreparedStatement p, MailRequest r, String hash) throws SQLException {
        int i = 1;
        p.setString(i++, r.state().name());
        p.setInt(i++, r.version());
        p.setInt(i++, r.revision());
        p.setString(i++, r.digest());
        p.setString(i++, hash);
        p.setString(i++, json.write(r));
        p.setObject(i++, Store.time(r.updatedAt()));
        return i;
    }

    private static void putFiles(Connection c, MailRequest r) throws SQLException {
        for (Attachment a : r.form().content().attachments()) {
            try {
                FileRows.put(c, a);
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

    private static void append(Connection c, MailRequest after, List<Link> links, @Nullable PersonId actor)
            throws SQLException {
        try (PreparedStatement p = c.prepareStatement("insert into peyk_event"
                + " (request_id, seq, type, at, actor, data, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Link l : links) {
                p.setString(1, after.id().value());
                p.setInt(2, l.seq());
                p.setString(3, l.event().type().name());
                p.setString(4, after.updatedAt().toString());
                p.setString(5, actor == null ? null : actor.value());
                p.setString(6, l.data());
                p.setString(7, l.previous());
                p.setString(8, l.hash());
                p.addBatch();
            }
            p.executeBatch();
        }
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
}
