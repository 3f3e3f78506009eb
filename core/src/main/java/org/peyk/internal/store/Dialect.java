package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.peyk.ErrorCode;
import org.peyk.StoreException;

/** The two database engines the store is written for, and what they do differently. */
public enum Dialect {
    /** Embedded; keeps acknowledged commits through a killed process only without a write delay. */
    H2("varbinary(262144)", "random_uuid()") {
        @Override
        void harden(Connection c) throws SQLException {
            try (Statement s = c.createStatement()) {
                s.execute("SET WRITE_DELAY 0");
                // a longer text has a table and a file's life of its own, which costs more than all else that a change
                // writes
                s.execute("SET MAX_LENGTH_INPLACE_LOB 65536");
            }
        }

        @Override
        boolean keepsCommits(Connection c) throws SQLException {
            return one(c, "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                            .equals("0")
                    && EngineProbe.findsLastCommit();
        }

        /** For the machine's death; a killed process alone leaves its writes to the system. */
        @Override
        void settle(Connection c) throws SQLException {
            try (Statement s = c.createStatement()) {
                s.execute("CHECKPOINT SYNC");
            }
        }

        @Override
        boolean retryable(SQLException e) {
            // 40001 deadlock, 50200 lock timeout, 90131 row changed by another transaction
            return "40001".equals(e.getSQLState()) || e.getErrorCode() == 50200 || e.getErrorCode() == 90131;
        }
    },
    /** For several nodes. */
    POSTGRESQL("bytea", "gen_random_uuid()") {
        @Override
        void harden(Connection c) {
            // nothing to set: durability is the server's configuration, which is read back
        }

        @Override
        boolean keepsCommits(Connection c) throws SQLException {
            return !one(c, "show synchronous_commit").equals("off")
                    && one(c, "show fsync").equals("on");
        }

        @Override
        boolean retryable(SQLException e) {
            return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
        }

        /** A driver may be told to send the statements of a trip one by one; then each has a transaction of its own. */
        @Override
        boolean runsTripsWhole(Connection c) throws SQLException {
            // within a transaction both would be in it whatever the driver does
            c.setAutoCommit(true);
            try (PreparedStatement p =
                    c.prepareStatement("select txid_current() where ? = 1;select txid_current() where ? = 1")) {
                // with values, as changes have them: without any, a driver may send the text as one
                p.setInt(1, 1);
                p.setInt(2, 1);
                boolean rows = p.execute();
                long first = rows ? number(p) : -1;
                return p.getMoreResults() && number(p) == first;
            }
        }

        private static long number(PreparedStatement p) throws SQLException {
            try (ResultSet r = p.getResultSet()) {
                r.next();
                return r.getLong(1);
            }
        }

        @Override
        void lockMigrations(Connection c) throws SQLException {
            try (Statement s = c.createStatement()) {
                s.execute("select pg_advisory_xact_lock(7305794401)");
            }
        }
    };

    private final String bytesType;
    private final String randomUuid;

    Dialect(String bytesType, String randomUuid) {
        this.bytesType = bytesType;
        this.randomUuid = randomUuid;
    }

    /** Makes the engine keep what it acknowledges through a killed process. */
    abstract void harden(Connection c) throws SQLException;

    /** Reads back whether it does. */
    abstract boolean keepsCommits(Connection c) throws SQLException;

    /** Called after a commit, before anybody is told of it. */
    void settle(Connection c) throws SQLException {
        // a server has settled a commit when it says so
    }

    /** Whether several statements that are sent together without a transaction are stored as a whole or not at all. */
    boolean runsTripsWhole(Connection c) throws SQLException {
        // an embedded database has no way to go
        return false;
    }

    /** Whether a transaction failed only because of another one, and may be run again. */
    abstract boolean retryable(SQLException e);

    /** Keeps other nodes from migrating at the same time, until the transaction ends. */
    void lockMigrations(Connection c) throws SQLException {
        // an embedded database has one process
    }

    /** Fills the places of a migration that the engines name differently. */
    String adapt(String sql) {
        return sql.replace("${bytes}", bytesType).replace("${uuid}", randomUuid);
    }

    /** Whether one process at a time owns the whole database. */
    public boolean exclusive() {
        return this == H2;
    }

    static Dialect of(Connection c) throws SQLException {
        String product = c.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT);
        return switch (product) {
            case "H2" -> H2;
            case "POSTGRESQL" -> POSTGRESQL;
            default -> throw new StoreException(ErrorCode.STORE_SCHEMA, null);
        };
    }

    static String one(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            return r.next() ? String.valueOf(r.getString(1)) : "";
        }
    }
}
