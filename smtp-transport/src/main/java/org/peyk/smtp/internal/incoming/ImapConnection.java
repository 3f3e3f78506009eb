package org.peyk.smtp.internal.incoming;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * A connection with its folder open for reading.
 *
 * @param store the connection
 * @param folder the folder
 */
record ImapConnection(IMAPStore store, IMAPFolder folder) implements AutoCloseable {

    @Override
    public void close() {
        close(store);
    }

    static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // the server is gone already, which is what was wanted
            assert !store.isConnected();
        }
    }
}
