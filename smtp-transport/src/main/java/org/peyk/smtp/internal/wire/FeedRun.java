package org.peyk.smtp.internal.wire;

import org.jspecify.annotations.Nullable;
import org.peyk.smtp.SmtpConfig;
import org.peyk.smtp.SmtpRelay;
import org.peyk.smtp.internal.message.EncodedMessage;
import org.peyk.smtp.internal.message.MessageException;
import org.peyk.smtp.internal.message.MimeMessages;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;

/**
 * Sends what one feed gives, one message after the other. While a message waits for its gate the next one is taken and made; where the server
 * offers PIPELINING, its envelope then leaves in the same write as the end of the message before it (RFC 2920 section 3.1), so that a message
 * costs one round trip. Never more than one message is at its end then: the next one's gate is asked when this one's outcome is reported.
 * Where it is wanted and offered, whole messages are in flight instead: {@link ChunkWindow}.
 */
final class FeedRun {
    private final SmtpSession session;
    private final ConnectionPool pool;
    private final SmtpConfig config;
    private final MimeMessages messages;
    private final DeliveryFeed feed;
    private @Nullable TakenDelivery next;
    private @Nullable SmtpConnection aheadOn;

    FeedRun(SmtpSession session, ConnectionPool pool, DeliveryFeed feed) {
        this.session = session;
        this.pool = pool;
        this.config = pool.config();
        this.messages = pool.messages();
        this.feed = feed;
    }

    void run() throws TransportException, InterruptedException {
        try {
            for (TakenDelivery now = take(); now != null; now = following()) {
                deliver(now);
                requireUninterrupted("asked to stop between two messages");
            }
        } finally {
            TakenDelivery ahead = next;
            if (ahead != null) {
                next = null;
                ahead.settle();
            }
            SmtpConnection used = aheadOn;
            if (used != null) {
                // the server waits for a message that does not come
                used.kill();
            }
        }
    }

    private @Nullable TakenDelivery following() throws InterruptedException {
        TakenDelivery ahead = next;
        next = null;
        return ahead == null ? take() : ahead;
    }

    /** The next delivery whose message can be made, waiting for it; the others are reported at once. */
    private @Nullable TakenDelivery take() throws InterruptedException {
        for (Delivery d = feed.take(); d != null; d = feed.take()) {
            TakenDelivery made = make(d);
            if (made != null) {
                return made;
            }
            requireUninterrupted("asked to stop between two messages");
        }
        return null;
    }

    private @Nullable TakenDelivery make(Delivery delivery) {
        try {
            EncodedMessage message = messages.forWire(delivery.message(), delivery.envelope());
            return new TakenDelivery(delivery, feed, message);
        } catch (MessageException e) {
            feed.report(delivery, e.outcome());
            return null;
        } catch (RuntimeException | Error e) {
            feed.report(
                    delivery,
                    new DeliveryOutcome.Deferred(
                            ServerReply.none("the message could not be made", Phase.CONTENT),
                            FailureScope.SESSION,
                            null));
            throw e;
        }
    }

