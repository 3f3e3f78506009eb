package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chain of anchors, and the events as they really stand in the table: nothing here trusts a value, as what is read may have been
 * changed by hand.
 */
public final class AnchorRows {

    private static final String EVENT =
            "e.position, e.request_id, e.seq, e.type, e.at, e.actor, e.data, e.prev_hash, e.hash,"
                    + " not exists (select 1 from peyk_unsealed u where u.request_id = e.request_id and u.seq = e.seq)";
    private static final String ANCHOR =
            "a.pos, a.request_id, a.seq, a.event_position, a.event_hash, a.prev_hash, a.hash, a.at";

    private AnchorRows() {}

    /** One link of the chain. */
    public record Anchor(
            long pos,
            String request,
            int seq,
            long eventPosition,
            String eventHash,
            String previousHash,
            String hash,
            String at) {}

    /** An event, column by column. */
    public record RawEvent(
            long position,
            String request,
            int seq,
            String type,
            String at,
            @Nullable String actor,
            String data,
            String previousHash,
            String hash,
            boolean sealed) {}

    /** An event and its anchor; either may be missing from the store. */
    public record Anchored(
            @Nullable RawEvent event, @Nullable Anchor anchor) {}

    /** What the request's own row says of its history. */
    public record Head(Snapshot snapshot, String state, int version, int revision, String digest, String hash) {}

