package org.peyk.smtp.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.peyk.smtp.DeliveryReports;

/** The parameters that ask for reports of delivery (RFC 3461 section 4). */
final class ReportRequest {
    private static final int MAX_ENVELOPE_ID = 100;
    private static final int MAX_ORIGINAL_RECIPIENT = 500;

    private ReportRequest() {}

    /** Behind MAIL: what comes back with a failure, and the Message-ID as the envelope's identifier, if it is not too long for one. */
    static String ofSender(DeliveryReports reports, String messageId) {
        String id = xtext(messageId.substring(1, messageId.length() - 1));
        return (reports.wholeMessage() ? " RET=FULL" : " RET=HDRS")
                + (id.length() <= MAX_ENVELOPE_ID ? " ENVID=" + id : "");
    }

    /** Behind RCPT: when a report comes, and for whom the message was. */
    static String ofRecipient(DeliveryReports reports, String recipient) {
        String on = reports.on().isEmpty()
                ? "NEVER"
                : reports.on().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        String original = xtext(recipient);
        // addresses beyond ASCII have a form of their own there (RFC 6533 section 3), which servers may do without
        boolean named =
                original.length() <= MAX_ORIGINAL_RECIPIENT && recipient.chars().allMatch(c -> c < 0x80);
        return " NOTIFY=" + on + (named ? " ORCPT=rfc822;" + original : "");
    }

    /** Text in which nothing can end a parameter or begin another one. */
    static String xtext(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F && b != '+' && b != '=') {
                out.append((char) b);
            } else {
                out.append('+').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }
}
