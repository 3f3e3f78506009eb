package org.peyk.internal.reply;

import java.io.InputStream;
import java.util.List;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.internal.store.ReplyRows;
import org.peyk.internal.store.ReplyRows.Place;
import org.peyk.internal.store.Store;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxException;

/** Opens mails where they lie: the store knows the place, the mailbox keeps the text. */
final class MailOpener {

    private final Store store;
    private final List<Mailbox> mailboxes;

    MailOpener(Store store, List<Mailbox> mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    InputStream open(long reply) throws MailboxException, InterruptedException {
        Place place = store.read(c -> ReplyRows.place(c, reply))
                .orElseThrow(() -> new PeykException(ErrorCode.CASE_CLOSED, null));
        for (Mailbox m : mailboxes) {
            if (m.name().equals(place.mailbox())) {
                return m.open(place.key());
            }
        }
        throw new PeykException(ErrorCode.CASE_CLOSED, null);
    }
}
