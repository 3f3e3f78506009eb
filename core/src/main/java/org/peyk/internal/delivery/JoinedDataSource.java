package org.peyk.internal.delivery;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets the scheduler write in a transaction of ours: while a thread has joined one, connections are views of it that neither commit nor
 * close; otherwise they are the store's.
 */
final class JoinedDataSource implements DataSource {

    private static final ThreadLocal<@Nullable Connection> JOINED = new ThreadLocal<>();

    private final DataSource store;

    JoinedDataSource(DataSource store) {
        this.store = store;
    }

    /** What runs joined. */
    interface Body {
        void run() throws SQLException;
    }

    /**
     * Runs something whose connections are views of one.
     *
     * @throws SQLException what the database said, out of whatever the scheduler wrapped it in
     */
    static void join(Connection c, Body body) throws SQLException {
        Connection outer = JOINED.get();
        JOINED.set(view(c));
        try {
            body.run();
        } catch (RuntimeException e) {
            for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
                if (t instanceof SQLException s) {
                    throw s;
                }
            }
            throw e;
        } finally {
            JOINED.set(outer);
        }
    }

    private static Connection view(Connection c) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (p, m, a) -> {
                    switch (m.getName()) {
                        case "close", "commit", "setAutoCommit" -> {
                            return null;
                        }
                        case "rollback" ->
                            throw new SQLException("the transaction is not the scheduler's to roll back");
                        default -> {
                            try {
                                return m.invoke(c, a);
                            } catch (InvocationTargetException e) {
                                throw e.getCause() == null ? e : e.getCause();
                            }
                        }
                    }
                });
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection joined = JOINED.get();
        if (joined != null) {
            return joined;
        }
        return store.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connections are the store's");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return store.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        store.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        store.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return store.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return store.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return store.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return store.isWrapperFor(type);
    }
}
