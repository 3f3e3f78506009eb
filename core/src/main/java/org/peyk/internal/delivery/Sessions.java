package org.peyk.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Channel;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions of the transports: no more at once than a transport allows, and kept for the next batch for a short while. */
final class Sessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Map<Channel, Line> lines = new EnumMap<>(Channel.class);
    private final ScheduledExecutorService sweeper;

    private record Idle(TransportSession session, long since) {}

    private static final class Line {
        private final Transport transport;
        private final Semaphore free;
        private final int most;
        private final Pace pace;
        private final Deque<Idle> idle = new ArrayDeque<>();

        Line(Transport transport, int sessions) {
            this.transport = transport;
            this.free = new Semaphore(sessions, true);
            this.most = sessions;
            this.pace = new Pace(sessions);
        }
    }

    Sessions(List<Transport> transports, int connections, String node) {
        for (Transport t : transports) {
            Line line = new Line(t, Math.min(connections, t.capabilities().maxSessions()));
            if (lines.put(t.channel(), line) != null) {
                throw new IllegalArgumentException("two transports for channel " + t.channel());
            }
        }
        this.sweeper = Executors.newSingleThreadScheduledExecutor(r -> {
            Thread thread = new Thread(r, "peyk-sessions-" + node);
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        var unused = sweeper.scheduleWithFixedDelay(this::sweep, IDLE_NANOS, IDLE_NANOS / 2, TimeUnit.NANOSECONDS);
    }

    Set<Channel> channels() {
        return lines.isEmpty() ? Set.of() : EnumSet.copyOf(lines.keySet());
    }

    @Nullable
    Transport transport(Channel channel) {
        Line line = lines.get(channel);
        return line == null ? null : line.transport;
    }

    /** How many sessions are sending at the moment, over each channel. */
    Map<Channel, Integer> used() {
        Map<Channel, Integer> used = new EnumMap<>(Channel.class);
        lines.forEach((channel, line) -> used.put(channel, line.most - line.free.availablePermits()));
        return used;
    }

    /** How fast the account of a channel may go. */
    Pace pace(Channel channel) {
        return line(channel).pace;
    }

    private Line line(Channel channel) {
        Line line = lines.get(channel);
        if (line == null) {
            throw new IllegalStateException("no transport for channel " + channel);
        }
        return line;
    }

    /** A session that was lent; to be given back exactly once. */
    static final class Lent implements AutoCloseable {
        private final Line line;
        private final TransportSession session;
        private boolean good;

        private Lent(Line line, TransportSession session) {
            this.line = line;
            this.session = session;
        }

        TransportSession session() {
            return session;
        }

        /** The session may be used again. */
        void keep() {
            good = true;
        }

        @Override
        public void close() {
            if (good) {
                synchronized (line.idle) {
                    line.idle.push(new Idle(session, System.nanoTime()));
                }
            } else {
                end(session);
            }
            line.free.release();
        }
    }

    /**
     * Lends a session, a kept one if there is one.
     *
     * @param patience how long to wait when as many are in use as are allowed
     * @param now the moment by the process's clock
     * @return null when they are still in use
     */
    @Nullable
    Lent lend(Channel channel, Duration patience, Instant now) throws TransportException, InterruptedException {
        Line line = line(channel);
        if (!line.free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return null;
        }
        if (line.most - line.free.availablePermits() > line.pace.allowed(now)) {
            line.free.release();
            return null;
        }
        boolean lent = false;
        try {
            TransportSession session = kept(line);
            if (session == null) {
                session = line.transport.open();
            }
            lent = true;
            return new Lent(line, session);
        } finally {
            if (!lent) {
                line.free.release();
            }
        }
    }

    private @Nullable TransportSession kept(Line line) {
        List<TransportSession> old = new ArrayList<>();
        TransportSession found = null;
        synchronized (line.idle) {
            for (Idle i = line.idle.poll(); i != null; i = line.idle.poll()) {
                if (System.nanoTime() - i.since() < IDLE_NANOS) {
                    found = i.session();
                    break;
                }
                old.add(i.session());
            }
        }
        old.forEach(Sessions::end);
        return found;
    }

    private void sweep() {
        for (Line line : lines.values()) {
            List<TransportSession> old = new ArrayList<>();
            synchronized (line.idle) {
                while (!line.idle.isEmpty()
                        && System.nanoTime() - line.idle.peekLast().since() >= IDLE_NANOS) {
                    old.add(line.idle.pollLast().session());
                }
            }
            old.forEach(Sessions::end);
        }
    }

    private static void end(TransportSession session) {
        try {
            session.close();
        } catch (RuntimeException e) {
            LOG.warn("a session could not be closed: {}", e.getClass().getName());
        }
    }

    /** Closes what is kept; sessions in use are closed by those who use them. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        for (Line line : lines.values()) {
            List<TransportSession> rest = new ArrayList<>();
            synchronized (line.idle) {
                line.idle.forEach(i -> rest.add(i.session()));
                line.idle.clear();
            }
            rest.forEach(Sessions::end);
        }
    }
}
