package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryState;
import org.peyk.RequestState;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.mailbox.IncomingKind;

/** What reports count. */
public final class ReportRows {

    /** What the measures are computed from; the other events tell nothing about them. */
    private static final List<EventType> TOLD = List.of(
            EventType.REVISED,
            EventType.SUBMISSION_REFUSED,
            EventType.SUBMITTED,
            EventType.FINDING_RELEASED,
            EventType.APPROVAL_GIVEN,
            EventType.APPROVALS_VOIDED,
            EventType.APPROVED,
            EventType.CHANGES_REQUESTED,
            EventType.REJECTED,
            EventType.SENDING_STARTED,
            EventType.SENT,
            EventType.CORRECTED);

    private ReportRows() {}

    /** Which requests a report is about: those made in a period, or one. */
    public record Scope(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable RequestId one) {

        public static Scope period(Instant from, Instant until) {
            return new Scope(from, until, null);
        }

        public static Scope of(RequestId id) {
            return new Scope(null, null, id);
        }

        private String where() {
            return one == null ? "r.created_at >= ? and r.created_at < ?" : "r.id = ?";
        }

        private int bind(PreparedStatement p, int first) throws SQLException {
            int i = first;
            if (one == null) {
                p.setObject(i++, Store.time(from));
                p.setObject(i++, Store.time(until));
            } else {
                p.setString(i++, one.value());
            }
            return i;
        }
    }

    /** A request, by what reports group it by. */
    public record Counted(String id, Purpose purpose, RequestState state) {}

    /** An event, by what the measures need. */
    public record Told(String request, String at, @Nullable String actor, String data) {}

    /** Cases by what is still to be done. */
    public record Cases(long open, long overdue, long closed) {}

    /** A page of requests, in the order of the database. */
    public static List<Counted> requests(Connection c, Scope scope, String after, int limit) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select r.id, r.purpose, r.state from peyk_request r where "
                + scope.where() + " and r.id > ? order by r.id fetch first ? rows only")) {
            int i = scope.bind(p, 1);
            p.setString(i++, after);
            p.setInt(i, limit);
            List<Counted> found = new ArrayList<>();
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new Counted(
                            r.getString(1), Purpose.valueOf(r.getString(2)), RequestState.valueOf(r.getString(3))));
                }
            }
            return found;
        }
    }

    /** The events of some requests that measures are computed from, request by request and in order. */
    public static List<Told> events(Connection c, List<String> requests) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select request_id, at, actor, data from peyk_event"
                + " where request_id = any (?) and type = any (?) order by request_id, seq")) {
            p.setArray(1, c.createArrayOf("varchar", requests.toArray()));
            p.setArray(
                    2,
                    c.createArrayOf(
                            "varchar", TOLD.stream().map(EventType::name).toArray()));
            List<Told> found = new ArrayList<>();
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new Told(r.getString(1), r.getString(2), r.getString(3), r.getString(4)));
                }
            }
            return found;
        }
    }

    /** The ledger's two sides. */
    public record Ledger(long planned, Map<DeliveryState, Long> states) {}

    /** Planned recipients and rows by state, in one statement, so that an expansion in between does not make the two sides differ. */
    public static Ledger ledger(Connection c, Scope scope) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select 'P' as side, '' as state, sum(x.planned) as n"
                + " from peyk_expansion x join peyk_request r on r.id = x.request_id where " + scope.where()
                + " union all select 'R', d.state, count(*)"
                + " from peyk_delivery d join peyk_request r on r.id = d.request_id where " + scope.where()
                + " group by d.state")) {
            scope.bind(p, scope.bind(p, 1));
            long planned = 0;
            Map<DeliveryState, Long> states = new EnumMap<>(DeliveryState.class);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    if (r.getString(1).equals("P")) {
                        planned = r.getLong(3);
                    } else {
                        states.put(DeliveryState.valueOf(r.getString(2)), r.getLong(3));
                    }
                }
            }
            return new Ledger(planned, states);
        }
    }

    /** Rows of the ledger of which a bounce came back. */
    public static long bounced(Connection c, Scope scope) throws SQLException {
        return one(
                c, scope, "select count(d.bounced_at) from peyk_delivery d join peyk_request r on r.id = d.request_id");
    }

    /** Mails that came back, by kind. */
    public static Map<IncomingKind, Long> replies(Connection c, Scope scope) throws SQLException {
        Map<IncomingKind, Long> kinds = new EnumMap<>(IncomingKind.class);
        counts(
                        c,
                        scope,
                        "select m.kind, count(*) from peyk_reply m join peyk_request r on r.id = m.request_id",
                        "m.kind")
                .forEach((kind, count) -> kinds.put(IncomingKind.valueOf(kind), count));
        return kinds;
    }

    public static Cases cases(Connection c, Scope scope, Instant now) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select"
                + " count(case when k.state = 'OPEN' then 1 end),"
                + " count(case when k.state = 'OPEN' and k.due_at < ? then 1 end),"
                + " count(case when k.state <> 'OPEN' then 1 end)"
                + " from peyk_reply_case k join peyk_request r on r.id = k.request_id where " + scope.where())) {
            p.setObject(1, Store.time(now));
            scope.bind(p, 2);
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return new Cases(r.getLong(1), r.getLong(2), r.getLong(3));
            }
        }
    }

    private static long one(Connection c, Scope scope, String sql) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(sql + " where " + scope.where())) {
            scope.bind(p, 1);
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return r.getLong(1);
            }
        }
    }

    private static Map<String, Long> counts(Connection c, Scope scope, String sql, String group) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(sql + " where " + scope.where() + " group by " + group)) {
            scope.bind(p, 1);
            Map<String, Long> counts = new TreeMap<>();
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    counts.put(Objects.requireNonNull(r.getString(1)), r.getLong(2));
                }
            }
            return counts;
        }
    }
}
