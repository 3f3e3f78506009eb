package org.peyk.spi.mailbox;

/** Whether the university's own mail server vouches for the address in a mail's From field (RFC 8601). */
public enum SenderAuthentication {
    /** It does. */
    PASS,
    /** It says that the address is not the sender's. */
    FAIL,
    /** It says nothing, or nothing that is to be trusted. */
    NONE
}
