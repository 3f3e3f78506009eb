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
import org.jspecify.annotations.Nullable;
import org.peyk.RequestState;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;

/** One row for each request with what lists show of it, found by person and by time. */
public final class SummaryRows {

    private static final String COLUMNS = "request_id, state, purpose, subject, requester, unit, entered_by, steps,"
            + " waiting_since, due_at, late_at, created_at, updated_at";

    private SummaryRows() {}

    /** What lists show of a request. */
    public record Summary(
            RequestId id,
            RequestState state,
            Purpose purpose,
            @Nullable String subject,
            Requester requester,
            List<String> steps,
            @Nullable Instant waitingSince,
            @Nullable Instant due,
            @Nullable Instant late,
            Instant created,
            Instant updated) {}

    /** A place in a list that is ordered by a moment and then by request. */
    public record Place(Instant at, String request) {}

    public static void insert(Change change, Summary s) {
        change.add(
                "insert into peyk_summary (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                s.id().value(),
                s.state().name(),
                s.purpose().name(),
                s.subject(),
                s.requester().person().value(),
                s.requester().unit().value(),
                s.requester().enteredBy().value(),
                String.join("\n", s.steps()),
                s.waitingSince(),
                s.due(),
                s.late(),
                s.created(),
                s.updated());
    }

    /** Stores what changes; also whose request it is, when that did. */
    public static void update(Change change, Summary s, boolean handedOver) {
        change.add(
                "update peyk_summary set state = ?, purpose = ?, subject = ?, steps = ?, waiting_since = ?, due_at = ?,"
                        + " late_at = ?, updated_at = ? where request_id = ?",
                s.state().name(),
                s.purpose().name(),
                s.subject(),
                String.join("\n", s.steps()),
                s.waitingSince(),
                s.due(),
                s.late(),
                s.updated(),
                s.id().value());
        if (handedOver) {
            change.add(
                    "update peyk_summary set requester = ?, entered_by = ?, unit = ? where request_id = ?",
                    s.requester().person().value(),
                    s.requester().enteredBy().value(),
                    s.requester().unit().value(),
                    s.id().value());
        }
    }

    /** Some requests, in no order. */
    public static List<Summary> of(Connection c, List<String> requests) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select " + COLUMNS + " from peyk_summary where request_id = any (?)")) {
            p.setArray(1, c.createArrayOf("varchar", requests.toArray()));
            return summaries(p);
        }
    }

    /** What somebody asked for himself, or was asked for in his name; the newest first. */
    public static List<Summary> requestedBy(Connection c, PersonId person, @Nullable Place after, int limit)
            throws SQLException {
        return newest(c, "requester", person, after, limit);
    }

    /** What somebody typed in; the newest first. */
    public static List<Summary> enteredBy(Connection c, PersonId person, @Nullable Place after, int limit)
            throws SQLException {
        return newest(c, "entered_by", person, after, limit);
    }

    private static List<Summary> newest(Connection c, String column, PersonId person, @Nullable Place after, int limit)
            throws SQLException {
        String next = after == null ? "" : " and created_at <= ? and (created_at < ? or request_id < ?)";
        try (PreparedStatement p =
                c.prepareStatement("select " + COLUMNS + " from peyk_summary where " + column + " = ?" + next
                        + " order by " + column + " desc, created_at desc, request_id desc fetch first ? rows only")) {
            p.setString(1, person.value());
            p.setInt(place(p, 2, after), limit);
            return summaries(p);
        }
    }

    /** What is late at a moment; the longest late first. */
    public static List<Summary> late(Connection c, Instant now, @Nullable Place after, int limit) throws SQLException {
        String next = after == null ? "" : " and late_at >= ? and (late_at > ? or request_id > ?)";
        try (PreparedStatement p = c.prepareStatement("select " + COLUMNS + " from peyk_summary where late_at <= ?"
                + next + " order by late_at, request_id fetch first ? rows only")) {
            p.setObject(1, Store.time(now));
            p.setInt(place(p, 2, after), limit);
            return summaries(p);
        }
    }

    /** What waits for a decision; the longest waiting first. */
    public static List<Summary> waiting(Connection c, @Nullable Place after, int limit) throws SQLException {
        String next = after == null
                ? "waiting_since is not null"
                : "waiting_since >= ? and (waiting_since > ? or request_id > ?)";
        try (PreparedStatement p = c.prepareStatement("select " + COLUMNS + " from peyk_summary where " + next
                + " order by waiting_since, request_id fetch first ? rows only")) {
            p.setInt(place(p, 1, after), limit);
            return summaries(p);
        }
    }

    static int place(PreparedStatement p, int first, @Nullable Place after) throws SQLException {
        if (after == null) {
            return first;
        }
        p.setObject(first, Store.time(after.at()));
        p.setObject(first + 1, Store.time(after.at()));
        p.setString(first + 2, after.request());
        return first + 3;
    }

    private static List<Summary> summaries(PreparedStatement p) throws SQLException {
        List<Summary> found = new ArrayList<>();
        try (ResultSet r = p.executeQuery()) {
            while (r.next()) {
                String steps = r.getString(8);
                found.add(new Summary(
                        new RequestId(r.getString(1)),
                        RequestState.valueOf(r.getString(2)),
                        Purpose.valueOf(r.getString(3)),
                        r.getString(4),
                        new Requester(
                                new PersonId(r.getString(5)), new UnitId(r.getString(6)), new PersonId(r.getString(7))),
                        steps.isEmpty() ? List.of() : List.of(steps.split("\n", -1)),
                        moment(r, 9),
                        moment(r, 10),
                        moment(r, 11),
                        Objects.requireNonNull(moment(r, 12)),
                        Objects.requireNonNull(moment(r, 13))));
            }
        }
        return found;
    }

    private static @Nullable Instant moment(ResultSet r, int column) throws SQLException {
        return Store.instant(r.getObject(column, OffsetDateTime.class));
    }
}
