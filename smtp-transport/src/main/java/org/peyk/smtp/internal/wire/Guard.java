package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection from outside, for what its own thread cannot see while it is inside a read or write: that it was asked to stop, that
 * the session was closed, that the other side does not take what is written. Then the socket is cut, which wakes the thread.
 *
 * <p>After the end of a message has left, a stop waits a while for the answer, for giving up leaves a message in doubt.
 */
final class Guard {
    private final Duration grace;
    private volatile @Nullable Runnable cutting;
    private volatile @Nullable Thread user;
    private volatile boolean closing;
    private volatile boolean atEnd;
    private volatile long writeDeadline;
    private volatile boolean writing;
    private volatile LinkException.@Nullable Kind cutBecause;
    private long stopSince;
    private boolean stopSeen;

    Guard(Duration grace) {
        this.grace = grace;
    }

    /** The socket to cut. */
    void guard(WireSocket socket) {
        guard(socket::cut);
    }

    /** What cuts, at once and from any thread; replaced when one of several sockets is taken. */
    void guard(Runnable cuts) {
        cutting = cuts;
        if (cutBecause != null) {
            cuts.run();
        }
    }

    /** The calling thread starts to use the connection and wants its interrupts to reach it there. */
    void enter() {
        user = Thread.currentThread();
    }

    void leave() {
        user = null;
    }

    /** Whether a thread is inside the connection. */
    boolean inUse() {
        return user != null;
    }

    /** Whether the end of a message has left, or is about to, and its answer is not read. */
    void atEnd(boolean yes) {
        atEnd = yes;
    }

    void writingWithin(Duration limit) {
        writeDeadline = System.nanoTime() + limit.toNanos();
        writing = true;
    }

    void written() {
        writing = false;
    }

    /** Asks for the connection to be cut as soon as that leaves nothing in doubt, or after the grace. */
    void close() {
        closing = true;
        look(System.nanoTime());
    }

    boolean closing() {
        return closing;
    }

    boolean isCut() {
        return cutBecause != null;
    }

    void cut(LinkException.Kind because) {
        if (cutBecause == null) {
            cutBecause = because;
        }
        Runnable cuts = cutting;
        if (cuts != null) {
            cuts.run();
        }
    }

    /** The reason of a failed read or write: our own, if we cut the socket. */
    LinkException failure(IOException e) {
        LinkException.Kind because = cutBecause;
        if (because == LinkException.Kind.WRITE_TIMEOUT) {
            return new LinkException(because, "the server did not take what was sent in time", null, e);
        }
        if (because != null) {
            return new LinkException(because, "sending was stopped", null, e);
        }
        return ReplyReader.failure(e);
    }

    /** Called by the watchdog every now and then, and once by {@link #close()}. */
    synchronized void look(long now) {
        if (cutBecause != null) {
            return;
        }
        if (writing && now - writeDeadline > 0) {
            cut(LinkException.Kind.WRITE_TIMEOUT);
            return;
        }
        Thread thread = user;
        if (!closing && (thread == null || !thread.isInterrupted())) {
            stopSeen = false;
            return;
        }
        if (!stopSeen) {
            stopSeen = true;
            stopSince = now;
        }
        if (!atEnd || now - stopSince > grace.toNanos()) {
            cut(LinkException.Kind.STOPPED);
        }
    }
}
