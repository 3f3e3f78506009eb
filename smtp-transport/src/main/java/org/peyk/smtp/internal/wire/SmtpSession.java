package org.peyk.smtp.internal.wire;

import org.jspecify.annotations.Nullable;
import org.peyk.smtp.internal.message.EncodedMessage;
import org.peyk.smtp.internal.message.MessageException;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

/**
 * A place in the pool with its connection, replaced when it has served its time or was given up. Sends one message after the other and waits
 * for each answer, so at most one delivery is in flight.
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
            Delivery delivery = feed.take();
            while (delivery != null) {
                deliver(delivery, feed);
                if (Thread.interrupted()) {
                    throw new InterruptedException("asked to stop between two messages");
                }
                delivery = feed.take();
            }
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

    private void deliver(Delivery delivery, DeliveryFeed feed) throws TransportException, InterruptedException {
        Reported once = new Reported(delivery, feed);
        try {
            send(delivery, feed, once);
        } catch (MessageException e) {
            once.report(e.outcome());
        } catch (TransportException e) {
            once.report(deferred(e));
            throw e;
        } finally {
            // an interrupt, or an error in the gate or in us: the account stays complete
            once.settle();
        }
    }

    private void send(Delivery delivery, DeliveryFeed feed, Reported once)
            throws MessageException, TransportException, InterruptedException {
        EncodedMessage message = pool.messages().forWire(delivery.message(), delivery.envelope());
        SmtpConnection c = usable();
        MailTransaction transaction = begin(c, message, once);
        @Nullable DeliveryOutcome outcome = once.over(transaction.run(delivery, feed));
        if (transaction.neverBegan() && !stopping()) {
            c = usable();
            transaction = begin(c, message, once);
            outcome = once.over(transaction.run(delivery, feed));
        }
        if (outcome == null) {
            once.withdraw();
        } else {
            once.report(outcome);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop while a message was being sent");
        }
        TransportException ending = transaction.ending();
        if (ending != null) {
            throw ending;
        }
    }

    private MailTransaction begin(SmtpConnection c, EncodedMessage message, Reported once) throws MessageException {
        long limit = Math.min(pool.config().maxMessageBytes(), c.sizeLimit());
        if (message.size() > limit) {
            throw MessageException.tooLarge(message.size(), limit);
        }
        MailTransaction transaction = new MailTransaction(c, pool.config().timeouts(), message);
        once.running(transaction);
        return transaction;
    }

    private boolean stopping() {
        synchronized (lock) {
            return closed || Thread.currentThread().isInterrupted();
        }
    }

    private static DeliveryOutcome deferred(TransportException e) {
        ServerReply reply = e.reply() == null ? ServerReply.none(e.text().en(), Phase.CONNECT) : e.reply();
        return new DeliveryOutcome.Deferred(reply, FailureScope.SESSION, null);
    }

    /** The connection at hand if it is still good, else another one. */
    private SmtpConnection usable() throws TransportException, InterruptedException {
        SmtpConnection c = connection;
        if (c != null) {
            boolean good = !c.dead() && !c.wornOut();
            if (good && c.idleFor(pool.config().pool().checkAfter())) {
                c.guard().enter();
                try {
                    good = c.answers();
                } finally {
                    c.guard().leave();
                }
            }
            if (good) {
                return c;
            }
            connection = null;
            pool.discard(c);
        }
        synchronized (lock) {
            if (closed) {
                throw Failures.closed();
            }
        }
        SmtpConnection taken = pool.take(this);
        connection = taken;
        return taken;
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

    /** Sees to it that a delivery is reported exactly once, or withdrawn. */
    private static final class Reported {
        private final Delivery delivery;
        private final DeliveryFeed feed;
        private @Nullable MailTransaction transaction;
        private boolean done;

        Reported(Delivery delivery, DeliveryFeed feed) {
            this.delivery = delivery;
            this.feed = feed;
        }

        void running(MailTransaction started) {
            transaction = started;
        }

        @Nullable
        DeliveryOutcome over(@Nullable DeliveryOutcome outcome) {
            transaction = null;
            return outcome;
        }

        void withdraw() {
            done = true;
        }

        void report(DeliveryOutcome outcome) {
            if (!done) {
                done = true;
                feed.report(delivery, outcome);
            }
        }

        void settle() {
            if (!done) {
                Phase phase = transaction == null ? Phase.CONNECT : transaction.phase();
                ServerReply reply = ServerReply.none("sending was stopped", phase);
                report(
                        phase == Phase.FINAL
                                ? new DeliveryOutcome.InDoubt(reply)
                                : new DeliveryOutcome.Deferred(reply, FailureScope.SESSION, null));
            }
        }
    }
}
