package org.peyk.smtp;

/** How much leaves ahead of answers where the server offers PIPELINING (RFC 2920). */
public enum Pipelining {
    /** Nothing: each command waits for the answer to the one before, even where the server offers more. */
    OFF,
    /** MAIL, RCPT and DATA leave together: two round trips a message. */
    ENVELOPE,
    /** The next message's envelope also leaves together with the end of the message before it: one round trip a message. */
    MESSAGE;

    /**
     * Whether an envelope is one group.
     *
     * @return whether it is
     */
    public boolean groupsEnvelopes() {
        return this != OFF;
    }

    /**
     * Whether the next delivery is taken, and its message made and signed, before the answer to the one at hand is there.
     *
     * @return whether it is
     */
    public boolean takesAhead() {
        return this == MESSAGE;
    }
}
