package org.peyk.smtp.internal.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.mailbox.DeliveryReport.Action;
import org.peyk.spi.transport.EnhancedStatusCode;

/** Reads {@code message/delivery-status} (RFC 3464 section 2.3; RFC 6533 for addresses beyond ASCII). */
final class DeliveryStatus {
    private static final int MAX_RECIPIENTS = 100;

    private DeliveryStatus() {}

    /** What the part says about each recipient. Groups of fields are parted by empty lines; the first one is about the mail as a whole. */
    static List<DeliveryReport> read(byte[] content) {
        List<DeliveryReport> reports = new ArrayList<>();
        int at = 0;
        while (at < content.length && reports.size() < MAX_RECIPIENTS) {
            Headers group = new Headers(content, at, content.length);
            if (isAboutRecipient(group)) {
                reports.add(report(group));
            }
            // a line that is no field ends a group without being part of it
            at = group.end() > at
                    ? group.end()
                    : Lines.next(content, Lines.end(content, at, content.length), content.length);
        }
        return reports;
    }

    private static boolean isAboutRecipient(Headers group) {
        return group.has("final-recipient")
                || group.has("original-recipient")
                || group.has("x-actual-recipient")
                || (group.has("action") && group.has("status"));
    }

    private static DeliveryReport report(Headers group) {
        EnhancedStatusCode status = status(group);
        Action action = action(group.raw("action"), status);
        return new DeliveryReport(action, status, recipient(group), StatusCodes.isAddressDead(action, status));
    }

    /**
     * The status, or the code in the words of the server that refused, where that says more: some systems map every refusal to one status.
     */
    private static @Nullable EnhancedStatusCode status(Headers group) {
        EnhancedStatusCode status = StatusCodes.find(group.raw("status"));
        EnhancedStatusCode said = StatusCodes.find(group.text("diagnostic-code"));
        if (said == null) {
            return status;
        }
        boolean sameClass = status == null || status.statusClass() == said.statusClass();
        return StatusCodes.isVague(status) || (sameClass && said.detail() != 0) ? said : status;
    }

    private static @Nullable String recipient(Headers group) {
        for (String field : List.of("final-recipient", "original-recipient", "x-actual-recipient")) {
            String value = group.text(field);
            String address = Addresses.firstIn(value.substring(value.indexOf(';') + 1));
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    private static Action action(String value, @Nullable EnhancedStatusCode status) {
        String word = value.toLowerCase(Locale.ROOT);
        if (word.startsWith("fail")) {
            return Action.FAILED;
        }
        if (word.startsWith("delay") || word.startsWith("defer")) {
            return Action.DELAYED;
        }
        if (word.startsWith("deliver")) {
            return Action.DELIVERED;
        }
        if (word.startsWith("relay")) {
            return Action.RELAYED;
        }
        if (word.startsWith("expand")) {
            return Action.EXPANDED;
        }
        return status != null && status.statusClass() == 2 ? Action.DELIVERED : Action.FAILED;
    }
}
