package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.StoreException;

/**
 * The durable state. Opens a database, makes sure that it keeps what it acknowledges, brings its schema up to date, and runs transactions.
 * The rows of each concern have a class of their own beside this one; nowhere else is SQL.
 */
public sealed class Store implements AutoCloseable permits JoinedStore {

    private static final int ATTEMPTS = 20;

    private final DataSource dataSource;
    private final Dialect dialect;
    private final String id;
    private final Runnable onClose;
    private final boolean trips;
    private final Json json;
    private final Settling settling;

    private Store(DataSource dataSource, Dialect dialect, String id, boolean trips, Runnable onClose) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.id = id;
        this.trips = trips;
        this.onClose = onClose;
        this.settling = new Settling(dialect);
        this.json = new Json((sha256, size) -> new StoredBytes(() -> this, sha256, size));
    }

    /** The same database, reading files in its own way. */
    Store(Store other, Json.Files files) {
        this.dataSource = other.dataSource;
        this.dialect = other.dialect;
        this.id = other.id;
        this.trips = other.trips;
        this.onClose = () -> {};
        this.settling = other.settling;
        this.json = other.json.reading(files);
    }

    /** What runs in a transaction. May run more than once, so it must not change anything else. */
    public interface Work<T> {
        T run(Connection c) throws SQLException;
    }

    /** Adds to a change. May run more than once, so it must not change anything else. */
    public interface Writing {
        void add(Change change) throws SQLException;
    }

    /** As {@link Writing}, with a result. */
    interface Making<T> {
        T make(Change change) throws SQLException;
    }

    /** As {@link Work}, without a result. */
    public interface Action {
        void run(Connection c) throws SQLException;
    }

    /**
     * Opens a store over a data source.
     *
     * @param onClose run when the store is closed; frees the data source if it is ours
     * @throws StoreException when it is locked, cannot be made durable, or has a schema of another version
     */
    public static Store open(DataSource dataSource, Runnable onClose) {
        try (Connection c = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(c);
            c.setAutoCommit(true);
            dialect.harden(c);
            if (!dialect.keepsCommits(c)) {
                throw new StoreException(ErrorCode.STORE_WEAK, null);
            }
            Migrations.apply(c, dialect);
            return new Store(dataSource, dialect, id(c), dialect.runsTripsWhole(c), onClose);
        } catch (SQLException e) {
            onClose.run();
            throw failure(e);
        } catch (RuntimeException e) {
            onClose.run();
            throw e;
        }
    }

    /** The name of the store whose tables a connection sees. */
    static String id(Connection c) throws SQLException {
        return Dialect.one(c, "select id from peyk_store");
    }

    /** The store's own name, which no other store has; a copy of its database has it too. */
    String id() {
        return id;
    }

    public Dialect dialect() {
        return dialect;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public Json json() {
        return json;
    }

    /** Runs work in one transaction; again from the start when another transaction was in its way. */
    public <T> T write(Work<T> work) {
        return again(() -> once(work));
    }

    /** One try at something. */
    interface Attempt<T> {
        T make() throws SQLException;
    }

    <T> T again(Attempt<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.make();
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !dialect.retryable(e)) {
                    throw failure(e);
                }
                pause(attempt);
            }
        }
    }

    /** As {@link #write}; empty, with nothing done, when a row with the same key was there already. */
    public <T> Optional<T> writeIfFree(Work<T> work) {
        return unless(Store::duplicate, () -> once(work));
    }

    private <T> Optional<T> unless(Predicate<SQLException> expected, Attempt<T> work) {
        return again(() -> {
            try {
                return Optional.of(work.make());
            } catch (SQLException e) {
                if (expected.test(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Whether a unique key was violated; a batch's own exception may hide it behind the next one. */
    static boolean duplicate(SQLException e) {
        for (SQLException s = e; s != null; s = s.getNextException()) {
            if ("23505".equals(s.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Runs several changes, each with its own commands, in one transaction; again from the start when another one was in the way.
     *
     * @param work gets the store as the transaction sees it
     */
    public <T> T together(Function<Store, T> work) {
        for (int attempt = 1; ; attempt++) {
            List<Runnable> committed = new ArrayList<>();
            T result;
            try {
                result = once(c -> work.apply(join(c, committed::add)));
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !dialect.retryable(e)) {
                    throw failure(e);
                }
                pause(attempt);
                continue;
            } catch (StoreException e) {
                if (attempt == ATTEMPTS || e.code() != ErrorCode.JOIN_CONFLICT) {
                    throw e;
                }
                pause(attempt);
                continue;
            }
            committed.forEach(Runnable::run);
            return result;
        }
    }

    /** Others need a moment to finish; spread out, so that the same two do not meet again. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(2L * attempt) + 1));
    }

    /** Runs an action in one transaction, as {@link #write}. */
    public void run(Action action) {
        write(c -> {
            action.run(c);
            return Boolean.TRUE;
        });
    }

    /** Runs a reading in a transaction of its own. */
    public <T> T read(Work<T> work) {
        return again(() -> transaction(work, false));
    }

    /** Runs a reading of one statement, which needs no transaction of its own. */
    public <T> T look(Work<T> work) {
        return again(() -> glance(work));
    }

    <T> T glance(Work<T> work) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            if (!c.getAutoCommit()) {
                c.setAutoCommit(true);
            }
            return work.run(c);
        }
    }

    /** Runs work once; the caller handles what the database says. For those who must know whether a commit took place. */
    public <T> T once(Work<T> work) throws SQLException {
        return transaction(work, true);
    }

    /**
     * Makes a change, again from the start when another transaction was in its way.
     *
     * @return empty, with nothing stored, when what it changes is no longer as it was
     */
    <T> Optional<T> change(Making<T> making) {
        return unless(RequestRows::stale, () -> changeOnce(making));
    }

    /** As {@link #change}; empty, with nothing stored, when a row with the same key was there already. */
    <T> Optional<T> changeIfFree(Making<T> making) {
        return unless(Store::duplicate, () -> changeOnce(making));
    }

    <T> T changeOnce(Making<T> making) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            Change change = Change.own(c, trips);
            try {
                T result = making.make(change);
                change.finish();
                settling.settle(c);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                change.undo(e);
                throw e;
            }
        }
    }

    <T> T transaction(Work<T> work, boolean changes) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            c.setAutoCommit(false);
            try {
                T result = work.run(c);
                c.commit();
                if (changes) {
                    settling.settle(c);
                }
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(c, e);
                throw e;
            }
        }
    }

    /** Runs something once what was written last is committed; at once, as a writing method returns after its commit. */
    void afterCommit(Runnable action) {
        action.run();
    }

    /** Whether what was written may still be undone by somebody else, and who can tell once it is committed. */
    Store settled() {
        return this;
    }

    /** Makes sure that what somebody else committed in this database is kept as our own commits are. */
    void settle() throws SQLException {
        if (dialect.exclusive()) {
            try (Connection c = dataSource.getConnection()) {
                settling.settle(c);
            }
        }
    }

    /**
     * This store as a transaction of somebody else sees it.
     *
     * @param c the connection of that transaction
     * @param whenCommitted takes what is to run once it is committed
     * @throws StoreException when the connection is to another database, or has no open transaction
     */
    public Store join(Connection c, Consumer<Runnable> whenCommitted) {
        return JoinedStore.of(this, c, whenCommitted);
    }

    private static void rollback(Connection c, Throwable cause) {
        try {
            c.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A database failure in the library's words. The driver's own text may hold values and stays in the cause. */
    public static StoreException failure(SQLException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException s && s.getErrorCode() == 90020) {
                return new StoreException(ErrorCode.STORE_LOCKED, e);
            }
            if (t instanceof SQLException s && s.getErrorCode() == 90030) {
                return new StoreException(ErrorCode.STORE_DAMAGED, e);
            }
        }
        return new StoreException(ErrorCode.STORE_UNAVAILABLE, e);
    }

    /** A moment as both drivers take it. */
    public static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** A moment as both drivers give it. */
    public static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    @Override
    public void close() {
        onClose.run();
    }
}
