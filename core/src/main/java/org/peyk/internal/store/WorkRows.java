package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Due work, as far as it is not the scheduler's own business. */
public final class WorkRows {

    /** Short work: starting a sending, expanding an audience. */
    public static final String TASKS = "peyk_task";

    /** Long work: sending batches. */
    public static final String BATCHES = "peyk_batch";

    private WorkRows() {}

    /**
     * Puts work as the scheduler does, or moves it to another time unless it is under way. The change holds the lock of the request it is
     * for, so that nobody else puts the same work meanwhile.
     */
    public static void put(Change change, String table, String name, String instance, Instant due) {
        change.add(
                "update " + table + " set execution_time = ?, consecutive_failures = 0, version = version + 1"
                        + " where task_name = ? and task_instance = ? and picked = false",
                due,
                name,
                instance);
        change.add(
                "insert into " + table + " (task_name, task_instance, execution_time, picked, version)"
                        + " select cast(? as varchar), cast(? as varchar), cast(? as timestamp(6) with time zone), false, 1"
                        + " where not exists (select 1 from " + table + " where task_name = ? and task_instance = ?)",
                name,
                instance,
                due,
                name,
                instance);
    }

    /**
     * Frees what an ended process had begun, so that a restart carries on without waiting until that process counts as dead.
     *
     * @param node whose work is freed
     * @param anybody whether everybody's is, because no other process can be alive on this store
     * @return how much was freed
     */
    public static int free(Connection c, String table, String node, boolean anybody) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update " + table
                + " set picked = false, picked_by = null, last_heartbeat = null, version = version + 1"
                + " where picked = true and (picked_by = ? or ? = true)")) {
            p.setString(1, node);
            p.setBoolean(2, anybody);
            return p.executeUpdate();
        }
    }

    /** How many pieces of work were due before a moment and nobody has taken. */
    public static int overdue(Connection c, String table, Instant before) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select count(*) from " + table + " where picked = false and execution_time < ?")) {
            p.setObject(1, Store.time(before));
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return r.getInt(1);
            }
        }
    }
}
