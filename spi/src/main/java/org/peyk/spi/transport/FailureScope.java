package org.peyk.spi.transport;

/** What a failure is about, which decides who has to wait or is refused. */
public enum FailureScope {
    /** This connection or this server; no attempt of the recipient is used up. */
    SESSION,
    /** Our account or sender address; the sending as a whole must stop. */
    ACCOUNT,
    /** We are too fast; no attempt of the recipient is used up. */
    RATE,
    /** The message itself. */
    CONTENT,
    /** This recipient. */
    RECIPIENT
}
