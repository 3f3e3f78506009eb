package org.peyk.internal.delivery;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.peyk.DeliveryState;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.internal.store.LedgerMarks.Result;
import org.peyk.internal.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes intents and results of all sessions of a node, on one thread: whatever gathers while one commit is under way shares the next. In a
 * transaction results come first, then intents and what is taken back, in their order; so a session's result and its next intent cost one
 * commit.
 *
 * <p>While the store cannot be reached nothing is answered, so no message leaves; results wait here until they are stored or the process
 * ends. When it is not known whether a commit took place, intents are read back before they are answered.
 */
final class LedgerWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int GROUP = 2000;
    private static final long LONGEST_WAIT_MILLIS = 2000;

    private final Store store;
    private final Clock clock;
    private final Duration grace;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLongArray results = new AtomicLongArray(DeliveryState.values().length);
    private final Thread thread;
    private volatile long giveUpAt;
    private volatile boolean hurried;
    private volatile boolean stuck;

    private sealed interface Entry {}

    private record Intents(List<ClaimedRow> rows, CompletableFuture<Set<Long>> made) implements Entry {}

    private record Outcome(Result result) implements Entry {}

    private record TakenBack(ClaimedRow row, DeliveryState to) implements Entry {}

    private record Reopened(List<ClaimedRow> rows) implements Entry {}

    private record Barrier(CompletableFuture<Boolean> passed) implements Entry {}

    LedgerWriter(Store store, Clock clock, Duration grace, String node) {
        this.store = store;
        this.clock = clock;
        this.grace = grace;
        this.thread = new Thread(this::work, "peyk-ledger-" + node);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Stores intents; completes with the ids of those that are durable and ours. */
    CompletableFuture<Set<Long>> intend(List<ClaimedRow> rows) {
        CompletableFuture<Set<Long>> made = new CompletableFuture<>();
        add(new Intents(List.copyOf(rows), made));
        return made;
    }

    /** Stores a result, some time soon. */
    void result(Result result) {
        results.incrementAndGet(result.state().ordinal());
        add(new Outcome(result));
    }

    /** How many results of a kind there were so far. */
    long results(DeliveryState state) {
        return results.get(state.ordinal());
    }

    /** Whether what it has to store cannot be stored at the moment. */
    boolean stuck() {
        return stuck;
    }

    /** Holds rows that were stored as refused before. */
    void reopen(List<ClaimedRow> rows) {
        add(new Reopened(List.copyOf(rows)));
    }

    /** Takes the intent of a message back that has certainly not left; anybody may send it. */
    void takeBack(ClaimedRow row) {
        add(new TakenBack(row, DeliveryState.PENDING));
    }

    /** Takes the intent of a message back that has certainly not left; its owner keeps it for later. */
    void postpone(ClaimedRow row) {
        add(new TakenBack(row, DeliveryState.CLAIMED));
    }

    /** Completes when everything given before is stored; with false when some of it could not be. */
    CompletableFuture<Boolean> barrier() {
        CompletableFuture<Boolean> passed = new CompletableFuture<>();
        add(new Barrier(passed));
        return passed;
    }

    /** How many transactions were committed so far. */
    long commits() {
        return commits.get();
    }

    /** How many changes wait for the commit after the one that is under way. */
    int waiting() {
        return queue.size();
    }

    private void add(Entry entry) {
        queue.add(entry);
        if (closing.getCount() == 0 && !thread.isAlive()) {
            failLate();
        }
    }

    private void failLate() {
        List<Entry> late = new ArrayList<>();
        queue.drainTo(late);
        late.forEach(e -> fail(e, new IllegalStateException("the ledger's writer is closed")));
    }

    private void work() {
        List<Entry> group = new ArrayList<>();
        while (closing.getCount() > 0 || !queue.isEmpty()) {
            try {
                Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                group.add(first);
                queue.drainTo(group, GROUP);
                commit(group);
            } catch (InterruptedException e) {
                // nobody but close() ends this thread
                LOG.debug("interrupt ignored");
            } finally {
                group.clear();
            }
        }
    }

    private void commit(List<Entry> group) {
        boolean uncertain = false;
        for (int attempt = 0; ; attempt++) {
            try {
                Set<Long> made = write(group, uncertain);
                commits.incrementAndGet();
                stuck = false;
                group.forEach(e -> done(e, made));
                return;
            } catch (SQLException e) {
                if (hopeless(e)) {
                    split(group, e);
                    return;
                }
                uncertain = true;
                stuck = true;
                if (attempt == 3) {
                    LOG.warn("the ledger cannot be written ({}); nothing leaves until it can", e.getSQLState());
                }
                if (hurried && System.nanoTime() - giveUpAt > 0) {
                    group.forEach(x -> fail(x, e));
                    return;
                }
                rest(attempt);
            } catch (RuntimeException | Error e) {
                split(group, e);
                return;
            }
        }
    }

    /** Waits a little longer each time, but not when the process is about to end. */
    private void rest(int attempt) {
        try {
            long millis = Math.min(LONGEST_WAIT_MILLIS, 5L << Math.min(attempt, 10));
            if (closing.await(hurried ? 20 : millis, TimeUnit.MILLISECONDS)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupt ignored");
        }
    }

    /** Data or statements the database will never take, as opposed to a database that is busy or away. */
    private static boolean hopeless(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }

    /** One entry must not take the others down with it. */
    private void split(List<Entry> group, Throwable cause) {
        if (group.size() > 1) {
            group.forEach(e -> commit(List.of(e)));
        } else {
            // the driver's own words may hold an address
            String why = cause instanceof SQLException s
                    ? s.getSQLState()
                    : cause.getClass().getName();
            LOG.error(
                    "a change of the ledger was refused ({}); a message of it that may have left will be in doubt",
                    why);
            group.forEach(e -> fail(e, cause));
        }
    }

    private Set<Long> write(List<Entry> group, boolean uncertain) throws SQLException {
        LedgerGroup changes = new LedgerGroup(uncertain, clock.instant());
        for (Entry e : group) {
            if (e instanceof Outcome o) {
                changes.result(o.result());
            } else if (e instanceof Intents i) {
                changes.intend(i.rows());
            } else if (e instanceof Reopened r) {
                changes.reopen(r.rows());
            } else if (e instanceof TakenBack t) {
                changes.takeBack(t.row(), t.to());
            }
        }
        return changes.isEmpty() ? Set.of() : store.once(changes::write);
    }

    private static void done(Entry entry, Set<Long> made) {
        if (entry instanceof Intents i) {
            Set<Long> mine = new HashSet<>();
            i.rows().stream().map(ClaimedRow::id).filter(made::contains).forEach(mine::add);
            i.made().complete(mine);
        } else if (entry instanceof Barrier b) {
            b.passed().complete(true);
        }
    }

    private static void fail(Entry entry, Throwable cause) {
        if (entry instanceof Intents i) {
            i.made().completeExceptionally(cause);
        } else if (entry instanceof Barrier b) {
            b.passed().complete(false);
        }
    }

    /** The process is about to end: from now on a store that cannot be reached is waited for no longer than the grace time. */
    void hurry() {
        giveUpAt = System.nanoTime() + grace.toNanos();
        hurried = true;
    }

    /** Stores what is waiting, if the store lets it, and ends. */
    @Override
    public void close() {
        if (!hurried) {
            hurry();
        }
        closing.countDown();
        try {
            thread.join(grace.toMillis() + 5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failLate();
    }
}
