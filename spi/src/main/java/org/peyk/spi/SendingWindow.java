package org.peyk.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a request may be sent.
 *
 * @param notBefore the earliest moment, or null for as soon as it is approved
 * @param notAfter the moment after which nothing more may leave, because the mail would come too late; null for no such moment
 */
public record SendingWindow(
        @Nullable Instant notBefore, @Nullable Instant notAfter) {

    /** As soon as approved, without an end. */
    public static final SendingWindow ANY_TIME = new SendingWindow(null, null);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException when the end is not after the beginning
     */
    public SendingWindow {
        if (notBefore != null && notAfter != null && !notAfter.isAfter(notBefore)) {
            throw new IllegalArgumentException("notAfter must be later than notBefore");
        }
    }
}
