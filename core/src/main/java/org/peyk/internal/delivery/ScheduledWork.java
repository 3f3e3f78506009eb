package org.peyk.internal.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peyk.RequestState;
import org.peyk.spi.RequestId;

/** Short work on a request that another room wants to have done at its time, on one of the nodes. */
public interface ScheduledWork {

    /** Name of the work in the store. */
    String name();

    /**
     * Does what is due.
     *
     * @return when it may go on at the earliest
     */
    Instant run(RequestId id) throws InterruptedException;

    /**
     * Whether something is left, asked under the request's lock.
     *
     * @param state the request's state; null when there is no such request
     * @return the moment of the next run; null when the work is done
     */
    @Nullable
    Instant due(Connection c, RequestId id, @Nullable RequestState state, Instant earliest) throws SQLException;
}
