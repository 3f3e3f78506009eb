package org.peyk.internal.delivery;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.RequestState;
import org.peyk.internal.store.RequestLock;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How work ends: it looks at its request once more, under the request's lock, and either is gone or is put to its next time in the same
 * transaction. So a command that comes while it ends finds it gone and puts it anew, or is seen by it.
 */
final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Store store;
    private final Clock clock;
    private final Runnable wake;

    Work(Store store, Clock clock, Runnable wake) {
        this.store = store;
        this.clock = clock;
        this.wake = wake;
    }

    /** Does the work and says when it may go on at the earliest. */
    interface Body {
        Instant run(String instance) throws InterruptedException;
    }

    /** Whether something is left: the moment of the next run, or null when the work is done. */
    interface Rest {
        @Nullable
        Instant due(Connection c, String instance, @Nullable RequestState state, Instant earliest) throws SQLException;
    }

    /** A kind of work. */
    Task<Void> task(String name, Function<String, RequestId> request, Body body, Rest rest) {
        return Tasks.custom(name, Void.class)
                .onFailure(this::later)
                .onDeadExecution(this::revive)
                .execute((instance, context) -> {
                    String id = instance.getId();
                    Instant earliest;
                    try {
                        earliest = body.run(id);
                    } catch (InterruptedException e) {
                        LOG.debug("work was interrupted, as the process is about to end");
                        earliest = clock.instant();
                    }
                    Instant from = earliest;
                    return (complete, operations) -> conclude(id, request.apply(id), from, rest, complete, operations);
                });
    }

    private void conclude(
            String instance,
            RequestId request,
            Instant earliest,
            Rest rest,
            ExecutionComplete complete,
            ExecutionOperations<Void> operations) {
        try {
            Optional<Instant> next = store.write(c -> {
                RequestState state = RequestLock.take(c, request).orElse(null);
                Instant due = rest.due(c, instance, state, earliest);
                JoinedDataSource.join(c, () -> {
                    if (due == null) {
                        operations.remove();
                    } else {
                        operations.reschedule(complete, Moments.up(due));
                    }
                });
                return Optional.ofNullable(due);
            });
            if (next.isPresent() && !next.get().isAfter(clock.instant())) {
                wake.run();
            }
        } catch (ExecutionException e) {
            LOG.info(
                    "work {} was taken over by another node",
                    complete.getExecution().getTaskName());
        }
    }

    /** Work of a node that is gone is done by another one at once: by the process's clock, which the scheduler's own way does not ask. */
    private void revive(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        LOG.info("work {} of a silent node is taken up", complete.getExecution().getTaskName());
        operations.reschedule(complete, Moments.up(clock.instant()));
    }

    /** Work that failed is tried again, after a wait that grows. */
    private void later(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = Math.min(complete.getExecution().consecutiveFailures, 10);
        Duration wait = Duration.ofSeconds(1L << failures);
        operations.reschedule(
                complete, Moments.up(clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT)));
    }
}
