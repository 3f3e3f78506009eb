package org.peyk.smtp.internal.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.EnhancedStatusCode;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

/**
 * A complete reply of an SMTP server (RFC 5321 section 4.2).
 *
 * @param code the reply code, 200 to 599
 * @param enhanced the enhanced status code (RFC 2034), or null
 * @param text the first line's text behind the code
 */
record Reply(int code, @Nullable EnhancedStatusCode enhanced, String text) {
    private static final int MAX_TEXT = 500;
    private static final Pattern ADDRESS = Pattern.compile("(?:\"[^\"]*\")?[^\\s\"]*(?:@|%40)[^\\s\"]*");

    /** A reply from its code and first text. */
    static Reply of(int code, String text) {
        return new Reply(code, EnhancedStatusCode.parse(text).orElse(null), text);
    }

    boolean positive() {
        return code / 100 == 2;
    }

    boolean negative() {
        return code / 100 == 4 || code / 100 == 5;
    }

    /**
     * The reply as it may be stored and shown.
     *
     * @param phase how far the transaction had come
     * @param recipient the address or user name it is about, whose local part is removed even where it stands alone; or null
     */
    ServerReply toServerReply(Phase phase, @Nullable String recipient) {
        return new ServerReply(code, enhanced, mask(text, recipient), phase);
    }

    private static boolean contains(String text, String part) {
        for (int i = 0; i + part.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    private static String mask(String text, @Nullable String recipient) {
        StringBuilder clean = new StringBuilder(text.length());
        // long enough for everything that is kept, short enough that no pattern below has work to do
        for (int i = 0; i < Math.min(text.length(), 4 * MAX_TEXT); i++) {
            char c = text.charAt(i);
            clean.append(c >= 0x20 && c < 0x7F ? c : '?');
        }
        // the common answer holds neither, and the patterns cost more than everything else about it
        String masked = clean.indexOf("@") >= 0 || clean.indexOf("%40") >= 0
                ? ADDRESS.matcher(clean).replaceAll("[…]")
                : clean.toString();
        if (recipient != null) {
            int at = recipient.lastIndexOf('@');
            String local = at < 0 ? recipient : recipient.substring(0, at);
            // anything shorter stands in a text by chance
            if (local.length() > 2 && contains(masked, local)) {
                masked = Pattern.compile(
                                "(?<![A-Za-z0-9])" + Pattern.quote(local) + "(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE)
                        .matcher(masked)
                        .replaceAll("[…]");
            }
        }
        return masked.length() <= MAX_TEXT ? masked : masked.substring(0, MAX_TEXT);
    }
}
