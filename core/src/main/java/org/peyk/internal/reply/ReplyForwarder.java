package org.peyk.internal.reply;

import java.io.InputStream;
import org.peyk.ReplyCase;

/**
 * Hands an answer to the unit that takes care of it, for example as an attachment of a notice to the unit's mailbox.
 *
 * <p>Called once per case, on the thread that polls, outside any transaction; again only when it threw or the process died before the
 * success was stored. So that the unit can tell a repetition, a mail must carry a Message-ID that is made from the case's id alone, and
 * {@code Auto-Submitted: auto-forwarded}, so that no machine answers it (RFC 3834).
 */
public interface ReplyForwarder {

    /**
     * Forwards one mail.
     *
     * @param replyCase what is known of it
     * @param mail the mail as it came (RFC 5322); closed by the caller
     * @param attempt counts the attempts, from 1
     * @throws Exception when it could not be handed on; tried again later
     */
    void forward(ReplyCase replyCase, InputStream mail, int attempt) throws Exception;
}