    private static void requireUninterrupted(String words) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException(words);
        }
    }

    private void deliver(TakenDelivery now) throws TransportException, InterruptedException {
        try {
            send(now);
        } catch (MessageException e) {
            now.report(e.outcome());
        } catch (TransportException e) {
            ServerReply reply = e.reply() == null ? ServerReply.none(e.text().en(), Phase.CONNECT) : e.reply();
            now.report(new DeliveryOutcome.Deferred(reply, FailureScope.SESSION, null));
            throw e;
        } finally {
            if (now != next) {
                now.settle();
            }
        }
    }

    private void send(TakenDelivery now) throws MessageException, TransportException, InterruptedException {
        EnvelopeCommands sent = now.takeSentAhead();
        MailTransaction transaction;
        if (sent == null) {
            SmtpConnection c = fitting(now);
            if (c.offers().chunkWindow() > 0) {
                sendInWindow(c, now);
                return;
            }
            transaction = begin(c, now);
        } else {
            transaction = resume(now, sent);
        }
        @Nullable DeliveryOutcome outcome = now.over(transaction.run(now.delivery(), feed, this::ahead));
        if (transaction.neverBegan() && !session.stopping()) {
            transaction = begin(fitting(now), now);
            outcome = now.over(transaction.run(now.delivery(), feed, this::ahead));
        }
        if (outcome == null) {
            now.withdrawn();
        } else {
            now.report(outcome);
        }
        if (outcome instanceof DeliveryOutcome.Accepted) {
            pool.worked(transaction.relay());
        }
        conclude(transaction.ending(), transaction.relay());
    }

    private void conclude(@Nullable TransportException ending, SmtpRelay relay)
            throws TransportException, InterruptedException {
        requireUninterrupted("asked to stop while a message was being sent");
        if (ending != null) {
            if (!Failures.isOurs(ending) && !session.stopping()) {
                pool.relays().failed(relay);
            }
            throw ending;
        }
    }

    private void sendInWindow(SmtpConnection c, TakenDelivery now) throws TransportException, InterruptedException {
        ChunkWindow window = new ChunkWindow(
                c, config.timeouts(), feed, () -> pollFitting(c), c.offers().chunkWindow());
        try {
            window.run(now);
        } finally {
            // for another connection, or to be settled with what is left when this run ends
            next = window.waiting();
        }
        if (window.accepted()) {
            pool.worked(c.relay());
        }
        conclude(window.ending(), c.relay());
    }

    private @Nullable TakenDelivery pollFitting(SmtpConnection c) {
        for (TakenDelivery taken = poll(); taken != null; taken = poll()) {
            MessageException unfit = unfit(c, taken.message());
            if (unfit == null) {
                return taken;
            }
            taken.report(unfit.outcome());
        }
        return null;
    }

    /** A connection that takes the message. One that was used before must still answer where a whole message leaves at once. */
    private SmtpConnection fitting(TakenDelivery now)
            throws MessageException, TransportException, InterruptedException {
        SmtpConnection c = session.usable();
        if (c.offers().chunkWindow() > 0 && c.used() && !session.stillAnswers(c)) {
            c = session.usable();
        }
        MessageException unfit = unfit(c, now.message());
        if (unfit != null) {
            throw unfit;
        }
        return c;
    }

    private MailTransaction begin(SmtpConnection c, TakenDelivery now) {
        MailTransaction transaction = new MailTransaction(c, config.timeouts(), now.message());
        now.running(transaction);
        return transaction;
    }

    private MailTransaction resume(TakenDelivery now, EnvelopeCommands sent) {
        MailTransaction transaction = new MailTransaction(sent, now.message());
        now.running(transaction);
        aheadOn = null;
        return transaction;
    }

    /** Why the server does not take the message, as far as it said so in advance; or null when it does. */
    private @Nullable MessageException unfit(SmtpConnection c, EncodedMessage message) {
        if (message.isInternational() && !c.offers().international()) {
            return MessageException.notInternational();
        }
        long limit = Math.min(config.maxMessageBytes(), c.offers().sizeLimit());
        return message.size() > limit ? MessageException.tooLarge(message.size(), limit) : null;
    }

    /** Takes the next delivery if one is ready, and gives its envelope if it may leave behind the end of the message at hand. */
    private @Nullable EnvelopeCommands ahead(SmtpConnection c) {
        // after a first connection went away it may be there already
        TakenDelivery taken = next == null && config.pipelining().takesAhead() ? poll() : next;
        next = taken;
        if (taken == null || !c.mayPipelineBehind() || unfit(c, taken.message()) != null) {
            return null;
        }
        EnvelopeCommands envelope = new EnvelopeCommands(c, config.timeouts(), taken.message());
        taken.sentAhead(envelope);
        aheadOn = c;
        return envelope;
    }

    private @Nullable TakenDelivery poll() {
        for (Delivery d = session.stopping() ? null : feed.poll(); d != null; d = feed.poll()) {
            TakenDelivery made = make(d);
            if (made != null) {
                return made;
            }
        }
        return null;
    }
}
