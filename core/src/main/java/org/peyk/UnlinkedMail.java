package org.peyk;

import java.time.Instant;
import org.peyk.spi.mailbox.IncomingKind;

/**
 * A mail that came back and belongs to no request that can be named, so that a person has to look at it.
 *
 * @param id names it; {@link Replies#open(long)} opens it
 * @param mailbox name of the mailbox it lies in
 * @param kind what kind of mail it is
 * @param receivedAt when the mailbox got it
 */
public record UnlinkedMail(long id, String mailbox, IncomingKind kind, Instant receivedAt) {}
