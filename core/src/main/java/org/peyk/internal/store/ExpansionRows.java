package org.peyk.internal.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.spi.Channel;
import org.peyk.spi.RequestId;
import org.peyk.spi.recipient.RejectedRow;

/** Turning an audience into ledger rows: how far it has come, and what came of it. */
public final class ExpansionRows {

    private ExpansionRows() {}

    /**
     * How far the expansion of one channel has come.
     *
     * @param part index of the selection that is read, exclusions first
     * @param cursor the source's cursor, or null for the first page
     * @param seen people read from this selection so far
     * @param done whether everything is read
     * @param recorded whether the request knows
     * @param version changes with every stored page
     */
    public record Expansion(
            int part,
            @Nullable String cursor,
            long seen,
            boolean done,
            boolean recorded,
            long planned,
            long folded,
            long rejected,
            long excluded,
            int version) {}

    /** A row of the ledger to be. */
    public record NewRow(
            String person,
            String address,
            String addressKey,
            @Nullable String displayName,
            @Nullable String language,
            String groups,
            int batch,
            String messageId,
            DeliveryState state,
            @Nullable DeliveryReason reason) {

        @Override
        public String toString() {
            return "NewRow[" + state + ", batch=" + batch + "]";
        }
    }

    /** What the expansions of all channels add up to. */
    public record Totals(long planned, long folded, long rejected, long excluded, int channels, boolean recorded) {}

