package org.peyk.smtp.internal.incoming;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.SenderAuthentication;

/** Reads what a decision by mail is judged by. A pure function of a mail's bytes. */
public final class AnswerReader {

    private static final int MAX_TEXT = 256 * 1024;

    /** What mail programs put before the subject of a mail that is passed on, in the folded form. */
    private static final Pattern FORWARD = Pattern.compile(
            "^\\s*(?:(?:re|ynt|yan|cvp|sv|aw)\\s*(?:\\[\\d+])?\\s*:\\s*)*(?:fwd?|ilt|ileti|yonlendirme|yonl|wg|tr)\\s*(?:\\[\\d+])?\\s*:");

    private static final List<String> PASSED_ON =
            List.of("resent-from", "resent-to", "resent-date", "resent-message-id", "auto-forwarded");

    private AnswerReader() {}

    /**
     * Reads a mail.
     *
     * @param bytes the mail
     * @param server the authserv-id of the university's mail server, or null when none is trusted
     */
    public static AnswerMail read(byte[] bytes, @Nullable String server) {
        Part mail = Part.parse(bytes);
        Headers headers = mail.headers();
        String sender = sender(headers);
        SenderAuthentication authentication = server == null || sender == null
                ? SenderAuthentication.NONE
                : AuthenticationResults.of(headers, server, sender);
        WrittenParts written = WrittenParts.of(mail, MAX_TEXT);
        return new AnswerMail(
                sender,
                authentication,
                AutoReply.is(headers) || hasBulk(headers),
                FORWARD.matcher(Folded.fold(headers.text("subject"))).find()
                        || PASSED_ON.stream().anyMatch(headers::has),
                written.text(),
                written.html(),
                IncomingClassifier.answered(headers));
    }

    /** The one address of the one From field; somebody who names two wants one of them to be overlooked. */
    private static @Nullable String sender(Headers headers) {
        List<String> from = headers.all("from");
        if (from.size() != 1) {
            return null;
        }
        // an encoded name may hold anything, so addresses are looked for in what is not encoded
        String bare = from.get(0)
                .replaceAll("=\\?[^?\\s]*\\?[bBqQ]\\?[^?\\s]*\\?=", " ")
                .replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", " ");
        List<String> addresses = Addresses.in(bare, 3);
        return addresses.size() == 1 ? addresses.get(0) : null;
    }

    private static boolean hasBulk(Headers headers) {
        String precedence = headers.raw("precedence").toLowerCase(Locale.ROOT);
        return precedence.startsWith("bulk") || precedence.startsWith("junk") || precedence.startsWith("list");
    }
}
