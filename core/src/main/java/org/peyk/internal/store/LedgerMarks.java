package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;

/**
 * Intents and results of single rows, many in one transaction. Every change names the owner and the epoch under which the row was claimed; a
 * row that has gone to somebody else meanwhile does not change.
 */
public final class LedgerMarks {

    private static final String MINE = " where id = ? and owner = ? and epoch = ?";

    private LedgerMarks() {}

    /** What becomes of one row. */
    public record Result(
            ClaimedRow row,
            DeliveryState state,
            @Nullable DeliveryReason reason,
            int attempts,
            int doubted,
            int breaks,
            @Nullable Instant notBefore,
            @Nullable Instant firstAttemptAt,
            int replyCode,
            @Nullable String replyStatus,
            String replyText,
            Instant at) {}

    /**
     * Stores that messages are about to leave. None may once the request is stopped: that is asked in the same statement, so that a pause or
     * a cancellation by any node takes effect at the next message.
     *
     * @return the ids of the rows that may leave
     */
    public static Set<Long> intend(Connection c, List<ClaimedRow> rows, Instant now) throws SQLException {
        Set<Long> made = new HashSet<>();
        try (PreparedStatement p = c.prepareStatement("update peyk_delivery set state = 'IN_FLIGHT', changed_at = ?"
                + MINE + " and state = 'CLAIMED'" + LedgerRows.SENDABLE)) {
            for (ClaimedRow row : rows) {
                p.setObject(1, Store.time(now));
                bindMine(p, 2, row);
                p.addBatch();
            }
            int[] counts = p.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 1) {
                    made.add(rows.get(i).id());
                }
            }
        }
        return made;
    }

    /** Which of some intents are stored already, after a commit whose end is not known. */
    public static Set<Long> intended(Connection c, List<ClaimedRow> rows) throws SQLException {
        Map<Long, ClaimedRow> byId = new HashMap<>();
        rows.forEach(r -> byId.put(r.id(), r));
        Set<Long> made = new HashSet<>();
        try (PreparedStatement p = c.prepareStatement(
                "select id, owner, epoch from peyk_delivery where id = any (?) and state = 'IN_FLIGHT'")) {
            p.setArray(1, c.createArrayOf("bigint", byId.keySet().toArray()));
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    ClaimedRow row = byId.get(r.getLong(1));
                    if (row != null && row.owner().equals(r.getString(2)) && row.epoch() == r.getInt(3)) {
                        made.add(row.id());
                    }
                }
            }
        }
        return made;
    }

    /**
     * Stores results.
     *
     * @return those that found their row gone
     */
    public static List<Result> store(Connection c, List<Result> results) throws SQLException {
        List<Result> missed = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("update peyk_delivery set state = ?, reason = ?, attempts = ?,"
                + " doubted = ?, breaks = ?, not_before = ?, first_attempt_at = coalesce(first_attempt_at, ?), reply_code = ?,"
                + " reply_enhanced = ?, reply_text = ?, changed_at = ?" + MINE
                + " and state in ('CLAIMED', 'IN_FLIGHT')")) {
            for (Result r : results) {
                p.setString(1, r.state().name());
                p.setString(2, r.reason() == null ? null : r.reason().name());
                p.setInt(3, r.attempts());
                p.setInt(4, r.doubted());
                p.setInt(5, r.breaks());
                p.setObject(6, Store.time(r.notBefore()));
                p.setObject(7, Store.time(r.firstAttemptAt()));
                p.setObject(8, r.replyCode() == 0 ? null : r.replyCode());
                p.setString(9, r.replyStatus());
                p.setString(10, r.replyText());
                p.setObject(11, Store.time(r.at()));
                bindMine(p, 12, r.row());
                p.addBatch();
            }
            int[] counts = p.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    missed.add(results.get(i));
                }
            }
        }
        return missed;
    }

    /**
     * An acceptance that came after its row was taken over: no result any more, but evidence that it was sent. A row that waits to be sent
     * again is spared that; one that was claimed again is not touched.
     *
     * @return how many rows it settled
     */
    public static int evidence(Connection c, List<Result> accepted) throws SQLException {
        int settled = 0;
        try (PreparedStatement p = c.prepareStatement("update peyk_delivery set state = 'SENT', reason = 'EVIDENCE',"
                + " not_before = null, reply_code = ?, reply_enhanced = ?, reply_text = ?, changed_at = ?" + MINE
                + " and (state = 'IN_DOUBT' or (state = 'PENDING' and reason = 'RESEND'))")) {
            for (Result r : accepted) {
                p.setObject(1, r.replyCode() == 0 ? null : r.replyCode());
                p.setString(2, r.replyStatus());
                p.setString(3, r.replyText());
                p.setObject(4, Store.time(r.at()));
                bindMine(p, 5, r.row());
                p.addBatch();
            }
            for (int count : p.executeBatch()) {
                settled += Math.max(0, count);
            }
        }
        return settled;
    }

    /**
     * Takes intents back whose messages have certainly not left.
     *
     * @param to {@code PENDING} for anybody, {@code CLAIMED} when their owner keeps them
     */
    public static void release(Connection c, List<ClaimedRow> rows, DeliveryState to, Instant now) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_delivery set state = ?, changed_at = ?" + MINE
                + " and state in ('CLAIMED', 'IN_FLIGHT')")) {
            for (ClaimedRow row : rows) {
                p.setString(1, to.name());
                p.setObject(2, Store.time(now));
                bindMine(p, 3, row);
                p.addBatch();
            }
            p.executeBatch();
        }
    }

    /** Holds rows whose refusal was found not to be about them; what was answered stays for people to see. */
    public static void reopen(Connection c, List<ClaimedRow> rows, Instant now) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_delivery set state = 'PENDING', reason = 'EVERYBODY_REFUSED',"
                        + " changed_at = ?" + MINE + " and state = 'FAILED' and reason = 'RECIPIENT'")) {
            for (ClaimedRow row : rows) {
                p.setObject(1, Store.time(now));
                bindMine(p, 2, row);
                p.addBatch();
            }
            p.executeBatch();
        }
    }

    private static void bindMine(PreparedStatement p, int from, ClaimedRow row) throws SQLException {
        p.setLong(from, row.id());
        p.setString(from + 1, row.owner());
        p.setInt(from + 2, row.epoch());
    }
}
