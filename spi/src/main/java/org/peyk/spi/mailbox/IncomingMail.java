package org.peyk.spi.mailbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came back: what is needed to sort and link it, and no more. Its text stays in the mailbox (Constitution article 22,
 * confidentiality of communication).
 *
 * @param key names it in the mailbox
 * @param fingerprint digest by which the same mail is known again, whatever its key
 * @param receivedAt when the mailbox got it
 * @param kind what kind of mail it is
 * @param references Message-IDs it refers to, with angle brackets: of the original in a report, else In-Reply-To and References; the
 *     nearest first
 * @param recipients addresses it came to, by which a signed return path is known; may be empty
 * @param sender who wrote it, or null for reports and unreadable mails
 * @param reports what a report says, per recipient; empty for everything else
 */
public record IncomingMail(
        MailKey key,
        String fingerprint,
        Instant receivedAt,
        IncomingKind kind,
        List<String> references,
        List<String> recipients,
        @Nullable String sender,
        List<DeliveryReport> reports) {

    /** Copies the lists. */
    public IncomingMail {
        references = List.copyOf(references);
        recipients = List.copyOf(recipients);
        reports = List.copyOf(reports);
    }

    @Override
    public String toString() {
        return "IncomingMail[" + kind + "]";
    }
}
