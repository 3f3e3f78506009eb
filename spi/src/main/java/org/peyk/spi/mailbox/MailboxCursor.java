package org.peyk.spi.mailbox;

/**
 * How far a mailbox was read; stored by the library.
 *
 * @param value opaque to the library, for example UIDVALIDITY and UID (RFC 9051 section 2.3.1)
 */
public record MailboxCursor(String value) {}
