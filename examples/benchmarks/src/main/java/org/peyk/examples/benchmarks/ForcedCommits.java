package org.peyk.examples.benchmarks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * An H2 database whose commits return once they are forced to disk, as the library's own do: {@code WRITE_DELAY=0} hands each commit to the
 * operating system, which survives a killed process; a dead machine is survived by what was forced as well. Threads whose commits wait at the
 * same time share one forcing, as in the library.
 */
final class ForcedCommits {

    private final DataSource pool;
    private final AtomicLong committed = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    /** All commits up to this one are forced; guarded by the lock. */
    private long forced;

    private ForcedCommits(DataSource pool) {
        this.pool = pool;
    }

    /** The same database, as the other engine is given it. */
    static DataSource over(DataSource pool) {
        ForcedCommits forcing = new ForcedCommits(pool);
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(forcing.pool, method, arguments);
            return result instanceof Connection c ? forcing.connection(c) : result;
        });
    }

    private Connection connection(Connection c) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(c, method, arguments);
            if (method.getName().equals("commit")) {
                force(c);
            }
            return result;
        });
    }

    private void force(Connection c) throws SQLException {
        long mine = committed.incrementAndGet();
        lock.lock();
        try {
            if (forced < mine) {
                long all = committed.get();
                try (Statement s = c.createStatement()) {
                    s.execute("CHECKPOINT SYNC");
                }
                forced = all;
            }
        } finally {
            lock.unlock();
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> kind, InvocationHandler handler) {
        return kind.cast(Proxy.newProxyInstance(ForcedCommits.class.getClassLoader(), new Class<?>[] {kind}, handler));
    }
}
