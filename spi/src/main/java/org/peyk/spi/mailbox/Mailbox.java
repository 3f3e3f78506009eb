package org.peyk.spi.mailbox;

import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Plugin;

/**
 * The mailbox that answers come back to.
 *
 * <p><b>When.</b> Polled by one worker of one node at a time. <b>Thread.</b> That worker's, outside any transaction; may block within its
 * time-outs. <b>Again.</b> A mail may be given more than once (a crash, a changed UIDVALIDITY): the library knows it by its fingerprint.
 * <b>Errors.</b> A {@link MailboxException} ends the poll; a single mail that cannot be understood is {@link IncomingKind#UNREADABLE}, never
 * an exception.
 */
public interface Mailbox extends Plugin {

    /**
     * The name under which the cursor is stored.
     *
     * @return a stable name, unique among the mailboxes of a process; not an address
     */
    String name();

    /**
     * Reads mails that came after a cursor.
     *
     * @param after where the last page ended, or null for the beginning
     * @param limit how many mails at most; at least 1
     * @return the page
     * @throws MailboxException when the mailbox cannot be read
     * @throws InterruptedException when the thread is asked to stop
     */
    MailboxPage read(@Nullable MailboxCursor after, int limit) throws MailboxException, InterruptedException;

    /**
     * Opens one mail as it came, to show it to the unit it was given to. The caller closes the stream.
     *
     * @param key which mail
     * @return its bytes (RFC 5322)
     * @throws MailboxException when the mailbox cannot be read or the mail is gone
     * @throws InterruptedException when the thread is asked to stop
     */
    InputStream open(MailKey key) throws MailboxException, InterruptedException;

    /**
     * Reads what a decision by mail is judged by. Asked only for a mail that answers one of the library's own mails, with the key that was in
     * it. A mailbox that cannot tell who wrote a mail leaves it, and answers to approval mails decide nothing.
     *
     * @param key which mail
     * @return what it says; empty by default
     * @throws MailboxException when the mailbox cannot be read or the mail is gone
     * @throws InterruptedException when the thread is asked to stop
     */
    default Optional<AnswerMail> answer(MailKey key) throws MailboxException, InterruptedException {
        return Optional.empty();
    }
}
