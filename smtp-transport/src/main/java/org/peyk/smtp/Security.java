package org.peyk.smtp;

/** How a connection is protected. */
public enum Security {
    /**
     * The connection starts in the clear and must turn to TLS (RFC 3207 for SMTP, RFC 9051 section 6.2.1 for IMAP) before anything is said
     * that matters. A server that does not offer it gets neither mail nor credentials.
     */
    STARTTLS_REQUIRED,
    /** TLS from the first byte (RFC 8314 section 3.3). */
    IMPLICIT_TLS,
    /** No protection at all: whoever is on the way can read and change everything. Said loudly in the log. */
    PLAIN
}
