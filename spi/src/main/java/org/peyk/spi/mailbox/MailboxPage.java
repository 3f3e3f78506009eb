package org.peyk.spi.mailbox;

import java.util.List;

/**
 * Mails read in one go.
 *
 * @param mails the mails, oldest first
 * @param cursor where to go on; stored together with what the mails changed
 * @param more whether there are more already
 */
public record MailboxPage(List<IncomingMail> mails, MailboxCursor cursor, boolean more) {

    /** Copies the list. */
    public MailboxPage {
        mails = List.copyOf(mails);
    }
}
