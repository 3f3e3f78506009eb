package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.ReplyCase;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;
import org.peyk.spi.event.EventType;

/** Answers that people work on. */
public final class ReplyCaseRows {

    private static final String CASE = "select k.reply_id, k.request_id, k.unit, m.received_at, k.opened_at, k.due_at,"
            + " k.outcome, k.closed_by, k.closed_at from peyk_reply_case k join peyk_reply m on m.id = k.reply_id";

    private ReplyCaseRows() {}

    /** A case with the event that is still to be written to the request's history. */
    public record Pending(ReplyCase replyCase, EventType event) {}

    public static void insert(Connection c, long reply, RequestId request, UnitId unit, Instant openedAt, Instant dueAt)
            throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "insert into peyk_reply_case"
                        + " (reply_id, request_id, unit, state, due_at, opened_at, pending) values (?, ?, ?, 'OPEN', ?, ?, ?)")) {
            p.setLong(1, reply);
            p.setString(2, request.value());
            p.setString(3, unit.value());
            p.setObject(4, Store.time(dueAt));
            p.setObject(5, Store.time(openedAt));
            p.setString(6, EventType.REPLY_RECEIVED.name());
            p.executeUpdate();
        }
    }

    public static Optional<ReplyCase> find(Connection c, long id) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(CASE + " where k.reply_id = ?")) {
            p.setLong(1, id);
            return list(p).stream().findFirst();
        }
    }

    /** A page of cases, the most urgent first. */
    public static List<ReplyCase> page(Connection c, @Nullable UnitId unit, boolean openOnly, long after, int limit)
            throws SQLException {
        String sql = CASE + " where 1 = 1"
                + (unit == null ? "" : " and k.unit = ?")
                + (openOnly ? " and k.state = 'OPEN'" : "")
                + (after == 0
                        ? ""
                        : " and (k.due_at > (select due_at from peyk_reply_case where reply_id = ?)"
                                + " or (k.due_at = (select due_at from peyk_reply_case where reply_id = ?)"
                                + " and k.reply_id > ?))")
                + " order by k.due_at, k.reply_id fetch first ? rows only";
        try (PreparedStatement p = c.prepareStatement(sql)) {
            int i = 1;
            if (unit != null) {
                p.setString(i++, unit.value());
            }
            if (after != 0) {
                p.setLong(i++, after);
                p.setLong(i++, after);
                p.setLong(i++, after);
            }
            p.setInt(i, limit);
            return list(p);
        }
    }

    /** Cases whose history is not complete, oldest first. */
    public static List<Pending> pending(Connection c, long after, int limit) throws SQLException {
        List<Pending> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select x.*, k.pending from (" + CASE + ") x"
                + " join peyk_reply_case k on k.reply_id = x.reply_id"
                + " where k.pending is not null and k.reply_id > ? order by k.reply_id fetch first ? rows only")) {
            p.setLong(1, after);
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new Pending(one(r), EventType.valueOf(r.getString(10))));
                }
            }
        }
        return found;
    }

    /** Notes which event comes next; null when the history is complete. False when somebody else was first. */
    public static boolean written(Connection c, long id, EventType event, @Nullable EventType next)
            throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_reply_case set pending = ? where reply_id = ? and pending = ?")) {
            p.setString(1, next == null ? null : next.name());
            p.setLong(2, id);
            p.setString(3, event.name());
            return p.executeUpdate() == 1;
        }
    }

    /** Closes an open case whose history is complete; false when it is not such a one. */
    public static boolean close(Connection c, long id, ReplyCase.Outcome outcome, PersonId by, Instant at)
            throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_reply_case set state = 'CLOSED', outcome = ?,"
                + " closed_by = ?, closed_at = ?, pending = ? where reply_id = ? and state = 'OPEN'"
                + " and pending is null")) {
            p.setString(1, outcome.name());
            p.setString(2, by.value());
            p.setObject(3, Store.time(at));
            p.setString(4, EventType.REPLY_CLOSED.name());
            p.setLong(5, id);
            return p.executeUpdate() == 1;
        }
    }

    /** Open cases whose mail was not handed to the unit yet and may be tried now. */
    public static List<ReplyCase> toForward(Connection c, Instant now, long after, int limit) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(CASE + " where k.forwarded_at is null and k.state = 'OPEN'"
                + " and (k.forward_after is null or k.forward_after <= ?) and k.reply_id > ?"
                + " order by k.reply_id fetch first ? rows only")) {
            p.setObject(1, Store.time(now));
            p.setLong(2, after);
            p.setInt(3, limit);
            return list(p);
        }
    }

    /**
     * Begins to hand a mail to its unit. Until a time nobody else tries, so that two nodes do not both send it.
     *
     * @return how often it was tried, with this time; 0 when somebody else is at it
     */
    public static int beginForward(Connection c, long id, Instant now, Instant until) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_reply_case set forward_attempts ="
                + " forward_attempts + 1, forward_after = ? where reply_id = ? and forwarded_at is null"
                + " and state = 'OPEN' and (forward_after is null or forward_after <= ?)")) {
            p.setObject(1, Store.time(until));
            p.setLong(2, id);
            p.setObject(3, Store.time(now));
            if (p.executeUpdate() == 0) {
                return 0;
            }
        }
        try (PreparedStatement p =
                c.prepareStatement("select forward_attempts from peyk_reply_case where reply_id = ?")) {
            p.setLong(1, id);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? r.getInt(1) : 0;
            }
        }
    }

    public static void forwarded(Connection c, long id, Instant at) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "update peyk_reply_case set forwarded_at = ?, forward_after = null where reply_id = ?")) {
            p.setObject(1, Store.time(at));
            p.setLong(2, id);
            p.executeUpdate();
        }
    }

    public static void forwardLater(Connection c, long id, Instant after) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_reply_case set forward_after = ? where reply_id = ?")) {
            p.setObject(1, Store.time(after));
            p.setLong(2, id);
            p.executeUpdate();
        }
    }

    /** Whether a request's history holds an event about a mail. */
    public static boolean noted(Connection c, RequestId request, EventType type, long reply) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select 1 from peyk_event where request_id = ? and type = ? and data like ?")) {
            p.setString(1, request.value());
            p.setString(2, type.name());
            p.setString(3, "%\"reply\":\"" + reply + "\"%");
            try (ResultSet r = p.executeQuery()) {
                return r.next();
            }
        }
    }

    private static List<ReplyCase> list(PreparedStatement p) throws SQLException {
        List<ReplyCase> found = new ArrayList<>();
        try (ResultSet r = p.executeQuery()) {
            while (r.next()) {
                found.add(one(r));
            }
        }
        return found;
    }

    private static ReplyCase one(ResultSet r) throws SQLException {
        String outcome = r.getString(7);
        return new ReplyCase(
                r.getLong(1),
                new RequestId(r.getString(2)),
                new UnitId(r.getString(3)),
                time(r, 4),
                time(r, 5),
                time(r, 6),
                outcome == null
                        ? null
                        : new ReplyCase.Closing(
                                ReplyCase.Outcome.valueOf(outcome), new PersonId(r.getString(8)), time(r, 9)));
    }

    private static Instant time(ResultSet r, int column) throws SQLException {
        return Objects.requireNonNull(Store.instant(r.getObject(column, OffsetDateTime.class)));
    }
}
