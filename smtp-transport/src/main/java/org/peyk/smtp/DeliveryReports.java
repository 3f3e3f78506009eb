package org.peyk.smtp;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which reports of delivery are asked for where the server offers DSN (RFC 3461). Each message then carries its Message-ID as the envelope's
 * identifier (ENVID) and its recipient (ORCPT), so that a report can be told to belong to it even where the return path was changed on the way.
 *
 * @param on after which events a report is to come; none for no report at all, not even of failure ({@code NOTIFY=NEVER})
 * @param wholeMessage whether a report of failure is to bring the whole message back, or its header alone ({@code RET})
 */
public record DeliveryReports(Set<Event> on, boolean wholeMessage) {

    /** What a report tells (RFC 3461 section 4.1). */
    public enum Event {
        /** It arrived; many systems send such reports with delay or not at all. */
        SUCCESS,
        /** It will not arrive. */
        FAILURE,
        /** It has not arrived yet. */
        DELAY
    }

    /** Failures and delays, which is what most servers report anyway, with the header alone. */
    public static final DeliveryReports FAILURES = new DeliveryReports(EnumSet.of(Event.FAILURE, Event.DELAY), false);

    /** Copies the set. */
    public DeliveryReports {
        on = Set.copyOf(on);
    }
}
