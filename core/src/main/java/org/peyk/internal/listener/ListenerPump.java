package org.peyk.internal.listener;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.internal.audit.AnchorSealer;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.store.CommitHook;
import org.peyk.internal.store.ListenerRows;
import org.peyk.internal.store.Store;
import org.peyk.internal.thread.PeriodicThread;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.event.ProcessListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what was committed and tells it to the listeners, on a thread of its own.
 *
 * <p>It is a thread and no scheduled task: nothing has to be enqueued with a change, as each listener's place in the feed is stored and says by
 * itself what is still to be told; a commit here wakes it, and a look every now and then finds what other nodes committed. Of several nodes one
 * at a time serves a listener, by holding the listener's row.
 *
 * <p>A listener that throws gets the same event again later, each time after a longer wait; others are not kept waiting by it.
 */
public final class ListenerPump implements CommitHook, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerPump.class);
    private static final int BATCH = 100;
    /** Events that come in quick succession are sealed together, and readers are not told of each one by one. */
    private static final Duration REST = Duration.ofMillis(100);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Store store;
    private final AnchorSealer sealer;
    private final EventFeed feed;
    private final List<Reader> readers;
    private final Clock clock;
    private final PeriodicThread thread;

    /**
     * Registers the listeners, and delivers nothing until it is started. A new listener hears what happens from now on; one that was
     * registered before goes on where it stopped.
     *
     * @param interval how often to look for what other nodes committed
     * @throws ConfigurationException when two listeners have the same name, under which their place would be stored
     */
    public ListenerPump(
            Store store, AnchorSealer sealer, List<ProcessListener> listeners, Clock clock, Duration interval) {
        this.store = store;
        this.sealer = sealer;
        this.feed = new EventFeed(store);
        this.clock = clock;
        this.readers = listeners.stream().map(Reader::new).toList();
        Set<String> names = new HashSet<>();
        List<LocalizedText> problems = new ArrayList<>();
        for (Reader r : readers) {
            if (!names.add(r.name)) {
                problems.add(LocalizedText.of(
                        "Aynı adı taşıyan iki dinleyici var: " + r.name + ".",
                        "Two listeners have the same name: " + r.name + "."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        this.thread = new PeriodicThread("peyk-listeners", interval, REST, this::deliver);
        register();
    }

    /** A listener and how it fares on this node. */
    private static final class Reader {
        private final ProcessListener listener;
        private final String name;
        private @Nullable Instant waitUntil;
        private int failures;

        Reader(ProcessListener listener) {
            this.listener = listener;
            this.name = listener.info().name();
        }
    }

    /** One batch of one listener. */
    private record Batch(int delivered, boolean more) {}

    /** Starts to deliver. */
    public void start() {
        thread.start();
    }

    private void register() {
        sealer.seal();
        long end = sealer.head().pos();
        for (Reader r : readers) {
            if (!store.read(c -> ListenerRows.known(c, r.name))) {
                // when another node was first, its row is as good
                store.writeIfFree(c -> {
                    ListenerRows.insert(c, r.name, end);
                    return true;
                });
            }
        }
    }

    /** Stops after the event that is being delivered. */
    @Override
    public void close() {
        thread.close();
    }

    @Override
    public void afterCommit(MailRequest after, List<Event> events) {
        thread.wake();
    }

    /**
     * Seals and delivers everything that is due, on the calling thread.
     *
     * @return how many events were taken by listeners
     */
    public synchronized int deliver() {
        sealer.seal();
        int delivered = 0;
        for (Reader r : readers) {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                Batch b = batch(r);
                delivered += b.delivered();
                more = b.more();
            }
        }
        return delivered;
    }

    private Batch batch(Reader r) {
        if (r.waitUntil != null && clock.instant().isBefore(r.waitUntil)) {
            return new Batch(0, false);
        }
        try {
            // once: a batch that was delivered must not be delivered again because its commit failed
            return store.once(c -> batch(c, r));
        } catch (SQLException e) {
            throw Store.failure(e);
        }
    }

    private Batch batch(Connection c, Reader r) throws SQLException {
        OptionalLong place = ListenerRows.take(c, r.name);
        if (place.isEmpty()) {
            return new Batch(0, false);
        }
        List<ProcessEvent> events = feed.after(c, place.getAsLong(), BATCH);
        int taken = 0;
        while (taken < events.size() && tell(r, events.get(taken))) {
            taken++;
        }
        if (taken > 0) {
            ListenerRows.move(c, r.name, events.get(taken - 1).position());
        }
        return new Batch(taken, taken == BATCH);
    }

    private boolean tell(Reader r, ProcessEvent event) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        try {
            r.listener.onEvent(event);
            r.failures = 0;
            r.waitUntil = null;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Throwable e) {
            // whatever a listener throws, an error too, must not end the delivery to the others
            failed(r, event, e);
            return false;
        }
    }

    private void failed(Reader r, ProcessEvent event, Throwable e) {
        r.failures++;
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(r.failures - 1, 20));
        wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        r.waitUntil = clock.instant().plus(wait);
        String code = e instanceof PluginException p
                ? p.code()
                : e instanceof PeykException p ? p.code().code() : e.getClass().getName();
        // not the exception itself: its message may hold what the event is about
        LOG.warn(
                "PEYK-502: listener {} failed at event {} ({}) with {}; given again in {}",
                r.name,
                event.position(),
                event.type(),
                code,
                wait);
    }
}
