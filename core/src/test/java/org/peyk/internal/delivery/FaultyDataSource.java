package org.peyk.internal.delivery;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose commits go wrong when a test says so, and which can be cut off as if its process had died. */
final class FaultyDataSource implements DataSource {

    /** What happens to a commit. */
    interface Commit {
        void run(Connection c) throws SQLException;
    }

    /** It takes place, and the connection is lost before anybody hears of it. */
    static final Commit LOST_AFTER = c -> {
        c.commit();
        throw new SQLException("connection lost after the commit", "08006");
    };

    /** The connection is lost before it takes place. */
    static final Commit LOST_BEFORE = c -> {
        throw new SQLException("connection lost before the commit", "08006");
    };

    private final DataSource real;
    private final Deque<Commit> script = new ConcurrentLinkedDeque<>();
    private final AtomicInteger commits = new AtomicInteger();
    private final ReentrantReadWriteLock alive = new ReentrantReadWriteLock();
    private volatile boolean cut;
    private volatile String only = "";

    FaultyDataSource(DataSource real) {
        this.real = real;
    }

    /** The next commits of threads whose name begins like this go as scripted. */
    void script(String threads, Commit... next) {
        only = threads;
        script.addAll(java.util.List.of(next));
    }

    /** From now on nothing gets through, and no commit is under way. */
    void cut() {
        alive.writeLock().lock();
        try {
            cut = true;
        } finally {
            alive.writeLock().unlock();
        }
    }

    /** The database can be reached again. */
    void mend() {
        cut = false;
    }

    boolean isCut() {
        return cut;
    }

    int commits() {
        return commits.get();
    }

    private static SQLException gone() {
        return new SQLException("the process is cut off", "08001");
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (cut) {
            throw gone();
        }
        Connection c = real.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (p, m, a) -> {
                    String name = m.getName();
                    if (name.equals("commit")) {
                        commit(c);
                        return null;
                    }
                    if (cut && name.equals("close") && !c.getAutoCommit()) {
                        c.rollback();
                    }
                    if (cut && !name.equals("close") && !name.equals("rollback")) {
                        throw gone();
                    }
                    try {
                        return m.invoke(c, a);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void commit(Connection c) throws SQLException {
        Commit next = Thread.currentThread().getName().startsWith(only) ? script.poll() : null;
        alive.readLock().lock();
        try {
            if (cut) {
                throw gone();
            }
            if (next == null) {
                c.commit();
            } else {
                next.run(c);
            }
            commits.incrementAndGet();
        } finally {
            alive.readLock().unlock();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("faulty");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
