package org.peyk.spi.tck;

import org.peyk.spi.mailbox.Mailbox;

/**
 * The whole contract of a {@link Mailbox}. A plugin's test implements {@link #mailbox()} and {@link #arrive(byte[])}; the mails are the
 * contract's own.
 */
public interface MailboxContract extends MailboxReadingContract, MailboxSortingContract, MailboxAnswerContract {}
