package org.peyk.spi.tck;

import java.util.List;
import org.peyk.spi.tck.RemoteSide.Behaviour;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.Transport;

/** Three deliveries in one session, of which the second meets a behaviour of the other side. */
record Trial(TransportFixture fixture, List<Delivery> deliveries, RecordingFeed feed) {

    /** Numbers of recipients that no other check of a run uses, so that behaviours do not mix. */
    private static final int FIRST = 1000;

    static Trial of(TransportFixture fixture, Behaviour behaviour) {
        List<Delivery> deliveries = fixture.deliveries(fixture.message(), FIRST + 3 * behaviour.ordinal(), 3);
        fixture.remote().behave(behaviour, deliveries.get(1).envelope().recipient());
        return new Trial(fixture, deliveries, RecordingFeed.of(deliveries));
    }

    /** Runs the session to its end and closes the transport. */
    SessionRun run() throws Exception {
        try (Transport transport = fixture.transport()) {
            SessionRun run = SessionRun.start(fixture, transport, feed);
            run.end();
            return run;
        }
    }

    Delivery delivery() {
        return deliveries.get(1);
    }

    <T extends DeliveryOutcome> T outcome(Class<T> type) {
        return Books.outcome(type, feed, delivery());
    }

    Trial settled() {
        Books.balance(fixture.remote(), feed, deliveries);
        return this;
    }
}
