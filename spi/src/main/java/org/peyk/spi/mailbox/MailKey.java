package org.peyk.spi.mailbox;

/**
 * Names one mail of a mailbox, across restarts.
 *
 * @param value opaque to the library
 */
public record MailKey(String value) {}
