package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.spi.Channel;
import org.peyk.spi.RequestId;

/**
 * The ledger, a batch or a request at a time. Every change names the states it may start from, so that two workers on one row cannot both
 * have it.
 */
public final class LedgerRows {

    /** A message that was in doubt this often is set aside, whatever the policy: something about it takes its senders down. */
    public static final int DOUBTS_UNTIL_POISON = 3;

    /** Rows to which something will still happen by itself; one in doubt has a moment only when it is to be sent again. */
    private static final String OPEN =
            "(state in ('PENDING', 'CLAIMED', 'IN_FLIGHT', 'DEFERRED') or (state = 'IN_DOUBT' and not_before is not null))";

    private static final String BATCH = " where request_id = ? and channel = ? and batch = ?";

    /** A finished request lets through what a person sends again. */
    static final String SENDABLE =
            " and exists (select 1 from peyk_request r where r.id = peyk_delivery.request_id and r.state in ('SENDING', 'SENT'))";

    private LedgerRows() {}

    private static int bind(PreparedStatement p, int from, BatchKey key) throws SQLException {
        int i = from;
        p.setString(i++, key.request().value());
        p.setString(i++, key.channel().name());
        p.setInt(i++, key.batch());
        return i;
    }

    /**
     * Takes a batch over from whoever had it: what was only claimed is free again, what was in flight is in doubt.
     *
     * @param resendAt when a message in doubt is to be sent again, or null to hold it
     * @return how many rows are in doubt by this
     */
    public static int takeOver(Connection c, BatchKey key, @Nullable Instant resendAt, Instant now)
            throws SQLException {
        int doubted;
        try (PreparedStatement p = c.prepareStatement("update peyk_delivery set state = 'IN_DOUBT',"
                + " reason = case when doubted + 1 >= ? then 'POISON' else 'TAKEN_OVER' end,"
                + " not_before = case when doubted + 1 >= ? then null else cast(? as timestamp(6) with time zone) end,"
                + " attempts = attempts + 1, deaths = deaths + 1, doubted = doubted + 1, changed_at = ?"
                + BATCH + " and state = 'IN_FLIGHT'")) {
            p.setInt(1, DOUBTS_UNTIL_POISON);
            p.setInt(2, DOUBTS_UNTIL_POISON);
            p.setObject(3, Store.time(resendAt));
            p.setObject(4, Store.time(now));
            bind(p, 5, key);
            doubted = p.executeUpdate();
        }
        try (PreparedStatement p = c.prepareStatement(
                "update peyk_delivery set state = 'PENDING', changed_at = ?" + BATCH + " and state = 'CLAIMED'")) {
            p.setObject(1, Store.time(now));
            bind(p, 2, key);
            p.executeUpdate();
        }
        return doubted;
    }

