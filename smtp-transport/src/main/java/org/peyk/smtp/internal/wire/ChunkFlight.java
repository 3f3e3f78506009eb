package org.peyk.smtp.internal.wire;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

/** One message of a {@link ChunkWindow} on its way, and the answers to its commands: RSET, MAIL, RCPT and BDAT. */
final class ChunkFlight {
    private static final int COMMANDS = 4;
    private static final Phase[] PHASES = {Phase.CONNECT, Phase.SENDER, Phase.RECIPIENT, Phase.FINAL};

    private final TakenDelivery taken;
    private @Nullable DeliveryOutcome refusal;
    private @Nullable Reply last;
    private int answers;
    private boolean endLeft;
    private boolean outOfStep;
    private boolean recipientRefused;

    ChunkFlight(TakenDelivery taken) {
        this.taken = taken;
    }

    TakenDelivery taken() {
        return taken;
    }

    void endLeaves() {
        endLeft = true;
    }

    boolean isLast() {
        return answers == COMMANDS - 1;
    }

    /** Whether nothing more is to come: all answers are there, or one that ends the conversation. */
    boolean answered() {
        return answers == COMMANDS || outOfStep || toldToClose();
    }

    boolean toldToClose() {
        return last != null && last.code() == 421;
    }

    Reply last() {
        Reply reply = last;
        if (reply == null) {
            throw new IllegalStateException("nothing was answered");
        }
        return reply;
    }

    void answer(Reply reply) {
        Phase phase = PHASES[answers];
        last = reply;
        answers++;
        recipientRefused |= phase == Phase.RECIPIENT && reply.negative();
        if (phase == Phase.CONNECT && !reply.positive() && reply.code() != 421) {
            outOfStep = true;
        } else if (reply.negative() && refusal == null) {
            refusal = ReplyTable.outcome(
                    reply,
                    phase == Phase.CONNECT ? Phase.SENDER : phase,
                    taken.message().recipient());
        } else if (!reply.negative() && !reply.positive()) {
            outOfStep = true;
        }
    }

    /** What the answers say. */
    DeliveryOutcome outcome() {
        ServerReply said = last().toServerReply(Phase.FINAL, taken.message().recipient());
        DeliveryOutcome refused = refusal;
        if (outOfStep || (refused != null && answers == COMMANDS && last().positive() && !recipientRefused)) {
            // what one side takes for an answer the other one does not; thanks for a message to nobody are harmless
            return new DeliveryOutcome.InDoubt(said);
        }
        return refused != null ? refused : new DeliveryOutcome.Accepted(said);
    }

    /** What is certain when no more answers come. */
    DeliveryOutcome lost(String words, boolean serverShutDown) {
        DeliveryOutcome refused = refusal;
        if (refused != null) {
            return refused;
        }
        if (!endLeft || serverShutDown) {
            // a server that has said 421 carries out nothing that comes behind it (RFC 5321 section 4.2.3)
            return new DeliveryOutcome.Deferred(ServerReply.none(words, Phase.CONTENT), FailureScope.SESSION, null);
        }
        return new DeliveryOutcome.InDoubt(ServerReply.none(words, Phase.FINAL));
    }
}
