package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.List;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

/** What an outcome by itself may say, whatever the other side did. */
final class OutcomeRules {
    private static final int LONGEST_TEXT = 500;

    /** Anything shorter may stand in a text by chance. */
    private static final int SHORTEST_ADDRESS = 6;

    private OutcomeRules() {}

    /** The rules an outcome breaks. {@code proceeded}: whether the gate let the end of this delivery leave. */
    static List<String> broken(Delivery delivery, DeliveryOutcome outcome, boolean proceeded) {
        List<String> broken = new ArrayList<>();
        ServerReply reply = outcome.reply();
        boolean ended = reply.phase() == Phase.FINAL;
        boolean complete = reply.code() != 0;
        if (ended && !proceeded) {
            broken.add("the end left without the gate's leave");
        }
        if (outcome instanceof DeliveryOutcome.Accepted) {
            if (!ended) {
                broken.add("accepted before its end");
            }
            if (!complete) {
                broken.add("accepted without a complete reply");
            }
        } else if (outcome instanceof DeliveryOutcome.InDoubt) {
            if (!ended) {
                broken.add("in doubt although its end cannot have left");
            }
        } else if (ended && !complete) {
            broken.add("its end left without a complete reply, and yet it is not in doubt");
        }
        if (reply.text().length() > LONGEST_TEXT) {
            broken.add("the reply's text is longer than " + LONGEST_TEXT + " characters");
        }
        String recipient = delivery.envelope().recipient();
        if (recipient.length() >= SHORTEST_ADDRESS && outcome.toString().contains(recipient)) {
            broken.add("the outcome shows the recipient's address");
        }
        return broken;
    }
}
