package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Due work, as far as it is not the scheduler's own business. */
public final class WorkRows {

    /** Short work: starting a sending, expanding an audience. */
    public static final String TASKS = "peyk_task";

    /** Long work: sending batches. */
    public static final String BATCHES = "peyk_batch";

    private WorkRows() {}

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
}