    /** Makes rows in doubt whose wait is over ready to be sent again. */
    public static int resendDue(Connection c, BatchKey key, Instant now) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "update peyk_delivery set state = 'PENDING', reason = 'RESEND', not_before = null, changed_at = ?"
                        + BATCH + " and state = 'IN_DOUBT' and not_before <= ?")) {
            p.setObject(1, Store.time(now));
            int i = bind(p, 2, key);
            p.setObject(i, Store.time(now));
            return p.executeUpdate();
        }
    }

    /**
     * Claims every row of a batch that is due. The epoch fences off whoever held a row before. Nothing is claimed once the request is stopped:
     * a worker that read the request just before would ask the server about recipients, although none may be mailed.
     */
    public static List<ClaimedRow> claim(Connection c, BatchKey key, String owner, Instant now) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "update peyk_delivery set state = 'CLAIMED', owner = ?, epoch = epoch + 1, changed_at = ?" + BATCH
                        + " and state in ('PENDING', 'DEFERRED') and (not_before is null or not_before <= ?)"
                        + SENDABLE)) {
            p.setString(1, owner);
            p.setObject(2, Store.time(now));
            int i = bind(p, 3, key);
            p.setObject(i, Store.time(now));
            if (p.executeUpdate() == 0) {
                return List.of();
            }
        }
        return claimed(c, key, owner);
    }

    /** What an owner has claimed; those whose sessions broke come last, so that nobody waits behind them. */
    private static List<ClaimedRow> claimed(Connection c, BatchKey key, String owner) throws SQLException {
        List<ClaimedRow> rows = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select id, epoch, address, display_name, language, message_id,"
                + " attempts, doubted, breaks, first_attempt_at, exists (select 1 from peyk_exclusion e where e.subject = 'p:'"
                + " || peyk_delivery.person_id and e.reason = 'OPTED_OUT'), person_groups from peyk_delivery" + BATCH
                + " and state = 'CLAIMED' and owner = ? order by breaks, id")) {
            int i = bind(p, 1, key);
            p.setString(i, owner);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    rows.add(new ClaimedRow(
                            r.getLong(1),
                            owner,
                            r.getInt(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6),
                            r.getInt(7),
                            r.getInt(8),
                            r.getInt(9),
                            Store.instant(r.getObject(10, OffsetDateTime.class)),
                            r.getBoolean(11),
                            r.getString(12)));
                }
            }
        }
        return rows;
    }

    /** Gives back what an owner claimed and did not send. */
    public static void unclaim(Connection c, BatchKey key, String owner, Instant now) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_delivery set state = 'PENDING', changed_at = ?"
                + BATCH + " and state = 'CLAIMED' and owner = ?")) {
            p.setObject(1, Store.time(now));
            int i = bind(p, 2, key);
            p.setString(i, owner);
            p.executeUpdate();
        }
    }

    /**
     * Ends what has not left, because it may not leave any more. What is in flight ends by its result; what is in doubt stays so.
     *
     * @param key one batch, or null for the whole request
     */
    public static int cancel(
            Connection c, RequestId request, @Nullable BatchKey key, DeliveryReason reason, Instant now)
            throws SQLException {
        String where = key == null ? " where request_id = ?" : BATCH;
        int cancelled;
        try (PreparedStatement p = c.prepareStatement(
                "update peyk_delivery set state = 'CANCELLED', reason = ?, not_before = null, changed_at = ?" + where
                        + " and state in ('PENDING', 'CLAIMED', 'DEFERRED')")) {
            p.setString(1, reason.name());
            p.setObject(2, Store.time(now));
            bind(p, 3, request, key);
            cancelled = p.executeUpdate();
        }
        try (PreparedStatement p = c.prepareStatement("update peyk_delivery set not_before = null, changed_at = ?"
                + where + " and state = 'IN_DOUBT' and not_before is not null")) {
            p.setObject(1, Store.time(now));
            bind(p, 2, request, key);
            p.executeUpdate();
        }
        return cancelled;
    }

    private static void bind(PreparedStatement p, int from, RequestId request, @Nullable BatchKey key)
            throws SQLException {
        if (key == null) {
            p.setString(from, request.value());
        } else {
            bind(p, from, key);
        }
    }

    /** What is left of a batch: how many rows are open, and when the first of them is due (null: at once). */
    public record Left(long open, @Nullable Instant due) {}

    public static Left left(Connection c, BatchKey key) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "select count(*), count(not_before), min(not_before) from peyk_delivery" + BATCH + " and " + OPEN)) {
            bind(p, 1, key);
            try (ResultSet r = p.executeQuery()) {
                r.next();
                boolean atOnce = r.getLong(2) < r.getLong(1);
                return new Left(r.getLong(1), atOnce ? null : Store.instant(r.getObject(3, OffsetDateTime.class)));
            }
        }
    }

    /** Whether the other side has answered about any recipient of the request. */
    public static boolean anyAnswered(Connection c, RequestId request) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select 1 from peyk_delivery where request_id = ?"
                + " and state in ('SENT', 'FAILED') fetch first 1 row only")) {
            p.setString(1, request.value());
            try (ResultSet r = p.executeQuery()) {
                return r.next();
            }
        }
    }

    /** Whether anything will still happen by itself to a row of the request. */
    public static boolean anyOpen(Connection c, RequestId request) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "select 1 from peyk_delivery where request_id = ? and " + OPEN + " fetch first 1 row only")) {
            p.setString(1, request.value());
            try (ResultSet r = p.executeQuery()) {
                return r.next();
            }
        }
    }

    /** The batches of a request in which something is left to do. */
    public static List<BatchKey> openBatches(Connection c, RequestId request) throws SQLException {
        List<BatchKey> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select distinct channel, batch from peyk_delivery"
                + " where request_id = ? and " + OPEN + " order by channel, batch")) {
            p.setString(1, request.value());
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new BatchKey(request, Channel.valueOf(r.getString(1)), r.getInt(2)));
                }
            }
        }
        return found;
    }

    /**
     * A person's decision about a row in doubt.
     *
     * @return the row's batch, or null when the row is not one of the request's that are in doubt
     */
    public static @Nullable BatchKey settle(
            Connection c, RequestId request, long id, DeliveryState to, DeliveryReason reason, Instant now)
            throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_delivery set state = ?, reason = ?, not_before = null,"
                        + " changed_at = ? where id = ? and request_id = ? and state = 'IN_DOUBT'")) {
            p.setString(1, to.name());
            p.setString(2, reason.name());
            p.setObject(3, Store.time(now));
            p.setLong(4, id);
            p.setString(5, request.value());
            if (p.executeUpdate() == 0) {
                return null;
            }
        }
        try (PreparedStatement p = c.prepareStatement("select channel, batch from peyk_delivery where id = ?")) {
            p.setLong(1, id);
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return new BatchKey(request, Channel.valueOf(r.getString(1)), r.getInt(2));
            }
        }
    }
}
