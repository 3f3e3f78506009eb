package org.peyk.examples.benchmarks.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.benchmarks.smtp.Letter;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.OutboundMessage;

/**
 * Messages that nobody keeps book of.
 *
 * @param numbers gives each message's number, or -1 at the end
 * @param message the text
 */
record Feed(IntSupplier numbers, OutboundMessage message) implements DeliveryFeed {

    /** One message and no more. */
    static Feed one(int number, OutboundMessage message) {
        int[] next = {number};
        return new Feed(
                () -> {
                    int n = next[0];
                    next[0] = -1;
                    return n;
                },
                message);
    }

    @Override
    public int window() {
        return 1;
    }

    @Override
    public @Nullable Delivery poll() {
        int n = numbers.getAsInt();
        if (n < 0) {
            return null;
        }
        Envelope envelope = new Envelope(
                Letter.recipient(n), null, Letter.FROM, "<b." + n + "@universite.example>", Instant.now(), List.of());
        return new Delivery(new DeliveryId(n), envelope, message);
    }

    @Override
    public @Nullable Delivery take() {
        return poll();
    }

    @Override
    public GateAnswer gate(Delivery delivery) {
        return GateAnswer.PROCEED;
    }

    @Override
    public void report(Delivery delivery, DeliveryOutcome outcome) {
        if (!(outcome instanceof DeliveryOutcome.Accepted)) {
            throw new IllegalStateException("not accepted: " + outcome);
        }
    }
}