    /** The expansion of a channel; begun when there is none. The caller holds the request's lock. */
    public static Expansion open(Connection c, RequestId request, Channel channel) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select part, source_cursor, seen, done, recorded, planned, folded,"
                        + " rejected, excluded, version from peyk_expansion where request_id = ? and channel = ?")) {
            p.setString(1, request.value());
            p.setString(2, channel.name());
            try (ResultSet r = p.executeQuery()) {
                if (r.next()) {
                    return new Expansion(
                            r.getInt(1),
                            r.getString(2),
                            r.getLong(3),
                            r.getBoolean(4),
                            r.getBoolean(5),
                            r.getLong(6),
                            r.getLong(7),
                            r.getLong(8),
                            r.getLong(9),
                            r.getInt(10));
                }
            }
        }
        try (PreparedStatement p =
                c.prepareStatement("insert into peyk_expansion (request_id, channel, part, seen, done,"
                        + " recorded, planned, folded, rejected, excluded, version)"
                        + " values (?, ?, 0, 0, false, false, 0, 0, 0, 0, 0)")) {
            p.setString(1, request.value());
            p.setString(2, channel.name());
            p.executeUpdate();
        }
        return new Expansion(0, null, 0, false, false, 0, 0, 0, 0, 0);
    }

    /**
     * Stores how far it has come.
     *
     * @return false when somebody else went on meanwhile, and nothing of this page may be kept
     */
    public static boolean advance(Connection c, RequestId request, Channel channel, Expansion before, Expansion after)
            throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_expansion set part = ?, source_cursor = ?, seen = ?,"
                + " done = ?, planned = ?, folded = ?, rejected = ?, excluded = ?, version = ?"
                + " where request_id = ? and channel = ? and version = ?")) {
            p.setInt(1, after.part());
            p.setString(2, after.cursor());
            p.setLong(3, after.seen());
            p.setBoolean(4, after.done());
            p.setLong(5, after.planned());
            p.setLong(6, after.folded());
            p.setLong(7, after.rejected());
            p.setLong(8, after.excluded());
            p.setInt(9, before.version() + 1);
            p.setString(10, request.value());
            p.setString(11, channel.name());
            p.setInt(12, before.version());
            return p.executeUpdate() == 1;
        }
    }

    public static Totals totals(Connection c, RequestId request) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select coalesce(sum(planned), 0), coalesce(sum(folded), 0),"
                + " coalesce(sum(rejected), 0), coalesce(sum(excluded), 0), count(*),"
                + " coalesce(sum(case when recorded = true then 1 else 0 end), 0)"
                + " from peyk_expansion where request_id = ?")) {
            p.setString(1, request.value());
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return new Totals(
                        r.getLong(1),
                        r.getLong(2),
                        r.getLong(3),
                        r.getLong(4),
                        r.getInt(5),
                        r.getInt(5) > 0 && r.getInt(6) == r.getInt(5));
            }
        }
    }

    /** Notes that the request knows the numbers. */
    public static void recorded(Connection c, RequestId request) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_expansion set recorded = true where request_id = ?")) {
            p.setString(1, request.value());
            p.executeUpdate();
        }
    }

    /**
     * Inserts rows unless one of them is there already, by its person or its address; then none is inserted. Found out by trying, as most
     * audiences name nobody twice, and looking costs a third of the whole.
     *
     * @return whether they were inserted
     */
    public static boolean insertIfNew(Connection c, RequestId request, Channel channel, List<NewRow> rows, Instant now)
            throws SQLException {
        Savepoint before = c.setSavepoint();
        try {
            insert(c, request, channel, rows, now);
        } catch (SQLException e) {
            if (!Store.duplicate(e)) {
                throw e;
            }
            c.rollback(before);
            return false;
        }
        c.releaseSavepoint(before);
        return true;
    }

    /** Inserts rows as one statement: a statement for each row costs the database twice the time. */
    public static void insert(Connection c, RequestId request, Channel channel, List<NewRow> rows, Instant now)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement p =
                c.prepareStatement("insert into peyk_delivery (request_id, channel, person_id, address,"
                        + " address_key, display_name, language, person_groups, batch, message_id, state, reason, epoch, attempts,"
                        + " deaths, doubted, changed_at) select ?, ?, n.person, n.address, n.address_key, n.display_name, n.language,"
                        + " n.person_groups, n.batch, n.message_id, n.state, n.reason, 0, 0, 0, 0,"
                        + " cast(? as timestamp(6) with time zone) from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) n (person, address,"
                        + " address_key, display_name, language, person_groups, batch, message_id, state, reason)")) {
            p.setString(1, request.value());
            p.setString(2, channel.name());
            p.setObject(3, Store.time(now));
            p.setArray(4, column(c, rows, NewRow::person));
            p.setArray(5, column(c, rows, NewRow::address));
            p.setArray(6, column(c, rows, NewRow::addressKey));
            p.setArray(7, column(c, rows, NewRow::displayName));
            p.setArray(8, column(c, rows, NewRow::language));
            p.setArray(9, column(c, rows, NewRow::groups));
            p.setArray(
                    10,
                    c.createArrayOf("integer", rows.stream().map(NewRow::batch).toArray()));
            p.setArray(11, column(c, rows, NewRow::messageId));
            p.setArray(12, column(c, rows, r -> r.state().name()));
            p.setArray(
                    13,
                    column(c, rows, r -> r.reason() == null ? null : r.reason().name()));
            p.executeUpdate();
        }
    }

    private static Array column(Connection c, List<NewRow> rows, Function<NewRow, @Nullable String> value)
            throws SQLException {
        return c.createArrayOf("varchar", rows.stream().map(value).toArray());
    }

    public static void reject(Connection c, RequestId request, Channel channel, int part, List<RejectedRow> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement p = c.prepareStatement("insert into peyk_rejected (request_id, channel, part, position,"
                + " code, reason_tr, reason_en) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (RejectedRow r : rows) {
                p.setString(1, request.value());
                p.setString(2, channel.name());
                p.setInt(3, part);
                p.setString(4, cut(r.position(), 100));
                p.setString(5, cut(r.code(), 40));
                p.setString(6, cut(r.reason().tr(), 500));
                p.setString(7, cut(r.reason().en(), 500));
                p.addBatch();
            }
            p.executeBatch();
        }
    }

    private static String cut(String s, int max) {
        String clean = s.replace('\0', '?');
        return clean.length() <= max ? clean : clean.substring(0, max);
    }

    /** Those of some people who have a row already. */
    public static Set<String> persons(Connection c, RequestId request, Channel channel, Collection<String> among)
            throws SQLException {
        return known(c, "peyk_delivery", "person_id", request, channel, among);
    }

    /** Those of some folded addresses that have a row already. */
    public static Set<String> addresses(Connection c, RequestId request, Channel channel, Collection<String> among)
            throws SQLException {
        return known(c, "peyk_delivery", "address_key", request, channel, among);
    }

    /** Those of some keys that are left out. */
    public static Set<String> excluded(Connection c, RequestId request, Channel channel, Collection<String> among)
            throws SQLException {
        return known(c, "peyk_excluded", "excluded_key", request, channel, among);
    }

    /**
     * Which keys a request has already. They are joined with the table rather than compared with any of them: H2 would go through all rows of
     * the request for each page.
     */
    private static Set<String> known(
            Connection c, String table, String column, RequestId request, Channel channel, Collection<String> among)
            throws SQLException {
        Set<String> found = new HashSet<>();
        if (among.isEmpty()) {
            return found;
        }
        try (PreparedStatement p = c.prepareStatement("select d." + column + " from unnest(?) k (wanted) join " + table
                + " d on d.request_id = ? and d.channel = ? and d." + column + " = k.wanted")) {
            p.setArray(1, c.createArrayOf("varchar", among.toArray()));
            p.setString(2, request.value());
            p.setString(3, channel.name());
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(r.getString(1));
                }
            }
        }
        return found;
    }

    /** Leaves people or addresses out. The caller has removed those that are left out already. */
    public static void exclude(Connection c, RequestId request, Channel channel, Collection<String> keys)
            throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("insert into peyk_excluded (request_id, channel, excluded_key) values (?, ?, ?)")) {
            for (String key : keys) {
                p.setString(1, request.value());
                p.setString(2, channel.name());
                p.setString(3, key);
                p.addBatch();
            }
            p.executeBatch();
        }
    }

    /** Those of some folded addresses that were seen not to exist often enough. */
    public static Set<String> suppressed(Connection c, Channel channel, Collection<String> among, int sightings)
            throws SQLException {
        Set<String> found = new HashSet<>();
        if (among.isEmpty()) {
            return found;
        }
        try (PreparedStatement p = c.prepareStatement("select s.address_key from unnest(?) k (wanted)"
                + " join peyk_suppression s on s.channel = ? and s.address_key = k.wanted where s.sightings >= ?")) {
            p.setArray(1, c.createArrayOf("varchar", among.toArray()));
            p.setString(2, channel.name());
            p.setInt(3, sightings);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(r.getString(1));
                }
            }
        }
        return found;
    }
}
