package org.peyk.smtp.internal.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.SmtpTimeouts;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.TransportException;

/**
 * Several messages in flight over one connection, where the server offers CHUNKING (RFC 3030) and PIPELINING: each leaves whole, with RSET,
 * MAIL, RCPT and one last chunk, and answers are read in order while others are on their way. The gate is asked before anything of a message
 * leaves; its last byte is written apart, so that a message whose last byte was not handed over is certainly not accepted.
 *
 * <p>RSET begins each message because a refused chunk leaves the server's state open (RFC 3030 section 2).
 */
final class ChunkWindow {

    /** Where the next delivery comes from. */
    @FunctionalInterface
    interface Source {
        /** The next delivery that is ready and fits this connection, or null for none. */
        @Nullable
        TakenDelivery poll();
    }

    private final SmtpConnection connection;
    private final SmtpTimeouts timeouts;
    private final DeliveryFeed feed;
    private final Source source;
    private final int window;
    private final Deque<ChunkFlight> inFlight = new ArrayDeque<>();
    private @Nullable TakenDelivery waiting;
    private @Nullable TransportException ending;
    private boolean accepted;
    private boolean begun;
    private boolean reading;
    private boolean spoiled;
    private boolean shutDown;

    ChunkWindow(SmtpConnection connection, SmtpTimeouts timeouts, DeliveryFeed feed, Source source, int window) {
        this.connection = connection;
        this.timeouts = timeouts;
        this.feed = feed;
        this.source = source;
        this.window = Math.min(window, feed.window());
    }

    /** Why the session cannot go on, or null when it can. */
    @Nullable
    TransportException ending() {
        return ending;
    }

    /** A delivery that was taken and not begun, or null. */
    @Nullable
    TakenDelivery waiting() {
        return waiting;
    }

    /** Whether the server took a message. */
    boolean accepted() {
        return accepted;
    }

    /**
     * Sends until nothing more is ready or the connection has served its time, and reports everything.
     *
     * @return a delivery that was taken and not begun, for another connection; or null
     * @throws InterruptedException when the gate was interrupted
     */
    @Nullable
    TakenDelivery run(TakenDelivery first) throws InterruptedException {
        waiting = first;
        connection.guard().enter();
        boolean ended = false;
        try {
            sendAll();
            ended = true;
            return waiting;
        } catch (LinkException e) {
            ended = true;
            broken(e);
            return waiting;
        } catch (InterruptedException e) {
            // what has left is still answered, within the time that a stop allows
            Thread.currentThread().interrupt();
            drain();
            ended = true;
            Thread.interrupted();
            throw e;
        } finally {
            if (!ended) {
                // the gate or the source failed
                drain();
            }
            if (spoiled) {
                connection.kill();
            }
            connection.guard().atEnd(false);
            connection.guard().leave();
        }
    }

    private void sendAll() throws LinkException, InterruptedException {
        while (true) {
            while (inFlight.size() < window && launch()) {
                continue;
            }
            if (inFlight.isEmpty()) {
                return;
            }
            connection.flush();
            settleOldest();
        }
    }

    /** Sends one more message. False when none is ready, or one has to be answered first. */
    private boolean launch() throws LinkException, InterruptedException {
        // the first one was given this connection, whatever its age has become meanwhile
        boolean room = begun ? connection.hasRoomFor(inFlight.size() + 1) : !connection.dead();
        if (ending != null || spoiled || !room) {
            return false;
        }
        TakenDelivery taken = waiting == null ? source.poll() : waiting;
        waiting = taken;
        if (taken == null) {
            return false;
        }
        GateAnswer answer = askGate(taken);
        if (answer == GateAnswer.SETTLE_FIRST) {
            if (inFlight.isEmpty()) {
                ending = Failures.unsettled();
            }
            return false;
        }
        waiting = null;
        if (answer == GateAnswer.WITHDRAW) {
            taken.withdrawn();
            return true;
        }
        begun = true;
        ChunkFlight flight = new ChunkFlight(taken);
        inFlight.add(flight);
        connection.guard().atEnd(true);
        connection.writeChunked(
                new EnvelopeCommands(connection, timeouts, taken.message())
                        .commands()
                        .subList(0, 2),
                taken.message(),
                flight::endLeaves);
        return true;
    }

    private GateAnswer askGate(TakenDelivery taken) throws InterruptedException {
        Guard guard = connection.guard();
        // an interrupt is the gate's matter while it is inside the store
        guard.leave();
        try {
            return feed.gate(taken.delivery());
        } finally {
            guard.enter();
        }
    }

    private void settleOldest() throws LinkException {
        ChunkFlight flight = inFlight.element();
        reading = true;
        if (connection.dead()) {
            throw new LinkException(LinkException.Kind.BROKEN, "the connection was given up");
        }
        while (!flight.answered()) {
            flight.answer(connection.answer(flight.isLast() ? timeouts.end() : timeouts.command()));
        }
        reading = false;
        inFlight.remove();
        connection.guard().atEnd(!inFlight.isEmpty());
        connection.countMessage();
        report(flight);
    }

    private void report(ChunkFlight flight) {
        DeliveryOutcome outcome = flight.outcome();
        if (outcome instanceof DeliveryOutcome.InDoubt) {
            // no answer that comes now can be told to belong to a command
            connection.kill();
            ending = Failures.ended(outcome.reply());
        } else if (outcome instanceof DeliveryOutcome.Deferred d && d.scope() == FailureScope.SESSION) {
            spoiled = true;
            ending = Failures.ended(outcome.reply());
        } else if (flight.toldToClose()) {
            spoiled = true;
        }
        shutDown |= flight.toldToClose();
        if (!(outcome instanceof DeliveryOutcome.Accepted)) {
            connection.markDirty();
        }
        accepted |= outcome instanceof DeliveryOutcome.Accepted;
        flight.taken().report(outcome);
    }

    /** The connection is lost. What was answered before the loss still counts; the rest is in doubt if its end left. */
    private void broken(LinkException first) {
        LinkException cause = first;
        while (!inFlight.isEmpty() && !reading) {
            // it was the writing that failed; answers may have come before
            try {
                settleOldest();
            } catch (LinkException e) {
                cause = e;
            }
        }
        connection.kill();
        if (ending == null) {
            ending = Failures.lost(first, null);
        }
        String words = String.valueOf(cause.getMessage());
        for (ChunkFlight flight : inFlight) {
            flight.taken().report(flight.lost(words, shutDown));
        }
        inFlight.clear();
    }

    /** Reads what is still to come, within the time that a stop allows. */
    private void drain() {
        try {
            while (!inFlight.isEmpty()) {
                connection.flush();
                settleOldest();
            }
        } catch (LinkException e) {
            broken(e);
        }
    }
}
