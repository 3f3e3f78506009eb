package org.peyk.spi.tck;

import java.util.List;
import java.util.Optional;
import org.peyk.spi.tck.RemoteSide.Behaviour;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.Transport;

import static org.assertj.core.api.Assertions.assertThat;

/** Three deliveries in one session, of which the second meets a behaviour of the other side. */
record Trial(TransportFixture fixture, List<Delivery> deliveries, RecordingFeed feed) {

    /** Numbers of recipients that no other check of a run uses, so that behaviours do not mix. */
    private static final int FIRST = 1000;

    private static Trial of(TransportFixture fixture, Behaviour behaviour) {
        List<Delivery> deliveries = fixture.deliveries(fixture.message(), FIRST + 3 * behaviour.ordinal(), 3);
        fixture.remote().behave(behaviour, deliveries.get(1).envelope().recipient());
        return new Trial(fixture, deliveries, RecordingFeed.of(deliveries));
    }

    /** One message meets the behaviour, between two others that the session must accept. */
    static Trial unbroken(TransportFixture fixture, Behaviour behaviour) throws Exception {
        Trial trial = of(fixture, behaviour);
        trial.run().endsWell();
        assertThat(trial.feed.left()).as("deliveries left in the feed").isEmpty();
        Books.allAccepted(trial.feed, List.of(trial.deliveries.get(0), trial.deliveries.get(2)));
        return trial.settled();
    }

    /** One message meets the behaviour, of which the session may die. */
    static Trial broken(TransportFixture fixture, Behaviour behaviour) throws Exception {
        Trial trial = of(fixture, behaviour);
        Optional<Exception> failure = trial.run().endsWellOrBroken();
        if (failure.isPresent()) {
            String recipient = trial.delivery().envelope().recipient();
            Wrong.showsNothing("the session's failure", failure.get(), List.of(recipient));
        }
        Books.allAccepted(trial.feed, List.of(trial.deliveries.get(0)));
        return trial.settled();
    }

    /** Runs the session to its end and closes the transport. */
    private SessionRun run() throws Exception {
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

    private Trial settled() {
        Books.balance(fixture.remote(), feed, deliveries);
        return this;
    }
}
