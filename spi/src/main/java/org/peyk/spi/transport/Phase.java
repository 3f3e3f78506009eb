package org.peyk.spi.transport;

/** How far a transaction had come, which decides what a failure means (RFC 5321 section 3). */
public enum Phase {
    /** Opening the connection, name resolution included. */
    CONNECT,
    /** Greeting, capabilities, encryption. */
    GREETING,
    /** Proving who we are. */
    AUTHENTICATION,
    /** Naming the sender. */
    SENDER,
    /** Naming the recipient. */
    RECIPIENT,
    /** Asking to send the message, and its bytes but for the end. */
    CONTENT,
    /** The end of the message left, or may have; only a complete reply tells what became of it. */
    FINAL
}
