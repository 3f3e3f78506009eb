package org.peyk.internal.reply;

import java.sql.Connection;
import java.sql.SQLException;
import org.peyk.spi.mailbox.IncomingMail;

/** Takes the answers to approval mails out of what comes back, before it is linked to what was sent. */
public interface AnswerIntake {

    /** Takes a mail if it is such an answer, or was one before; inside the transaction that moves the mailbox's cursor. */
    Taken take(Connection c, String mailbox, IncomingMail mail) throws SQLException;

    /** Whose a mail is. */
    enum Taken {
        /** An answer to an approval mail. */
        NEW,
        /** The same as one that was taken before. */
        KNOWN,
        /** Nothing of ours. */
        NO
    }

    /** Decides what was taken, outside of any transaction. */
    void work();
}
