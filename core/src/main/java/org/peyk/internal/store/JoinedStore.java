package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.StoreException;
import org.peyk.spi.ByteSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store as a transaction of the host's own sees it. Everything runs on the host's connection; nothing is committed, and nothing is
 * tried again when another transaction was in the way, as that is the host's whole transaction to repeat. Each writing has a savepoint, so
 * that one that fails leaves the host's transaction as it was. For the thread of that transaction.
 */
final class JoinedStore extends Store {

    private static final Logger LOG = LoggerFactory.getLogger(JoinedStore.class);

    private final Store own;
    private final Connection connection;
    private final Consumer<Runnable> whenCommitted;
    private final List<Runnable> waiting = new ArrayList<>();
    /** Set on whatever thread the host runs what follows its commit. */
    private volatile boolean over;

    private JoinedStore(Store own, Connection connection, Consumer<Runnable> whenCommitted, Files files) {
        super(own, files);
        this.own = own;
        this.connection = connection;
        this.whenCommitted = whenCommitted;
    }

    /** Files as they stand in the transaction while it lasts, and as the store has them afterwards. */
    private static final class Files implements Json.Files {
        private final Store own;
        private @Nullable JoinedStore joined;

        Files(Store own) {
            this.own = own;
        }

        @Override
        public ByteSource open(String sha256, long size) {
            return new StoredBytes(this::store, sha256, size);
        }

        private Store store() {
            JoinedStore j = joined;
            return j == null || j.ended() ? own : j;
        }
    }

    static Store of(Store store, Connection c, Consumer<Runnable> whenCommitted) {
        Store own = store instanceof JoinedStore j ? j.own : store;
        try {
            if (c.isClosed() || c.getAutoCommit()) {
                throw new StoreException(ErrorCode.JOIN_NO_TRANSACTION, null);
            }
            if (!own.id().equals(ask(c))) {
                throw new StoreException(ErrorCode.JOIN_OTHER_STORE, null);
            }
        } catch (SQLException e) {
            throw new StoreException(ErrorCode.JOIN_NO_TRANSACTION, e);
        }
        Files files = new Files(own);
        JoinedStore joined = new JoinedStore(own, c, whenCommitted, files);
        files.joined = joined;
        return joined;
    }

    /** Whose database this is. A failed question would abort the host's transaction on PostgreSQL, were it not for the savepoint. */
    private static String ask(Connection c) throws SQLException {
        Savepoint before = c.setSavepoint();
        try {
            return id(c);
        } catch (SQLException e) {
            // no such table: not our database, or not our schema of it
            c.rollback(before);
            return "";
        } finally {
            release(c, before);
        }
    }

    private static void release(Connection c, Savepoint s) {
        try {
            c.releaseSavepoint(s);
        } catch (SQLException e) {
            LOG.debug("a savepoint was not released; it ends with the transaction");
        }
    }

    private boolean ended() {
        try {
            return over || connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    <T> T again(Attempt<T> work) {
        try {
            return work.make();
        } catch (SQLException e) {
            throw dialect().retryable(e) ? new StoreException(ErrorCode.JOIN_CONFLICT, e) : failure(e);
        }
    }

    /** They are in the host's transaction already. */
    @Override
    public <T> T together(Function<Store, T> work) {
        return work.apply(this);
    }

    @Override
    <T> T glance(Work<T> work) throws SQLException {
        return transaction(work, false);
    }

    @Override
    <T> T transaction(Work<T> work, boolean changes) throws SQLException {
        if (ended() || connection.getAutoCommit()) {
            throw new StoreException(ErrorCode.JOIN_NO_TRANSACTION, null);
        }
        if (!changes) {
            return work.run(connection);
        }
        Savepoint before = connection.setSavepoint();
        try {
            T result = work.run(connection);
            release(connection, before);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            undo(before, e);
            throw e;
        }
    }

    @Override
    <T> T changeOnce(Making<T> making) throws SQLException {
        return transaction(
                c -> {
                    Change change = Change.within(c);
                    T result = making.make(change);
                    change.finish();
                    return result;
                },
                true);
    }

    private void undo(Savepoint before, Throwable cause) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            // a deadlock's victim was rolled back as a whole
            cause.addSuppressed(e);
        }
    }

    @Override
    void afterCommit(Runnable action) {
        if (waiting.isEmpty()) {
            whenCommitted.accept(this::committed);
        }
        waiting.add(action);
    }

    /** The host's commit stands, whatever happens here. */
    private void committed() {
        over = true;
        try {
            own.settle();
        } catch (SQLException e) {
            LOG.warn("PEYK-403: the store could not be made to write through what a joined transaction committed");
        }
        for (Runnable action : waiting) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.warn(
                        "What follows a joined transaction failed with {}; it is looked for again",
                        e.getClass().getName());
            }
        }
    }

    @Override
    Store settled() {
        return own;
    }

    @Override
    public void close() {
        // the store is not the transaction's to close
    }
}
