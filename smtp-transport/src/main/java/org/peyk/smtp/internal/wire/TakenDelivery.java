package org.peyk.smtp.internal.wire;

import org.jspecify.annotations.Nullable;
import org.peyk.smtp.internal.message.EncodedMessage;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

/** A delivery that was taken from a feed, with its message. Sees to it that it is reported exactly once, or withdrawn. */
final class TakenDelivery {
    private final Delivery delivery;
    private final DeliveryFeed feed;
    private final EncodedMessage message;
    private @Nullable EnvelopeCommands sentAhead;
    private @Nullable MailTransaction transaction;
    private boolean begun;
    private boolean done;

    TakenDelivery(Delivery delivery, DeliveryFeed feed, EncodedMessage message) {
        this.delivery = delivery;
        this.feed = feed;
        this.message = message;
    }

    Delivery delivery() {
        return delivery;
    }

    EncodedMessage message() {
        return message;
    }

    /** Its envelope leaves behind the end of the message before it. */
    void sentAhead(EnvelopeCommands envelope) {
        sentAhead = envelope;
    }

    /** The envelope that left ahead, if it did; asked once, for it serves one transaction only. */
    @Nullable
    EnvelopeCommands takeSentAhead() {
        EnvelopeCommands envelope = sentAhead;
        sentAhead = null;
        return envelope;
    }

    void running(MailTransaction started) {
        begun = true;
        transaction = started;
    }

    /** The transaction told what became of it; whatever goes wrong afterwards does not change that. */
    @Nullable
    DeliveryOutcome over(@Nullable DeliveryOutcome outcome) {
        transaction = null;
        return outcome;
    }

    void withdrawn() {
        done = true;
    }

    void report(DeliveryOutcome outcome) {
        if (!done) {
            done = true;
            feed.report(delivery, outcome);
        }
    }

    /** Reports what is certain when nothing else was reported: an interrupt, or an error in the gate or in us. */
    void settle() {
        if (done) {
            return;
        }
        if (!begun) {
            // at most its envelope has left, and only behind a message whose end broke the session
            report(deferred(ServerReply.none("taken ahead and not begun", Phase.SENDER)));
            return;
        }
        Phase phase = transaction == null ? Phase.CONNECT : transaction.phase();
        ServerReply reply = ServerReply.none("sending was stopped", phase);
        report(phase == Phase.FINAL ? new DeliveryOutcome.InDoubt(reply) : deferred(reply));
    }

    private static DeliveryOutcome deferred(ServerReply reply) {
        return new DeliveryOutcome.Deferred(reply, FailureScope.SESSION, null);
    }
}
