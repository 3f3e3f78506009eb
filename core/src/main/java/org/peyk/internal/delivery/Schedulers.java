package org.peyk.internal.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.peyk.SendingConfig;
import org.peyk.internal.store.Store;
import org.peyk.internal.store.WorkRows;

/** The two schedulers of a node: one for short work, one for batches, so that a long sending does not keep short work waiting. */
final class Schedulers {

    private static final int SHORT_THREADS = 3;
    private static final int MISSED_HEARTBEATS = 4;

    private final Store store;
    private final String node;
    private final Scheduler tasks;
    private final Scheduler batches;

    Schedulers(
            Store store, Clock clock, SendingConfig config, String node, List<Task<?>> tasks, List<Task<?>> batches) {
        this.store = store;
        this.node = node;
        JoinedDataSource joined = new JoinedDataSource(store.dataSource());
        this.tasks = build(joined, WorkRows.TASKS, clock, config, SHORT_THREADS, tasks);
        this.batches = build(joined, WorkRows.BATCHES, clock, config, config.connections(), batches);
    }

    private Scheduler build(
            JoinedDataSource joined, String table, Clock clock, SendingConfig config, int threads, List<Task<?>> work) {
        return new SteadyBuilder(joined, work)
                .tableName(table)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(threads)
                .pollingInterval(config.pollInterval())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(config.grace())
                // the generic way serves both engines, as all its moments go in and out as OffsetDateTime
                .jdbcCustomization(new DefaultJdbcCustomization(false))
                .failureLogging(LogLevel.WARN, false)
                .build();
    }

    /** Waits between looks by a clock that does not jump; the due times are the process's clock's business. */
    private static final class SteadyBuilder extends SchedulerBuilder {
        SteadyBuilder(JoinedDataSource joined, List<Task<?>> work) {
            super(joined, work);
        }

        @Override
        protected Waiter buildWaiter() {
            long begun = System.nanoTime();
            return new Waiter(poolingInterval, () -> Instant.EPOCH.plusNanos(System.nanoTime() - begun));
        }
    }

    /** Frees what an ended process of this name had begun, and starts. */
    void start() {
        boolean alone = store.dialect().exclusive();
        store.run(c -> {
            WorkRows.free(c, WorkRows.TASKS, node, alone);
            WorkRows.free(c, WorkRows.BATCHES, node, alone);
        });
        tasks.start();
        batches.start();
    }

    /** Looks for due work at once. */
    void wake() {
        tasks.triggerCheckForDueExecutions();
        batches.triggerCheckForDueExecutions();
    }

    /**
     * Stops, and waits for what is under way. Pausing first keeps a thread from being interrupted in the middle of a query, which would
     * close an embedded database's file.
     */
    void stop() {
        tasks.pause();
        batches.pause();
        batches.stop();
        tasks.stop();
    }
}
