package org.peyk.internal.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.NoticeSender;
import org.peyk.ReadyNotice;
import org.peyk.internal.store.NoticeRows.Due;
import org.peyk.internal.thread.PeriodicThread;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices on a thread of its own, apart from the ledger of requests. What is due is in the store, so nothing is lost when the process
 * dies; each notice is taken before it is tried, so that several nodes do not try it at the same time.
 */
public final class NoticeWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeWorker.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final NoticeBooks books;
    private final NoticeMails mails;
    private final @Nullable Transport transport;
    private final @Nullable NoticeSender own;
    private final PeriodicThread thread;
    private volatile boolean closed;
    private int failures;
    private @Nullable Instant waitUntil;

    /**
     * Makes a worker that is not started.
     *
     * @param own takes notices in place of the transport, or null
     */
    NoticeWorker(NoticeBooks books, NoticeMails mails, @Nullable Transport transport, @Nullable NoticeSender own) {
        this.books = books;
        this.mails = mails;
        this.transport = transport;
        this.own = own;
        this.thread = new PeriodicThread("peyk-notices", INTERVAL, this::send);
    }

    public void start() {
        thread.start();
    }

    void wake() {
        thread.wake();
    }

    /**
     * Sends everything that is due, on the calling thread.
     *
     * @return how many notices were tried or found to be unreachable
     */
    public synchronized int send() {
        int all = 0;
        int now = -1;
        while (now != 0 && !closed && !Thread.currentThread().isInterrupted()) {
            List<Due> due = waiting() ? List.of() : books.due();
            now = due.isEmpty() ? 0 : own == null ? overTransport(due) : bySender(due, own);
            all += now;
        }
        return all;
    }

    private boolean waiting() {
        return waitUntil != null && books.now().isBefore(waitUntil);
    }

    private int bySender(List<Due> due, NoticeSender sender) {
        int tried = 0;
        for (Due d : due) {
            if (closed || Thread.currentThread().isInterrupted()) {
                return 0;
            }
            Optional<ReadyNotice> ready = books.take(d);
            tried++;
            if (ready.isPresent()) {
                hand(ready.get(), d, sender);
            }
        }
        return tried;
    }

    private void hand(ReadyNotice ready, Due d, NoticeSender sender) {
        try {
            sender.send(ready);
        } catch (InterruptedException e) {
            books.giveBack(d.notice().id());
            Thread.currentThread().interrupt();
            return;
        } catch (Exception e) {
            // not its message, which may hold what it was given
            LOG.warn(
                    "PEYK-502: notice {} was not taken: {}",
                    d.notice().id(),
                    e.getClass().getName());
            books.later(d.notice().id(), d.notice().attempts() + 1, "SENDER");
            return;
        }
        books.sent(d.notice().id());
    }

    private int overTransport(List<Due> due) {
        if (transport == null) {
            return 0;
        }
        NoticeFeed feed = new NoticeFeed(books, mails, transport, due, () -> closed);
        try (TransportSession session = transport.open()) {
            session.run(feed);
            if (feed.cutShort()) {
                failed("DEFERRED");
            } else {
                failures = 0;
                waitUntil = null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TransportException | RuntimeException e) {
            failed(e instanceof TransportException t ? t.code() : e.getClass().getName());
        }
        return feed.end();
    }

    private void failed(String code) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 10));
        wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        failures++;
        waitUntil = books.now().plus(wait);
        LOG.warn("notices cannot be sent at present: {}; tried again in {}", code, wait);
    }

    /** Ends after the notice that is being sent. */
    @Override
    public void close() {
        closed = true;
        thread.close();
    }
}
