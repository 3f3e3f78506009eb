package org.peyk.internal.delivery;

import java.time.Instant;
import java.util.List;
import org.peyk.internal.store.BatchKey;
import org.peyk.internal.store.Change;
import org.peyk.internal.store.WorkRows;
import org.peyk.spi.Channel;
import org.peyk.spi.RequestId;

/**
 * Puts work where the schedulers find it, with the change that asks for it.
 *
 * <p>Whoever puts or removes work of a request holds the request's lock. So work that is under way at this moment need not be put again: it
 * looks at the request once more, under the same lock, before it ends.
 */
final class WorkQueue {

    static final String DISPATCH = "dispatch";
    static final String EXPAND = "expand";
    static final String COMPLETE = "complete";
    static final String BATCH = "batch";

    private WorkQueue() {}

    /** Puts short work of a request, or moves it to another time. */
    static void task(Change change, String name, RequestId request, Instant due) {
        WorkRows.put(change, WorkRows.TASKS, name, request.value(), Moments.up(due));
    }

    /** Puts batches, or moves them to another time. */
    static void batches(Change change, List<BatchKey> keys, Instant due) {
        for (BatchKey key : keys) {
            WorkRows.put(change, WorkRows.BATCHES, BATCH, instance(key), Moments.up(due));
        }
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
