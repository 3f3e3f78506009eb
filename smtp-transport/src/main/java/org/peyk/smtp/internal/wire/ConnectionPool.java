package org.peyk.smtp.internal.wire;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.SmtpConfig;
import org.peyk.smtp.SmtpRelay;
import org.peyk.smtp.internal.message.MimeMessages;
import org.peyk.spi.transport.TransportException;

/**
 * Hands out sessions, each with a connection: one that lies idle and still answers, else a new one. No more than allowed are open at once,
 * idle ones included.
 */
public final class ConnectionPool implements AutoCloseable {
    private final SmtpConfig config;
    private final MimeMessages messages;
    private final Connector connector;
    private final Relays relays;
    private final Watchdog watchdog = new Watchdog(this::dropIdle);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<SmtpConnection> idle = new ArrayDeque<>();
    private final Set<SmtpSession> sessions = new HashSet<>();
    private boolean closed;
    private long changes;
    private volatile long serverLimit = Long.MAX_VALUE;

    /**
     * Makes a pool without opening anything.
     *
     * @param config the settings
     * @param messages makes the messages
     */
    public ConnectionPool(SmtpConfig config, MimeMessages messages) {
        this(config, messages, InetAddress::getAllByName);
    }

    ConnectionPool(SmtpConfig config, MimeMessages messages, Dialer.Resolver resolver) {
        this.config = config;
        this.messages = messages;
        this.connector = new Connector(config, new Dialer(resolver));
        this.relays = new Relays(
                config.relays(), config.pool().connections(), config.pool().slowStart(), System::nanoTime);
    }

    /**
     * The relays that failed of late.
     *
     * @return those that rest now
     */
    public List<SmtpRelay> resting() {
        return relays.resting();
    }

    Relays relays() {
        return relays;
    }

    /** A relay accepted a message; who waits for it to start may then go on. */
    void worked(SmtpRelay relay) {
        if (relays.worked(relay)) {
            lock.lock();
            try {
                changes++;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    SmtpConfig config() {
        return config;
    }

    MimeMessages messages() {
        return messages;
    }

    /**
     * The largest message as far as known.
     *
     * @return the smaller one of the setting and what the server said when it was last connected to
     */
    public long maxMessageBytes() {
        return Math.min(config.maxMessageBytes(), serverLimit);
    }

    /**
     * Opens a session, waiting for a free connection if need be.
     *
     * @return the session, connected
     * @throws TransportException when none can be had
     * @throws InterruptedException when the thread is asked to stop
     */
    public SmtpSession open() throws TransportException, InterruptedException {
        SmtpSession session = lease();
        boolean opened = false;
        try {
            session.connect();
            opened = true;
            return session;
        } finally {
            if (!opened) {
                session.close();
            }
        }
    }

    private SmtpSession lease() throws TransportException, InterruptedException {
        long left = config.pool().patience().toNanos();
        lock.lockInterruptibly();
        try {
            while (!closed && sessions.size() >= config.pool().connections()) {
                if (left <= 0) {
                    throw Failures.busy();
                }
                left = changed.awaitNanos(left);
            }
            if (closed) {
                throw Failures.closed();
            }
            SmtpSession session = new SmtpSession(this);
            sessions.add(session);
            return session;
        } finally {
            lock.unlock();
        }
    }

    /** The session is over: its place becomes free, and its connection too if it is still good. */
    void end(SmtpSession session, @Nullable SmtpConnection connection) {
        boolean keep;
        lock.lock();
        try {
            sessions.remove(session);
            keep = connection != null && !closed && !connection.dead() && !connection.wornOut();
            if (keep && connection != null) {
                idle.addFirst(connection);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (!keep && connection != null) {
            discard(connection);
        }
    }

    /**
     * A connection for a session that has a place.
     *
     * @param guards told of each guard, so that closing the session reaches a connection that is just being opened
     */
    SmtpConnection take(SmtpSession guards) throws TransportException, InterruptedException {
        return new ConnectionSearch(this, guards).run();
    }

    /** Opens a connection to a relay at which a place was taken, which is given back when it does not come about. */
    SmtpConnection connect(SmtpRelay relay, SmtpSession guards) throws TransportException, InterruptedException {
        Guard guard = new Guard(config.timeouts().stop());
        boolean opened = false;
        try {
            watchdog.watch(guard);
            guards.guardedBy(guard);
            SmtpConnection connection = connector.open(relay, guard);
            opened = true;
            serverLimit = connection.offers().sizeLimit();
            return connection;
        } finally {
            if (!opened) {
                watchdog.forget(guard);
                relays.release(relay);
            }
        }
    }

    /** Waits until something changes: a connection comes back, a relay may be opened more connections to; or some time is over. */
    void awaitChange(long nanos) throws TransportException, InterruptedException {
        lock.lockInterruptibly();
        try {
            long seen = changes;
            long left = nanos;
            while (!closed && idle.isEmpty() && changes == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (closed) {
                throw Failures.closed();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A connection that lies idle, or null. */
    @Nullable
    SmtpConnection pollIdle() {
        lock.lock();
        try {
            return idle.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Takes leave of a connection, politely if it still lives. */
    void discard(SmtpConnection connection) {
        connection.quit();
        if (watchdog.forget(connection.guard())) {
            relays.release(connection.relay());
        }
    }

    /**
     * Run by the watchdog: does not hold on to a server's connections that nobody uses. Their leave-taking cannot block it, for a connection
     * that lies idle has nothing left to send.
     */
    private void dropIdle() {
        List<SmtpConnection> old = new ArrayList<>();
        lock.lock();
        try {
            while (!idle.isEmpty() && idle.peekLast().idleFor(config.pool().maxIdle())) {
                old.add(idle.removeLast());
            }
        } finally {
            lock.unlock();
        }
        old.forEach(this::discard);
    }

    /**
     * Closes all sessions and connections. A session that is at work is told to stop, and waited for: at most as long as a message whose end
     * has left may wait for its answer, and a second more.
     */
    @Override
    public void close() {
        List<SmtpSession> open;
        List<SmtpConnection> unused;
        lock.lock();
        try {
            closed = true;
            open = List.copyOf(sessions);
            unused = List.copyOf(idle);
            idle.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        unused.forEach(this::discard);
        open.forEach(SmtpSession::close);
        awaitSessions(config.timeouts().stop().plusSeconds(1));
    }

    private void awaitSessions(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        lock.lock();
        try {
            while (sessions.stream().anyMatch(SmtpSession::inWire) && deadline - System.nanoTime() > 0) {
                try {
                    changed.await(50, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
