package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Settles commits together: whoever comes while others are settled waits, and one of those who waited settles all of them. Thread-safe. */
final class Settling {

    private final Dialect dialect;
    private final AtomicLong committed = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    /** All commits up to this one are settled; guarded by the lock. */
    private long settled;

    Settling(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns once what was committed before the call is settled. */
    void settle(Connection c) throws SQLException {
        if (!dialect.exclusive()) {
            dialect.settle(c);
            return;
        }
        long mine = committed.incrementAndGet();
        lock.lock();
        try {
            if (settled < mine) {
                long all = committed.get();
                dialect.settle(c);
                settled = all;
            }
        } finally {
            lock.unlock();
        }
    }
}
