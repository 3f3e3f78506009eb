package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.internal.lifecycle.Event;

/** Something that belongs to a change of a request: work that must be enqueued with it, or somebody who wants to know after it. */
public interface CommitHook {

    /**
     * Called inside the transaction that stores the change, once per attempt at it.
     *
     * @param after the request as it is stored
     * @param events what happened, in order; never empty
     */
    default void inTransaction(Connection c, MailRequest after, List<Event> events) throws SQLException {
        // nothing belongs to it by default
    }

    /**
     * As {@link #inTransaction(Connection, MailRequest, List)}, for who compares with what was there. This is the one that is called.
     *
     * @param before the request as it was; null when it is new
     */
    default void inTransaction(Connection c, @Nullable MailRequest before, MailRequest after, List<Event> events)
            throws SQLException {
        inTransaction(c, after, events);
    }

    /** Called after the commit, on the committing thread; must be quick and must not fail. */
    default void afterCommit(MailRequest after, List<Event> events) {
        // nobody wants to know by default
    }
}
