package org.peyk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.transport.DeliveryId;

/**
 * One recipient's message, as lists show it.
 *
 * @param id names the row
 * @param channel the way it goes out
 * @param person who gets it
 * @param maskedAddress the address with all but its first character and its domain hidden
 * @param state where it stands
 * @param reason why, or null when there is nothing to say
 * @param messageId the Message-ID, by which it is found in the relay's log
 * @param attempts how often it was tried and answered or lost
 * @param doubted how often its fate was unknown
 * @param changedAt when it last changed
 * @param notBefore the earliest moment of the next attempt, or null
 * @param replyCode the last reply's code, or null when there was none
 * @param replyStatus the last reply's enhanced status code (RFC 3463), or null
 * @param replyText the last reply's first line, or null
 * @param bouncedAt when a report said that it did not arrive after all, or null
 */
public record LedgerRow(
        DeliveryId id,
        Channel channel,
        PersonId person,
        String maskedAddress,
        DeliveryState state,
        @Nullable DeliveryReason reason,
        String messageId,
        int attempts,
        int doubted,
        Instant changedAt,
        @Nullable Instant notBefore,
        @Nullable Integer replyCode,
        @Nullable String replyStatus,
        @Nullable String replyText,
        @Nullable Instant bouncedAt) {

    /**
     * Shows neither person nor address.
     *
     * @return id, state and reason
     */
    @Override
    public String toString() {
        return "LedgerRow[" + id.value() + ", " + state + ", " + reason + "]";
    }
}
