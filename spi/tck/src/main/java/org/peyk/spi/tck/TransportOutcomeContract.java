package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.peyk.spi.tck.RemoteSide.Behaviour;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.Transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a transport says became of a message, against what the other side knows. */
public interface TransportOutcomeContract extends TransportFixture {

    /**
     * Everybody gets the message once, and is reported so.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void reportsWhatWasAccepted() throws Exception {
        List<Delivery> deliveries = deliveries(message(), 0, 20);
        RecordingFeed feed = RecordingFeed.of(deliveries);
        try (Transport transport = transport()) {
            SessionRun.start(this, transport, feed).endsWell();
        }
        Books.allAccepted(feed, deliveries);
        Books.balance(remote(), feed, deliveries);
        assertThat(remote().acceptedMessageIds())
                .as("messages the other side took")
                .containsExactlyInAnyOrderElementsOf(
                        deliveries.stream().map(d -> d.envelope().messageId()).toList());
    }

    /**
     * A feed without deliveries ends the run and sends nothing.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void sendsNothingWhenThereIsNothing() throws Exception {
        RecordingFeed feed = RecordingFeed.of(List.of());
        try (Transport transport = transport()) {
            SessionRun.start(this, transport, feed).endsWell();
        }
        assertThat(feed.outcomes()).as("outcomes").isEmpty();
        Books.balance(remote(), feed, List.of());
        assertThat(remote().acceptedMessageIds())
                .as("messages the other side took")
                .isEmpty();
    }

    /**
     * A session serves one feed after another.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void servesAnotherFeedInTheSameSession() throws Exception {
        List<Delivery> first = deliveries(message(), 0, 3);
        List<Delivery> second = deliveries(message("Düzeltme: saat 11.00"), 3, 3);
        RecordingFeed feed = RecordingFeed.of(first);
        RecordingFeed another = RecordingFeed.of(second);
        try (Transport transport = transport()) {
            SessionRun.start(this, transport, feed, another).endsWell();
        }
        Books.allAccepted(feed, first);
        Books.allAccepted(another, second);
        Books.balance(remote(), feed, first);
        Books.balance(remote(), another, second);
    }

    /**
     * Sessions open at the same time, as many as the transport allows, do not disturb each other.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void servesSeveralSessionsAtOnce() throws Exception {
        try (Transport transport = transport()) {
            int sessions = Math.min(transport.capabilities().maxSessions(), Crowd.THREADS);
            List<List<Delivery>> shares = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                shares.add(deliveries(message(), i * 10, 10));
            }
            List<RecordingFeed> feeds = Crowd.call(patience(), sessions, i -> {
                Callable<RecordingFeed> send = () -> {
                    RecordingFeed feed = RecordingFeed.of(shares.get(i));
                    SessionRun.start(this, transport, feed).endsWell();
                    return feed;
                };
                return send;
            });
            for (int i = 0; i < sessions; i++) {
                Books.allAccepted(feeds.get(i), shares.get(i));
                Books.balance(remote(), feeds.get(i), shares.get(i));
            }
        }
    }

    /**
     * A recipient refused for good is refused, without asking the gate; the others of the session get theirs.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void reportsARefusedRecipient() throws Exception {
        if (plays(Behaviour.REFUSE_RECIPIENT)) {
            Trial trial = Trial.unbroken(this, Behaviour.REFUSE_RECIPIENT);
            assertThat(trial.feed().answers(trial.delivery()))
                    .as("answers of the gate")
                    .isEmpty();
            Refused outcome = trial.outcome(Refused.class);
            assertThat(outcome.scope()).as("scope").isEqualTo(FailureScope.RECIPIENT);
            assertThat(outcome.reply().phase()).as("phase").isEqualTo(Phase.RECIPIENT);
            assertThat(outcome.reply().code()).as("code").isPositive();
        }
    }

    /**
     * A recipient refused for now is deferred, without asking the gate; the others of the session get theirs.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void reportsADeferredRecipient() throws Exception {
        if (plays(Behaviour.DEFER_RECIPIENT)) {
            Trial trial = Trial.unbroken(this, Behaviour.DEFER_RECIPIENT);
            assertThat(trial.feed().answers(trial.delivery()))
                    .as("answers of the gate")
                    .isEmpty();
            Deferred outcome = trial.outcome(Deferred.class);
            assertThat(outcome.scope()).as("scope").isNotEqualTo(FailureScope.SESSION);
            assertThat(outcome.reply().phase()).as("phase").isEqualTo(Phase.RECIPIENT);
            assertThat(outcome.reply().code()).as("code").isPositive();
        }
    }

    /**
     * When the other side shuts the session down, nothing is held against the recipient.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void reportsASessionThatWasShutDown() throws Exception {
        if (plays(Behaviour.SHUT_DOWN_AT_RECIPIENT)) {
            Deferred outcome =
                    Trial.broken(this, Behaviour.SHUT_DOWN_AT_RECIPIENT).outcome(Deferred.class);
            assertThat(outcome.scope()).as("scope").isEqualTo(FailureScope.SESSION);
        }
    }

    /**
     * When the connection drops before the content, the message was certainly not accepted.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void knowsThatADropBeforeTheContentLeftNothing() throws Exception {
        if (plays(Behaviour.DROP_BEFORE_CONTENT)) {
            Deferred outcome = Trial.broken(this, Behaviour.DROP_BEFORE_CONTENT).outcome(Deferred.class);
            assertThat(outcome.scope()).as("scope").isEqualTo(FailureScope.SESSION);
            assertThat(outcome.reply().phase()).as("phase").isNotEqualTo(Phase.FINAL);
        }
    }

    /**
     * When the connection drops in the content, the message is not accepted, and in doubt at most when its end was let go.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void doesNotTakeADropInTheContentForAcceptance() throws Exception {
        if (plays(Behaviour.DROP_IN_CONTENT)) {
            DeliveryOutcome outcome =
                    Trial.broken(this, Behaviour.DROP_IN_CONTENT).outcome(DeliveryOutcome.class);
            assertThat(outcome).as("outcome").isNotInstanceOfAny(Accepted.class, Refused.class);
        }
    }

    /**
     * A complete negative answer to the end is no doubt: for good it is a refusal, for now a deferral.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void reportsARefusalAfterTheEnd() throws Exception {
        if (plays(Behaviour.REFUSE_AFTER_END)) {
            Refused outcome = Trial.unbroken(this, Behaviour.REFUSE_AFTER_END).outcome(Refused.class);
            assertThat(outcome.reply().phase()).as("phase").isEqualTo(Phase.FINAL);
        }
        if (plays(Behaviour.DEFER_AFTER_END)) {
            Deferred outcome = Trial.unbroken(this, Behaviour.DEFER_AFTER_END).outcome(Deferred.class);
            assertThat(outcome.reply().phase()).as("phase").isEqualTo(Phase.FINAL);
        }
    }

    /**
     * A slow other side is waited for.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void waitsForASlowSide() throws Exception {
        if (plays(Behaviour.ACCEPT_SLOWLY)) {
            Trial.unbroken(this, Behaviour.ACCEPT_SLOWLY).outcome(Accepted.class);
        }
    }

    /**
     * Whatever happens to single messages, new sessions settle the rest, and in the end the books balance.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void carriesOnWithNewSessions() throws Exception {
        Set<Behaviour> behaviours = EnumSet.copyOf(remote().behaviours());
        behaviours.removeAll(Set.of(Behaviour.TAKE_AND_STAY_SILENT, Behaviour.REFUSE_SESSIONS));
        List<Delivery> left = deliveries(message(), 100, 3 * behaviours.size());
        int n = 101;
        for (Behaviour behaviour : behaviours) {
            remote().behave(behaviour, recipient(n));
            n += 3;
        }
        try (Transport transport = transport()) {
            for (int sessions = 0; !left.isEmpty(); sessions++) {
                assertThat(sessions).as("sessions that were needed").isLessThanOrEqualTo(3 * behaviours.size());
                RecordingFeed feed = RecordingFeed.of(left);
                SessionRun.start(this, transport, feed).endsWellOrBroken();
                Books.balance(remote(), feed, left);
                assertThat(feed.left()).as("deliveries a session left behind").hasSizeLessThan(left.size());
                left = feed.left();
            }
        }
    }

    /**
     * What the other side cannot be made to do is declared, so that nobody takes an unmade check for a passed one.
     */
    @Test
    default void declaresWhatTheOtherSideCannotDo() {
        Set<Behaviour> behaviours = remote().behaviours();
        assertThat(behaviours).as("behaviours").contains(Behaviour.ACCEPT);
        for (Behaviour behaviour : EnumSet.complementOf(EnumSet.copyOf(behaviours))) {
            assertThatThrownBy(() -> remote().behave(behaviour, recipient(0)))
                    .as("behaviour " + behaviour + ", which is not declared")
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private boolean plays(Behaviour behaviour) {
        return remote().behaviours().contains(behaviour);
    }
}
