package org.peyk.smtp.internal.wire;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

/**
 * A place in the pool with its connection, replaced when it has served its time or was given up. What a feed gives goes out in a {@link
 * FeedRun}.
 */
public final class SmtpSession implements TransportSession {
    private final ConnectionPool pool;
    private final Object lock = new Object();
    private @Nullable SmtpConnection connection;
    private @Nullable Guard guard;
    private boolean running = true;
    private boolean closed;
    private boolean ended;

    SmtpSession(ConnectionPool pool) {
        this.pool = pool;
    }

    /** Opens the first connection. The session counts as running until then. */
    void connect() throws TransportException, InterruptedException {
        try {
            usable();
        } finally {
            leave();
        }
    }

    /** Told by the pool what watches the connection that is about to be used. */
    void guardedBy(Guard next) {
        boolean tooLate;
        synchronized (lock) {
            guard = next;
            tooLate = closed;
        }
        if (tooLate) {
            next.close();
        }
    }

    @Override
    public void run(DeliveryFeed feed) throws TransportException, InterruptedException {
        synchronized (lock) {
            if (closed) {
                throw Failures.closed();
            }
            if (running) {
                throw new IllegalStateException("a session is used by one thread at a time");
            }
            running = true;
        }
        try {
            new FeedRun(this, pool, feed).run();
        } finally {
            leave();
        }
    }

    private void leave() {
        synchronized (lock) {
            running = false;
        }
        endIfOver();
    }

    /** Whether the session is to end. */
    boolean stopping() {
        synchronized (lock) {
            return closed || Thread.currentThread().isInterrupted();
        }
    }

    /** Whether it was closed. */
    boolean closed() {
        synchronized (lock) {
            return closed;
        }
    }

    /** The connection at hand if it is still good, else another one. */
    SmtpConnection usable() throws TransportException, InterruptedException {
        SmtpConnection c = connection;
        if (c != null) {
            boolean good = !c.dead() && !c.wornOut();
            if (good && c.idleFor(pool.config().pool().checkAfter())) {
                good = stillAnswers(c);
            }
            if (good) {
                return c;
            }
            connection = null;
            pool.discard(c);
        }
        if (closed()) {
            throw Failures.closed();
        }
        SmtpConnection taken = pool.take(this);
        connection = taken;
        return taken;
    }

    /** Whether the server still answers on a connection. It is dead when it does not. */
    boolean stillAnswers(SmtpConnection c) {
        c.guard().enter();
        try {
            return c.answers();
        } finally {
            c.guard().leave();
        }
    }

    /** Whether a thread is inside, and the connection keeps it there. */
    boolean inWire() {
        synchronized (lock) {
            return running && guard != null && guard.inUse();
        }
    }

    @Override
    public void close() {
        Guard watching;
        synchronized (lock) {
            closed = true;
            watching = running ? guard : null;
        }
        if (watching != null) {
            watching.close();
        }
        endIfOver();
    }

    /** The last one out gives the place back: who closes, or the thread that was inside when it was closed. */
    private void endIfOver() {
        SmtpConnection last;
        synchronized (lock) {
            if (!closed || running || ended) {
                return;
            }
            ended = true;
            last = connection;
            connection = null;
        }
        pool.end(this, last);
    }
}
