package org.peyk.internal.reply;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.store.ReplyRows.DeliveryLookup;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.mailbox.IncomingMail;

/**
 * Which message of ours a mail is about, and what it says of it.
 *
 * @param delivery the row of the ledger
 * @param report what a report says about its recipient, or null
 * @param named whether the report names the row's own address
 */
record ReplyLink(DeliveryLookup delivery, @Nullable DeliveryReport report, boolean named) {

    /**
     * Finds the message by the nearest Message-ID that is ours. A report that names somebody else's address belongs to no message: everybody knows
     * the Message-ID of the mail he got himself, and could otherwise have a colleague's address taken for dead.
     */
    static Optional<ReplyLink> find(IncomingMail mail, Map<String, DeliveryLookup> ours) {
        for (String reference : mail.references()) {
            DeliveryLookup delivery = ours.get(reference);
            if (delivery != null) {
                return about(delivery, mail.reports());
            }
        }
        return Optional.empty();
    }

    /**
     * A mail that came to the message's own return path. A report that names another address is about it as well, for the recipient may have
     * it forwarded; but then nothing is said about his own.
     */
    static ReplyLink signed(DeliveryLookup delivery, List<DeliveryReport> reports) {
        return about(delivery, reports)
                .orElseGet(() -> new ReplyLink(delivery, reports.isEmpty() ? null : reports.get(0), false));
    }

    /** The same when nothing proves that it comes from a server that had the message. */
    ReplyLink unsigned() {
        return new ReplyLink(delivery, report, false);
    }

    private static Optional<ReplyLink> about(DeliveryLookup delivery, List<DeliveryReport> reports) {
        if (reports.isEmpty()) {
            return Optional.of(new ReplyLink(delivery, null, false));
        }
        ReplyLink anonymous = null;
        for (DeliveryReport r : reports) {
            if (r.finalRecipient() == null) {
                anonymous = anonymous == null ? new ReplyLink(delivery, r, false) : anonymous;
            } else if (key(r.finalRecipient()).equals(key(delivery.address()))) {
                return Optional.of(new ReplyLink(delivery, r, true));
            }
        }
        return Optional.ofNullable(anonymous);
    }

    /** Servers write the address in any case, and some with the address type of RFC 3464 section 2.3.2 before it. */
    private static String key(String address) {
        String a = address.strip();
        int type = a.indexOf(';');
        return a.substring(type + 1).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the report says that the message did not arrive; a bounce that names no recipient says so about the only one there is. */
    boolean failed() {
        return report == null || report.action() == DeliveryReport.Action.FAILED;
    }

    @Nullable
    String status() {
        return report == null || report.status() == null
                ? null
                : report.status().toString();
    }

    /** Whether the address itself is said not to exist. */
    boolean dead() {
        return named && report != null && report.addressDead();
    }
}
