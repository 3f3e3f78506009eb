package org.peyk.examples.benchmarks.ledger;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.peyk.examples.benchmarks.Engine;

/**
 * One db-scheduler task for each recipient, the usual home-made way: a task that ran is gone, and one that was under way when the process died
 * runs again, so somebody gets the mail twice.
 */
final class TaskPerRecipient implements Sending {
    private static final int PIECE = 1000;

    private final Engine engine;

    TaskPerRecipient(Engine engine) throws SQLException {
        this.engine = engine;
        try (Connection c = engine.dataSource().getConnection();
                Statement s = c.createStatement()) {
            s.execute("create table if not exists scheduled_tasks (task_name varchar(100) not null,"
                    + " task_instance varchar(100) not null, task_data " + (engine.isH2() ? "blob" : "bytea") + ","
                    + " execution_time timestamp(6) with time zone not null, picked boolean not null,"
                    + " picked_by varchar(100), last_success timestamp(6) with time zone,"
                    + " last_failure timestamp(6) with time zone, consecutive_failures int,"
                    + " last_heartbeat timestamp(6) with time zone, version bigint not null, priority smallint,"
                    + " state varchar(50), primary key (task_name, task_instance))");
            s.execute("create index if not exists execution_time_idx on scheduled_tasks (execution_time)");
            s.execute("create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
        }
    }

    @Override
    public String name() {
        return "db-scheduler, a task each";
    }

    @Override
    public Took send(Post post) throws Exception {
        AtomicReference<KeptSessions> sessions = new AtomicReference<>();
        OneTimeTask<Void> task = Tasks.oneTime("mail").execute((instance, context) -> {
            try {
                sessions.get().send(Integer.parseInt(instance.getId()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        SchedulerBuilder builder = Scheduler.create(engine.dataSource(), task)
                .threads(post.connections())
                .pollingInterval(Duration.ofMillis(100));
        if (engine.isH2()) {
            builder.jdbcCustomization(new DefaultJdbcCustomization(false));
        } else {
            builder.pollUsingLockAndFetch(4, 20);
        }
        Scheduler scheduler = builder.build();
        try (KeptSessions kept = new KeptSessions(post)) {
            sessions.set(kept);
            long ordered = System.nanoTime();
            Instant now = Instant.now();
            for (int from = 0; from < post.messages(); from += PIECE) {
                List<TaskInstance<?>> piece = new ArrayList<>();
                for (int i = from; i < Math.min(post.messages(), from + PIECE); i++) {
                    piece.add(task.instance(String.valueOf(i)));
                }
                scheduler.scheduleBatch(piece, now);
            }
            long began = System.nanoTime();
            scheduler.start();
            kept.await();
            long end = System.nanoTime();
            return new Took((end - ordered) / 1e9, (end - began) / 1e9);
        } finally {
            scheduler.stop();
        }
    }
}
