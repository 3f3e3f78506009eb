package org.peyk.spi.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one delivery. Exactly one is reported for each. */
public sealed interface DeliveryOutcome {

    /**
     * What the other side answered, as the ground of the outcome.
     *
     * @return the reply
     */
    ServerReply reply();

    /**
     * The other side took responsibility (RFC 5321 section 4.2.5).
     *
     * @param reply the positive reply
     */
    record Accepted(ServerReply reply) implements DeliveryOutcome {}

    /**
     * Certainly not accepted, and worth trying again.
     *
     * @param reply what was answered, or that nothing was before the message could have been accepted
     * @param scope what the failure is about
     * @param retryAfter how long to wait at least, or null when the other side said nothing about it
     */
    record Deferred(
            ServerReply reply, FailureScope scope, @Nullable Duration retryAfter) implements DeliveryOutcome {}

    /**
     * Certainly not accepted, and not worth trying again.
     *
     * @param reply the negative reply
     * @param scope what the failure is about
     */
    record Refused(ServerReply reply, FailureScope scope) implements DeliveryOutcome {}

    /**
     * It may have been accepted: its end left, or may have, and no complete reply came back (RFC 1047).
     *
     * @param reply what is known
     */
    record InDoubt(ServerReply reply) implements DeliveryOutcome {}
}
