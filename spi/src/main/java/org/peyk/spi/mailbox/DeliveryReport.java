package org.peyk.spi.mailbox;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.EnhancedStatusCode;

/**
 * What a bounce says about one recipient (RFC 3464 section 2.3).
 *
 * @param action what happened
 * @param status the enhanced status code, or null when there is none
 * @param finalRecipient the address it is about, or null
 * @param addressDead whether the address itself is said not to exist, which is the only ground for suppression
 */
public record DeliveryReport(
        Action action,
        @Nullable EnhancedStatusCode status,
        @Nullable String finalRecipient,
        boolean addressDead) {

    /** What happened, in the words of RFC 3464 section 2.3.3. */
    public enum Action {
        /** Not delivered, for good. */
        FAILED,
        /** Not delivered yet. */
        DELAYED,
        /** Delivered. */
        DELIVERED,
        /** Handed on to a system that reports nothing. */
        RELAYED,
        /** Sent on to several addresses. */
        EXPANDED
    }

    @Override
    public String toString() {
        return "DeliveryReport[" + action + ", " + status + "]";
    }
}
