package org.peyk.internal.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.peyk.internal.store.BatchKey;
import org.peyk.internal.store.Store;
import org.peyk.internal.store.WorkRows;
import org.peyk.spi.Channel;
import org.peyk.spi.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts work where the schedulers find it, in the transaction of the change that asks for it.
 *
 * <p>Whoever puts or removes work of a request holds the request's lock. So work that is under way at this moment need not be put again: it
 * looks at the request once more, under the same lock, before it ends.
 */
final class WorkQueue {

    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

    static final String DISPATCH = "dispatch";
    static final String EXPAND = "expand";
    static final String COMPLETE = "complete";
    static final String BATCH = "batch";

    private final SchedulerClient tasks;
    private final SchedulerClient batches;

    WorkQueue(Store store) {
        JoinedDataSource joined = new JoinedDataSource(store.dataSource());
        this.tasks = client(joined, WorkRows.TASKS);
        this.batches = client(joined, WorkRows.BATCHES);
    }

    private static SchedulerClient client(JoinedDataSource joined, String table) {
        return SchedulerClient.Builder.create(joined)
                .tableName(table)
                .jdbcCustomization(customization())
                .build();
    }

    /** The generic way serves both engines, as all its moments go in and out as OffsetDateTime. */
    static DefaultJdbcCustomization customization() {
        return new DefaultJdbcCustomization(false);
    }

    /** Puts short work of a request, or moves it to another time. */
    void task(Connection c, String name, RequestId request, Instant due) throws SQLException {
        put(c, tasks, new TaskInstance<>(name, request.value()), due);
    }

    /** Puts batches, or moves them to another time. */
    void batches(Connection c, List<BatchKey> keys, Instant due) throws SQLException {
        for (BatchKey key : keys) {
            put(c, batches, new TaskInstance<>(BATCH, instance(key)), due);
        }
    }

    private static void put(Connection c, SchedulerClient client, TaskInstance<Void> work, Instant due)
            throws SQLException {
        JoinedDataSource.join(c, () -> {
            try {
                client.schedule(work, Moments.up(due), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
            } catch (TaskInstanceCurrentlyExecutingException | ExecutionException e) {
                // it is under way, or was begun this very moment, and looks once more before it ends
                LOG.debug("{} is under way", work.getTaskName());
            }
        });
    }

    static String instance(BatchKey key) {
        return key.channel() + "/" + key.batch() + "/" + key.request().value();
    }

    static BatchKey key(String instance) {
        int first = instance.indexOf('/');
        int second = instance.indexOf('/', first + 1);
        return new BatchKey(
                new RequestId(instance.substring(second + 1)),
                Channel.valueOf(instance.substring(0, first)),
                Integer.parseInt(instance.substring(first + 1, second)));
    }
}
