package org.peyk.smtp.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.SmtpRelay;
import org.peyk.smtp.SmtpTimeouts;
import org.peyk.smtp.internal.message.EncodedMessage;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;

/**
 * One message over one connection: MAIL, RCPT, DATA, the bytes, the gate, the end, and perhaps the next envelope behind it. Whatever happens, {@link #phase()} says how far it had
 * come, and the outcome follows from that alone: before the end nothing was accepted, after it only a complete reply tells.
 */
final class MailTransaction {

    /** Asked when all of a message but its end has left. */
    @FunctionalInterface
    interface Ahead {
        /** The envelope of the next message that is to leave behind the end, or null for none. */
        @Nullable
        EnvelopeCommands envelope(SmtpConnection connection);
    }

    private final SmtpConnection connection;
    private final EnvelopeCommands envelope;
    private final EncodedMessage message;
    private final boolean begun;
    private final boolean reused;
    private Phase phase = Phase.SENDER;
    private @Nullable TransportException ending;
    private boolean gone;

    MailTransaction(SmtpConnection connection, SmtpTimeouts timeouts, EncodedMessage message) {
        this.connection = connection;
        this.envelope = new EnvelopeCommands(connection, timeouts, message);
        this.message = message;
        this.begun = false;
        this.reused = connection.used();
    }

    /** Goes on where the envelope has left behind the message before. */
    MailTransaction(EnvelopeCommands sent, EncodedMessage message) {
        this.connection = sent.connection();
        this.envelope = sent;
        this.message = message;
        this.begun = true;
        this.reused = true;
    }

    SmtpRelay relay() {
        return connection.relay();
    }

    Phase phase() {
        return phase;
    }

    /** Why the session cannot go on, or null when it can. */
    @Nullable
    TransportException ending() {
        return ending;
    }

    /**
     * Whether it failed before the server had a chance to know of it: a connection that was used before and has gone away meanwhile, or is
     * out of step. The same message may be tried at once over a new connection.
     */
    boolean neverBegan() {
        return gone && reused && phase == Phase.SENDER;
    }

    /**
     * Carries it out.
     *
     * @param ahead gives what may leave behind the end
     * @return the outcome, or null when the gate withdrew the delivery
     * @throws InterruptedException when the gate was interrupted; the end has not left, and the connection is closed
     */
    @Nullable
    DeliveryOutcome run(Delivery delivery, DeliveryFeed feed, Ahead ahead) throws InterruptedException {
        connection.guard().enter();
        boolean known = false;
        try {
            DeliveryOutcome outcome = steps(delivery, feed, ahead);
            known = true;
            return outcome;
        } catch (LinkException e) {
            known = true;
            return broken(e);
        } finally {
            if (!known) {
                // an error of any kind: the server may be in the middle of a message, where every command would become
                // its text
                connection.kill();
            }
            connection.guard().atEnd(false);
            connection.guard().leave();
        }
    }

    private @Nullable DeliveryOutcome steps(Delivery delivery, DeliveryFeed feed, Ahead ahead)
            throws LinkException, InterruptedException {
        if (!begun) {
            envelope.begin();
        }
        Reply reply = envelope.next();
        if (!reply.positive()) {
            return refused(reply);
        }
        connection.markDirty();
        phase = Phase.RECIPIENT;
        reply = envelope.next();
        if (!reply.positive()) {
            return refused(reply);
        }
        phase = Phase.CONTENT;
        reply = envelope.next();
        if (reply.code() != 354) {
            return refused(reply);
        }
        if (connection.content(message)) {
            connection.requireReadyForEnd();
        }
        // before the gate, so that nothing that takes time lies between its answer and the end
        EnvelopeCommands behind = ahead.envelope(connection);
        GateAnswer answer = askGate(delivery, feed);
        if (answer != GateAnswer.PROCEED) {
            // the only way out of DATA without an end
            connection.kill();
            if (answer == GateAnswer.WITHDRAW) {
                return null;
            }
            ending = Failures.unsettled();
            return new DeliveryOutcome.Deferred(
                    ServerReply.none("the message was not sent to its end", phase), FailureScope.SESSION, null);
        }
        connection.guard().atEnd(true);
        connection.requireReadyForEnd();
        phase = Phase.FINAL;
        reply = connection.end(behind == null ? List.of() : behind.commands());
        connection.guard().atEnd(false);
        connection.countMessage();
        return concluded(reply);
    }

    private GateAnswer askGate(Delivery delivery, DeliveryFeed feed) throws InterruptedException {
        Guard guard = connection.guard();
        // an interrupt is the gate's matter while it is inside the store
        guard.leave();
        try {
            GateAnswer answer = feed.gate(delivery);
            // nothing is outstanding in a session that sends one after the other, so the next answer is another one
            return answer == GateAnswer.SETTLE_FIRST ? feed.gate(delivery) : answer;
        } finally {
            guard.enter();
        }
    }

    /** A reply before the end that is not the one needed to go on. */
    private DeliveryOutcome refused(Reply reply) {
        if (!reply.negative()) {
            connection.kill();
            gone = true;
            ServerReply said = reply.toServerReply(phase, message.recipient());
            ending = Failures.ended(said);
            return new DeliveryOutcome.Deferred(said, FailureScope.SESSION, null);
        }
        DeliveryOutcome outcome = ReplyTable.outcome(reply, phase, message.recipient());
        connection.markDirty();
        endAfter(reply, outcome);
        envelope.settle(reply);
        return outcome;
    }

    /** The reply to the end. */
    private DeliveryOutcome concluded(Reply reply) {
        ServerReply said = reply.toServerReply(phase, message.recipient());
        connection.markClean();
        if (reply.positive()) {
            return new DeliveryOutcome.Accepted(said);
        }
        if (!reply.negative()) {
            connection.kill();
            ending = Failures.ended(said);
            return new DeliveryOutcome.InDoubt(said);
        }
        DeliveryOutcome outcome = ReplyTable.outcome(reply, phase, message.recipient());
        endAfter(reply, outcome);
        return outcome;
    }

    /** After 421 the server closes. When it is too fast for it, core slows down and a new connection will do. */
    private void endAfter(Reply reply, DeliveryOutcome outcome) {
        if (reply.code() == 421) {
            connection.kill();
            gone = true;
        }
        if (outcome instanceof DeliveryOutcome.Deferred deferred && deferred.scope() == FailureScope.SESSION) {
            connection.kill();
            ending = Failures.ended(outcome.reply());
        }
    }

    private DeliveryOutcome broken(LinkException e) {
        connection.kill();
        gone = true;
        Reply early = e.reply();
        ending = Failures.lost(e, early == null ? null : early.toServerReply(phase, message.recipient()));
        String words = String.valueOf(e.getMessage());
        if (phase == Phase.FINAL) {
            return new DeliveryOutcome.InDoubt(ServerReply.none(words, phase));
        }
        // after DATA nothing but this message can be meant, such as that it is too large; before, only a 421 means
        // itself
        if (early != null && early.negative() && (phase == Phase.CONTENT || early.code() == 421)) {
            DeliveryOutcome outcome = ReplyTable.outcome(early, phase, message.recipient());
            if (!(outcome instanceof DeliveryOutcome.Deferred d) || d.scope() != FailureScope.SESSION) {
                ending = null;
            }
            return outcome;
        }
        return new DeliveryOutcome.Deferred(ServerReply.none(words, phase), FailureScope.SESSION, null);
    }
}
