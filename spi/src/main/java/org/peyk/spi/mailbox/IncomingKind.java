package org.peyk.spi.mailbox;

/** What kind of mail came back. */
public enum IncomingKind {
    /** A report that a message was not delivered (RFC 3464, or in words). */
    BOUNCE,
    /** A report that a message is late but still tried. */
    DELAY_NOTICE,
    /** A report that a message was delivered, or shown. */
    DELIVERY_NOTICE,
    /** Written by a machine: out of office, vacation, ticket received (RFC 3834). */
    AUTO_REPLY,
    /** A complaint report (RFC 5965). */
    FEEDBACK_REPORT,
    /** Written by a person. */
    HUMAN_REPLY,
    /** Could not be understood; kept for a person to look at. */
    UNREADABLE
}
