package org.peyk.spi.tck;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares what a transport says about its deliveries with the truth of the other side. */
final class Books {

    private Books() {}

    /**
     * Every delivery was settled as its feed allows, and no outcome contradicts the truth.
     *
     * @param deliveries all that the feed was made with
     */
    static void balance(RemoteSide remote, RecordingFeed feed, List<Delivery> deliveries) {
        assertThat(feed.violations())
                .as("steps that DeliveryFeed does not allow")
                .isEmpty();
        List<String> truth = remote.acceptedMessageIds();
        for (Delivery delivery : deliveries) {
            int taken = Collections.frequency(truth, delivery.envelope().messageId());
            Optional<DeliveryOutcome> outcome = feed.outcome(delivery);
            String name = "how often the other side took delivery "
                    + delivery.id().value() + ", of which the transport says "
                    + outcome.map(o -> o.getClass().getSimpleName()).orElse("nothing");
            if (outcome.orElse(null) instanceof DeliveryOutcome.Accepted) {
                assertThat(taken).as(name).isEqualTo(1);
            } else if (outcome.orElse(null) instanceof DeliveryOutcome.InDoubt) {
                assertThat(taken).as(name).isLessThanOrEqualTo(1);
            } else {
                assertThat(taken).as(name).isZero();
            }
        }
    }

    static void allAccepted(RecordingFeed feed, List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            outcome(DeliveryOutcome.Accepted.class, feed, delivery);
        }
    }

    static <T extends DeliveryOutcome> T outcome(Class<T> type, RecordingFeed feed, Delivery delivery) {
        Optional<DeliveryOutcome> outcome = feed.outcome(delivery);
        assertThat(outcome)
                .as("outcome of delivery " + delivery.id().value())
                .get()
                .isInstanceOf(type);
        return type.cast(outcome.orElseThrow());
    }

    /** The end left and nothing is known: no code, and the last phase. */
    static void inDoubt(RecordingFeed feed, Delivery delivery) {
        DeliveryOutcome.InDoubt outcome = outcome(DeliveryOutcome.InDoubt.class, feed, delivery);
        assertThat(outcome.reply().phase()).as("phase").isEqualTo(Phase.FINAL);
    }
}
