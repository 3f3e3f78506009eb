package org.peyk.spi.tck;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.spi.tck.RemoteSide.Behaviour;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.Transport;

import static org.assertj.core.api.Assertions.assertThat;

/** When nobody on this side can know what became of a message, the transport says so (RFC 1047), and only then. */
public interface TransportDoubtContract extends TransportFixture {

    /**
     * When the connection drops after the end, the message is in doubt, whether it was taken or lost: nobody on this side can know.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void isInDoubtWhenTheConnectionDropsAfterTheEnd() throws Exception {
        for (Behaviour behaviour : List.of(Behaviour.TAKE_AND_DROP, Behaviour.LOSE_AND_DROP)) {
            if (plays(behaviour)) {
                oneInDoubt(behaviour);
            }
        }
    }

    /**
     * When the answer to the end cannot be understood, the message is in doubt.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void isInDoubtWhenTheAnswerIsGarbage() throws Exception {
        if (plays(Behaviour.TAKE_AND_ANSWER_GARBAGE)) {
            oneInDoubt(Behaviour.TAKE_AND_ANSWER_GARBAGE);
        }
    }

    /**
     * When no answer to the end comes, the message is in doubt after the transport's time-out.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void isInDoubtWhenNoAnswerComes() throws Exception {
        if (!plays(Behaviour.TAKE_AND_STAY_SILENT)) {
            return;
        }
        List<Delivery> deliveries = deliveries(message(), 0, 1);
        remote().behave(Behaviour.TAKE_AND_STAY_SILENT, recipient(0));
        RecordingFeed feed = RecordingFeed.of(deliveries);
        try (Transport transport = impatientTransport()) {
            SessionRun run = SessionRun.start(this, transport, feed);
            assertThat(feed.awaitGate(deliveries.get(0), patience()))
                    .as("gate asked")
                    .isTrue();
            run.endWithin(bound());
        }
        Books.inDoubt(feed, deliveries.get(0));
        Books.balance(remote(), feed, deliveries);
    }

    private boolean plays(Behaviour behaviour) {
        return remote().behaviours().contains(behaviour);
    }

    private void oneInDoubt(Behaviour behaviour) throws Exception {
        Trial trial = Trial.broken(this, behaviour);
        Books.inDoubt(trial.feed(), trial.delivery());
    }
}
