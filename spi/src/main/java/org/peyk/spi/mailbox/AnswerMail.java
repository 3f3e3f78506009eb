package org.peyk.spi.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a mail to take it for a decision. Read of those mails alone that answer a mail which asks for one; it is looked at and
 * not stored.
 *
 * @param sender the one address of the From field, or null when there is none, or more than one
 * @param authentication whether the university's mail server vouches for that address
 * @param automatic whether it says of itself that no person wrote it (RFC 3834)
 * @param forwarded whether it was passed on: by its Resent fields (RFC 5322 section 3.6.6) or by its subject
 * @param text the plain text as it was written, quotations included; null when there is none
 * @param html the HTML as it was written; null when there is none
 * @param references Message-IDs it refers to, with angle brackets: In-Reply-To and References (RFC 5322 section 3.6.4); the nearest first.
 *     The key of the decision is among them, and without it the mail decides nothing
 */
public record AnswerMail(
        @Nullable String sender,
        SenderAuthentication authentication,
        boolean automatic,
        boolean forwarded,
        @Nullable String text,
        @Nullable String html,
        List<String> references) {

    /** Copies the list. */
    public AnswerMail {
        references = List.copyOf(references);
    }

    /**
     * Shows neither address nor text.
     *
     * @return what is said about the sender
     */
    @Override
    public String toString() {
        return "AnswerMail[" + authentication + ", automatic=" + automatic + ", forwarded=" + forwarded + "]";
    }
}
