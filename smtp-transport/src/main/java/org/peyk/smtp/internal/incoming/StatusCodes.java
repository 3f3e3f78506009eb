package org.peyk.smtp.internal.incoming;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.transport.EnhancedStatusCode;

/** Enhanced status codes (RFC 3463) in reports. */
final class StatusCodes {
    // neither part of a network address nor of a version number; a hyphen only behind a reply code
    private static final Pattern ENHANCED = Pattern.compile(
            "(?:(?<=(?<!\\w)[245]\\d\\d-)|(?<![\\w./-]))([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\w]|\\.\\d)");
    private static final Pattern REPLY = Pattern.compile("(?<![\\w.:/#-])([45])[0-5]\\d(?=[ -][^\\s])");

    private StatusCodes() {}

    /** The first code in a text, preferring one that says more than that something failed. */
    static @Nullable EnhancedStatusCode find(String text) {
        @Nullable EnhancedStatusCode first = null;
        Matcher m = ENHANCED.matcher(text);
        while (m.find()) {
            EnhancedStatusCode code = new EnhancedStatusCode(
                    Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
            if (!isVague(code)) {
                return code;
            }
            if (first == null) {
                first = code;
            }
        }
        return first;
    }

    /** The class of the first SMTP reply code in a text: 4, 5, or 0 when there is none. */
    static int replyClass(String text) {
        Matcher m = REPLY.matcher(text);
        return m.find() ? m.group().charAt(0) - '0' : 0;
    }

    static boolean hasReplyCode(String text) {
        return REPLY.matcher(text).find();
    }

    /** Whether a code says no more than that it failed, for now or for good. */
    static boolean isVague(@Nullable EnhancedStatusCode code) {
        return code == null || (code.subject() == 0 && code.detail() == 0);
    }

    /** Whether a failure with this code means that the address does not exist: RFC 3463 section 3.2, RFC 7505 for 5.1.10. */
    static boolean isAddressDead(DeliveryReport.Action action, @Nullable EnhancedStatusCode code) {
        return action == DeliveryReport.Action.FAILED
                && code != null
                && code.statusClass() == 5
                && code.subject() == 1
                && (code.detail() == 1 || code.detail() == 2 || code.detail() == 6 || code.detail() == 10);
    }
}
