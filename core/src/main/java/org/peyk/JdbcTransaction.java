package org.peyk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A transaction with plain JDBC, for a portal that joins commands to its own writing.
 *
 * <pre>{@code
 * try (JdbcTransaction t = JdbcTransaction.begin(dataSource)) {
 *     insertOwnRow(t.connection());
 *     process.requests().in(t).submit(person, request);
 *     t.commit();
 * }
 * }</pre>
 *
 * <p>Closed without a commit, it is rolled back. For one thread.
 */
public final class JdbcTransaction implements TransactionScope, AutoCloseable {

    private final Connection connection;
    private final List<Runnable> actions = new ArrayList<>();
    private boolean over;

    private JdbcTransaction(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes a connection and opens a transaction on it.
     *
     * @param dataSource the database that holds the library's store
     * @return the open transaction; closing it gives the connection back
     * @throws SQLException when there is no connection to have
     */
    public static JdbcTransaction begin(DataSource dataSource) throws SQLException {
        Connection c = dataSource.getConnection();
        try {
            c.setAutoCommit(false);
        } catch (SQLException e) {
            c.close();
            throw e;
        }
        return new JdbcTransaction(c);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (over) {
            throw new IllegalStateException("the transaction is over");
        }
        actions.add(action);
    }

    /**
     * Commits, then runs what was to run after it.
     *
     * @throws SQLException when the database did not commit, or did not say whether it did; nothing that waited for the commit is run
     */
    public void commit() throws SQLException {
        if (over) {
            throw new IllegalStateException("the transaction is over");
        }
        connection.commit();
        over = true;
        actions.forEach(Runnable::run);
    }

    /**
     * Rolls back what was not committed, and gives the connection back.
     *
     * @throws SQLException when the database did not take the connection back
     */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!over) {
                over = true;
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