    public static Optional<Anchor> last(Connection c) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                        "select " + ANCHOR + " from peyk_anchor a order by a.pos desc fetch first 1 rows only");
                ResultSet r = p.executeQuery()) {
            return r.next() ? Optional.of(anchor(r, 1)) : Optional.empty();
        }
    }

    /** What sealing takes of an event. */
    public record Unsealed(long position, String request, int seq, String hash) {}

    /** Events that no anchor names yet, in the order in which they were written. */
    public static List<Unsealed> unsealed(Connection c, int limit) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select e.position, e.request_id, e.seq, e.hash"
                + " from peyk_unsealed u join peyk_event e on e.request_id = u.request_id and e.seq = u.seq"
                + " where not exists (select 1 from peyk_anchor a where a.request_id = e.request_id and a.seq = e.seq)"
                + " order by e.position fetch first ? rows only")) {
            p.setInt(1, limit);
            List<Unsealed> found = new ArrayList<>();
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new Unsealed(r.getLong(1), r.getString(2), r.getInt(3), r.getString(4)));
                }
            }
            return found;
        }
    }

    /** Appends links, whose events are then sealed. Fails on the key when another node appended first. */
    public static void append(Connection c, List<Anchor> anchors) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("insert into peyk_anchor"
                + " (pos, request_id, seq, event_position, event_hash, prev_hash, hash, at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Anchor a : anchors) {
                p.setLong(1, a.pos());
                p.setString(2, a.request());
                p.setInt(3, a.seq());
                p.setLong(4, a.eventPosition());
                p.setString(5, a.eventHash());
                p.setString(6, a.previousHash());
                p.setString(7, a.hash());
                p.setString(8, a.at());
                p.addBatch();
            }
            p.executeBatch();
        }
        try (PreparedStatement p = c.prepareStatement("delete from peyk_unsealed where request_id = ? and seq = ?")) {
            for (Anchor a : anchors) {
                p.setString(1, a.request());
                p.setInt(2, a.seq());
                p.addBatch();
            }
            p.executeBatch();
        }
    }

    /** A page of the chain. */
    public static List<Anchor> page(Connection c, long after, int limit) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "select " + ANCHOR + " from peyk_anchor a where a.pos > ? order by a.pos fetch first ? rows only")) {
            p.setLong(1, after);
            p.setInt(2, limit);
            List<Anchor> found = new ArrayList<>();
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(anchor(r, 1));
                }
            }
            return found;
        }
    }

    /** A page of the chain with the events it names. Links whose event is gone are left out. */
    public static List<Anchored> feed(Connection c, long after, int limit) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select " + EVENT + ", " + ANCHOR + " from peyk_anchor a"
                + " join peyk_event e on e.request_id = a.request_id and e.seq = a.seq"
                + " where a.pos > ? order by a.pos fetch first ? rows only")) {
            p.setLong(1, after);
            p.setInt(2, limit);
            return anchored(p);
        }
    }

    /** The events of one request with their anchors, by sequence; links whose event is gone come last. */
    public static List<Anchored> ofRequest(Connection c, String request) throws SQLException {
        List<Anchored> found;
        try (PreparedStatement p = c.prepareStatement("select " + EVENT + ", " + ANCHOR + " from peyk_event e"
                + " left join peyk_anchor a on a.request_id = e.request_id and a.seq = e.seq"
                + " where e.request_id = ? order by e.seq")) {
            p.setString(1, request);
            found = anchored(p);
        }
        try (PreparedStatement p = c.prepareStatement("select " + ANCHOR + " from peyk_anchor a where a.request_id = ?"
                + " and not exists (select 1 from peyk_event e where e.request_id = a.request_id and e.seq = a.seq)"
                + " order by a.seq")) {
            p.setString(1, request);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new Anchored(null, anchor(r, 1)));
                }
            }
        }
        return found;
    }

    public static Optional<Head> head(Connection c, String request, boolean lock) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select " + Snapshot.COLUMNS + ", state, version, revision, digest, head_hash"
                        + " from peyk_request where id = ?" + (lock ? " for update" : ""))) {
            p.setString(1, request);
            try (ResultSet r = p.executeQuery()) {
                return r.next()
                        ? Optional.of(new Head(
                                Snapshot.of(r, 1),
                                r.getString(4),
                                r.getInt(5),
                                r.getInt(6),
                                r.getString(7),
                                r.getString(8)))
                        : Optional.empty();
            }
        }
    }

    /** A page of request ids, in the order of the database. */
    public static List<String> requests(Connection c, String after, int limit) throws SQLException {
        return ids(c, "select id from peyk_request where id > ? order by id fetch first ? rows only", after, limit);
    }

    /** A page of ids that events or anchors name, but no request has. */
    public static List<String> orphans(Connection c, String after, int limit) throws SQLException {
        return ids(
                c,
                "select request_id from (select request_id from peyk_event union select request_id from peyk_anchor"
                        + " union select request_id from peyk_unsealed) x"
                        + " where request_id > ? and not exists (select 1 from peyk_request r where r.id = x.request_id)"
                        + " order by request_id fetch first ? rows only",
                after,
                limit);
    }

    private static List<String> ids(Connection c, String sql, String after, int limit) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(sql)) {
            p.setString(1, after);
            p.setInt(2, limit);
            List<String> found = new ArrayList<>();
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(r.getString(1));
                }
            }
            return found;
        }
    }

    private static List<Anchored> anchored(PreparedStatement p) throws SQLException {
        List<Anchored> found = new ArrayList<>();
        try (ResultSet r = p.executeQuery()) {
            while (r.next()) {
                RawEvent event = event(r);
                r.getLong(11);
                found.add(new Anchored(event, r.wasNull() ? null : anchor(r, 11)));
            }
        }
        return found;
    }

    private static RawEvent event(ResultSet r) throws SQLException {
        return new RawEvent(
                r.getLong(1),
                r.getString(2),
                r.getInt(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getString(8),
                r.getString(9),
                r.getBoolean(10));
    }

    private static Anchor anchor(ResultSet r, int first) throws SQLException {
        return new Anchor(
                r.getLong(first),
                r.getString(first + 1),
                r.getInt(first + 2),
                r.getLong(first + 3),
                r.getString(first + 4),
                r.getString(first + 5),
                r.getString(first + 6),
                r.getString(first + 7));
    }
}
