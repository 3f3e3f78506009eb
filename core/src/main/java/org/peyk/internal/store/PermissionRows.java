package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.PermissionReview;
import org.peyk.spi.RequestId;

/** Uses of permissions, one row for each request that was approved with one, and whether somebody has looked at it. */
public final class PermissionRows {

    private PermissionRows() {}

    /**
     * Keeps others from using a permission until the transaction ends. The row is changed, not only locked: whoever still sees what was there
     * before (REPEATABLE READ) is then refused by the database and begins again, rather than counting without the use it cannot see.
     */
    static void lock(Connection c, String permission) throws SQLException {
        if (touch(c, permission)) {
            return;
        }
        register(c, permission);
        if (!touch(c, permission)) {
            throw new SQLException("somebody else used the same permission this moment", "40001");
        }
    }

    private static boolean touch(Connection c, String permission) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_permission set changes = changes + 1 where name = ?")) {
            p.setString(1, permission);
            return p.executeUpdate() > 0;
        }
    }

    private static void register(Connection c, String permission) throws SQLException {
        Savepoint before = c.setSavepoint();
        try (PreparedStatement p = c.prepareStatement("insert into peyk_permission (name, changes) values (?, 0)")) {
            p.setString(1, permission);
            p.executeUpdate();
        } catch (SQLException e) {
            if (!"23505".equals(e.getSQLState())) {
                throw e;
            }
            // another node's row is as good
            c.rollback(before);
        }
        c.releaseSavepoint(before);
    }

    /** How many other requests used a permission from a moment on. */
    public static long count(Connection c, String permission, Instant since, RequestId except) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select count(*) from peyk_permission_use"
                + " where permission = ? and opened_at >= ? and request_id <> ?")) {
            p.setString(1, permission);
            p.setObject(2, Store.time(since));
            p.setString(3, except.value());
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return r.getLong(1);
            }
        }
    }

    /**
     * Writes the use of a request as it is now, or removes it when there is none.
     *
     * @param had whether there was one before the change; most requests never have one, and nothing is written for them
     */
    public static void put(Change change, MailRequest request, boolean had) {
        if (had) {
            change.add(
                    "delete from peyk_permission_use where request_id = ?",
                    request.id().value());
        }
        PermissionReview review = request.review();
        if (review != null) {
            change.add(
                    "insert into peyk_permission_use (request_id, permission, kind, opened_at, closed_at)"
                            + " values (?, ?, ?, ?, ?)",
                    request.id().value(),
                    review.asked().permission(),
                    review.asked().kind().name(),
                    review.openedAt(),
                    review.closedAt());
        }
    }

    /** Requests whose use nobody has looked at, the oldest first. */
    public static List<RequestId> open(Connection c, int limit) throws SQLException {
        return ids(c, "closed_at is null", null, null, limit);
    }

    /** Requests that used a permission from a moment on, the oldest first. */
    public static List<RequestId> uses(Connection c, String permission, Instant since, int limit) throws SQLException {
        return ids(c, "permission = ? and opened_at >= ?", permission, since, limit);
    }

    private static List<RequestId> ids(
            Connection c, String where, @Nullable String permission, @Nullable Instant since, int limit)
            throws SQLException {
        List<RequestId> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select request_id from peyk_permission_use where " + where
                + " order by opened_at, request_id fetch first ? rows only")) {
            int i = 1;
            if (permission != null) {
                p.setString(i++, permission);
                p.setObject(i++, Store.time(since));
            }
            p.setInt(i, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new RequestId(r.getString(1)));
                }
            }
        }
        return found;
    }
}
