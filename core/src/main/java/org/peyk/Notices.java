package org.peyk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.listener.ListenerPump;
import org.peyk.internal.notice.NoticeWorker;
import org.peyk.internal.store.NoticeRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestId;

/**
 * Notices of the process to its own people: who was told what, and when.
 *
 * <p>Without {@link MailProcessBuilder#notices(NoticeConfig)} there are none. Thread-safe; every method uses the store and may throw
 * {@link StoreException}.
 */
public final class Notices {

    private final Store store;
    private final ListenerPump pump;
    private final @Nullable NoticeWorker worker;

    Notices(Store store, ListenerPump pump, @Nullable NoticeWorker worker) {
        this.store = store;
        this.pump = pump;
        this.worker = worker;
    }

    /**
     * Notices about a request.
     *
     * @param id the request
     * @param limit how many at most; at least 1
     * @return the newest first
     */
    public List<Notice> of(RequestId id, int limit) {
        return store.read(c -> NoticeRows.of(c, id, positive(limit)));
    }

    /**
     * Notices that did not reach their readers, for whoever looks after the directory.
     *
     * @param limit how many at most; at least 1
     * @return the newest first
     */
    public List<Notice> undelivered(int limit) {
        return store.read(c -> NoticeRows.undelivered(c, positive(limit)));
    }

    /**
     * Makes the notices of what happened so far and sends those that are due, now and on the calling thread. The library does so by itself
     * soon after every change.
     *
     * @return how many were tried
     */
    public int deliver() {
        pump.deliver();
        return worker == null ? 0 : worker.send();
    }

    private static int positive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        return limit;
    }
}
