package org.peyk.internal.store;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.internal.lifecycle.Event;

/** Something that belongs to a change of a request: work that must be enqueued with it, or somebody who wants to know after it. */
public interface CommitHook {

    /**
     * Adds to a change what is stored with it; once per attempt at it.
     *
     * @param before the request as it was; null when it is new
     * @param after the request as it is stored
     * @param events what happened, in order; never empty
     */
    default void with(Change change, @Nullable MailRequest before, MailRequest after, List<Event> events)
            throws SQLException {
        // nothing belongs to it by default
    }

    /** Called after the commit, on the committing thread; must be quick and must not fail. */
    default void afterCommit(MailRequest after, List<Event> events) {
        // nobody wants to know by default
    }
}
