package org.peyk.spi.tck;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;

import static org.assertj.core.api.Assertions.assertThat;

/** How a session uses its {@link DeliveryFeed}: what it asks, when, and what it does with the answers. */
public interface TransportFeedContract extends TransportFixture {

    /**
     * Nothing has been taken by the other side when the gate is asked, and every accepted message passed the gate once.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void asksTheGateBeforeTheEndLeaves() throws Exception {
        List<Delivery> deliveries = deliveries(message(), 0, 5);
        Set<Long> early = ConcurrentHashMap.newKeySet();
        RecordingFeed feed = RecordingFeed.with(deliveries)
                .beforeGate(d -> {
                    if (remote().acceptedMessageIds().contains(d.envelope().messageId())) {
                        early.add(d.id().value());
                    }
                })
                .build();
        try (Transport transport = transport()) {
            SessionRun.start(this, transport, feed).endsWell();
        }
        Books.allAccepted(feed, deliveries);
        assertThat(early).as("deliveries taken before the gate was asked").isEmpty();
        for (Delivery delivery : deliveries) {
            assertThat(feed.answers(delivery))
                    .as("answers of the gate")
                    .filteredOn(GateAnswer.PROCEED::equals)
                    .hasSize(1);
        }
        Books.balance(remote(), feed, deliveries);
    }

    /**
     * A withdrawn delivery is not accepted and not reported, and the session goes on with the next one.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void undoesAWithdrawnDelivery() throws Exception {
        List<Delivery> deliveries = deliveries(message(), 0, 5);
        Set<Long> withdrawn = Set.of(1L, 4L);
        RecordingFeed feed = RecordingFeed.with(deliveries)
                .withdraw(d -> withdrawn.contains(d.id().value()))
                .build();
        try (Transport transport = transport()) {
            SessionRun.start(this, transport, feed).endsWell();
        }
        assertThat(feed.left()).as("deliveries left in the feed").isEmpty();
        for (Delivery delivery : deliveries) {
            if (withdrawn.contains(delivery.id().value())) {
                assertThat(feed.outcome(delivery))
                        .as("outcome of a withdrawn delivery")
                        .isEmpty();
            } else {
                Books.outcome(Accepted.class, feed, delivery);
            }
        }
        Books.balance(remote(), feed, deliveries);
    }

    /**
     * Not more deliveries are in flight than the feed allows, whether it allows one or several; told to settle, the session settles.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void keepsToTheWindow() throws Exception {
        int from = 0;
        for (int window : new int[] {1, 3}) {
            List<Delivery> deliveries = deliveries(message(), from, 20);
            RecordingFeed feed = RecordingFeed.with(deliveries).window(window).build();
            try (Transport transport = transport()) {
                SessionRun.start(this, transport, feed).endsWell();
            }
            assertThat(feed.mostInFlight()).as("deliveries in flight at a time").isBetween(1, window);
            Books.allAccepted(feed, deliveries);
            Books.balance(remote(), feed, deliveries);
            from += 20;
        }
    }

    /**
     * A transport that says it pipelines has several deliveries under way when several are ready; one that says it does not has one.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void pipelinesAsItSays() throws Exception {
        List<Delivery> deliveries = deliveries(message(), 0, 20);
        RecordingFeed feed = RecordingFeed.with(deliveries).window(4).build();
        boolean pipelining;
        try (Transport transport = transport()) {
            pipelining = transport.capabilities().pipelining();
            SessionRun.start(this, transport, feed).endsWell();
        }
        if (pipelining) {
            assertThat(feed.mostOutstanding())
                    .as("deliveries with a session that pipelines")
                    .isGreaterThan(1);
        } else {
            assertThat(feed.mostOutstanding())
                    .as("deliveries with a session that does not pipeline")
                    .isEqualTo(1);
        }
        Books.allAccepted(feed, deliveries);
        Books.balance(remote(), feed, deliveries);
    }

    /**
     * A feed that never has a delivery ready ahead is served too: what is outstanding is reported before the session waits.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void reportsBeforeItWaits() throws Exception {
        List<Delivery> deliveries = deliveries(message(), 0, 5);
        RecordingFeed feed =
                RecordingFeed.with(deliveries).window(4).unhurried().open().build();
        try (Transport transport = transport()) {
            SessionRun run = SessionRun.start(this, transport, feed);
            assertThat(feed.awaitIdle(patience())).as("waits for more").isTrue();
            assertThat(feed.outcomes()).as("outcomes when the session waits").hasSize(deliveries.size());
            feed.end();
            run.endsWell();
        }
        Books.allAccepted(feed, deliveries);
        Books.balance(remote(), feed, deliveries);
    }

    /**
     * When the thread is asked to stop at the gate, the end does not leave, and the delivery is settled as not accepted.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void holdsTheEndBackWhenTheGateIsInterrupted() throws Exception {
        List<Delivery> deliveries = deliveries(message(), 0, 3);
        RecordingFeed feed = RecordingFeed.with(deliveries)
                .interruptAtGate(d -> d.id().value() == 1)
                .build();
        try (Transport transport = transport()) {
            Optional<Exception> failure =
                    SessionRun.start(this, transport, feed).end();
            assertThat(failure).as("what run() threw").get().isInstanceOf(InterruptedException.class);
        }
        stoppedAtTheGate(feed, deliveries);
    }

    /**
     * When the intent cannot be stored, the end does not leave, and the failure comes out of the run.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void holdsTheEndBackWhenTheGateFails() throws Exception {
        List<Delivery> deliveries = deliveries(message(), 0, 3);
        RecordingFeed feed = RecordingFeed.with(deliveries)
                .failAtGate(d -> d.id().value() == 1)
                .build();
        try (Transport transport = transport()) {
            Optional<Exception> failure =
                    SessionRun.start(this, transport, feed).end();
            assertThat(failure)
                    .as("what run() threw")
                    .get()
                    .isInstanceOfAny(RecordingFeed.GateFailure.class, TransportException.class);
        }
        stoppedAtTheGate(feed, deliveries);
    }

    private void stoppedAtTheGate(RecordingFeed feed, List<Delivery> deliveries) {
        Books.outcome(Accepted.class, feed, deliveries.get(0));
        assertThat(feed.outcome(deliveries.get(1)))
                .as("outcome of the delivery whose end was held back")
                .get()
                .isNotInstanceOfAny(Accepted.class, InDoubt.class);
        Books.balance(remote(), feed, deliveries);
    }
}
