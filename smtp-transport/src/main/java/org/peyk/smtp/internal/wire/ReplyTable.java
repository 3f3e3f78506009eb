package org.peyk.smtp.internal.wire;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.EnhancedStatusCode;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;

/**
 * What a negative reply means. Read in this order: how far the transaction had come, the enhanced code (RFC 3463, RFC 5248), the basic code.
 * Text is looked at by a few rows only, and only to be milder than the codes alone would be: to slow down or to stop the sending where
 * otherwise recipients would be given up. The first row that fits decides; whether the failure lasts is in the codes, unless the row says
 * that it passes.
 */
final class ReplyTable {

    /** How a row sees the end of the failure. */
    private enum Lasts {
        AS_CODED,
        PASSES
    }

    private record Row(Predicate<Case> when, FailureScope scope, Lasts lasts) {}

    /** A reply in its phase: SENDER, RECIPIENT, CONTENT or FINAL. */
    private record Case(Phase phase, int code, @Nullable EnhancedStatusCode enhanced, String text) {
        boolean in(Phase other) {
            return phase == other;
        }

        boolean coded(int subject) {
            return enhanced != null && enhanced.subject() == subject;
        }

        boolean coded(int subject, int detail) {
            return coded(subject) && enhanced != null && enhanced.detail() == detail;
        }

        boolean temporary() {
            return code / 100 == 4 || (enhanced != null && enhanced.statusClass() == 4);
        }

        boolean says(Pattern pattern) {
            return pattern.matcher(text).find();
        }
    }

    private static final Pattern RATE =
            words("rate", "throttl\\w*", "too (?:many|much|fast|quick\\w*|frequent\\w*)", "policyd");
    private static final Pattern QUOTA =
            words("submission\\W?quota\\w*", "quota ?exceeded\\w*", "daily\\b.{0,80}\\b(?:limit|quota)");

    private static final Pattern SENDER = words("sender address rejected", "bad outbound sender");

    private static final List<Row> ROWS = List.of(
            // too fast
            row(c -> c.temporary() && c.coded(7), FailureScope.RATE),
            row(c -> c.code == 432, FailureScope.RATE),
            row(c -> c.code == 452 && c.coded(5, 3), FailureScope.RATE),
            row(c -> c.code == 421 && c.coded(4, 2) && c.says(RATE), FailureScope.RATE),
            row(c -> c.code >= 450 && c.code <= 454 && c.says(RATE), FailureScope.RATE),
            // this connection or this server
            row(c -> c.code == 421 || c.code == 454, FailureScope.SESSION),
            row(c -> c.code == 503, FailureScope.SESSION, Lasts.PASSES),
            row(c -> c.temporary() && (c.coded(3, 1) || c.coded(3, 2)), FailureScope.SESSION),
            row(c -> c.in(Phase.SENDER) && c.temporary() && (c.coded(3) || c.coded(4)), FailureScope.SESSION),
            // nothing says that it is about our address, and a whole sending is not stopped on a guess
            row(c -> c.in(Phase.SENDER) && c.temporary() && (c.enhanced == null || c.coded(0)), FailureScope.SESSION),
            // our account
            row(c -> c.code == 530 || c.code == 534 || c.code == 535 || c.code == 538, FailureScope.ACCOUNT),
            row(c -> c.coded(7, 60) || c.coded(7, 708), FailureScope.ACCOUNT),
            row(c -> !c.temporary() && c.coded(4, 5), FailureScope.ACCOUNT),
            // many servers judge the sender only when a recipient is named
            row(c -> c.coded(1, 7) || c.coded(1, 8) || c.says(SENDER), FailureScope.ACCOUNT),
            row(c -> c.in(Phase.FINAL) && !c.temporary() && c.coded(2, 2), FailureScope.ACCOUNT),
            row(c -> c.in(Phase.FINAL) && c.coded(2, 0) && c.says(QUOTA), FailureScope.ACCOUNT),
            // the message is too large, said early because the size was named
            row(c -> c.coded(3, 4), FailureScope.CONTENT),
            row(c -> c.in(Phase.SENDER) && c.code == 552 && c.enhanced == null, FailureScope.CONTENT),
            row(c -> c.in(Phase.SENDER), FailureScope.ACCOUNT),
            // one recipient; RFC 5321 section 4.5.3.1.10 on 552
            row(c -> c.in(Phase.RECIPIENT) && c.code == 552, FailureScope.RECIPIENT, Lasts.PASSES),
            row(c -> c.in(Phase.RECIPIENT), FailureScope.RECIPIENT),
            // at DATA and at the dot
            row(c -> c.coded(1) || c.coded(2), FailureScope.RECIPIENT),
            row(c -> c.temporary() && !c.coded(6), FailureScope.RECIPIENT),
            row(c -> true, FailureScope.CONTENT));

    private ReplyTable() {}

    /**
     * What a negative reply means for the delivery at hand.
     *
     * @param reply a complete reply with a code from 400 to 599
     * @param phase what was being answered
     * @param recipient the address of the delivery, to be removed from the text
     * @return deferred or refused
     */
    static DeliveryOutcome outcome(Reply reply, Phase phase, @Nullable String recipient) {
        Case seen = new Case(phase, reply.code(), reply.enhanced(), reply.text());
        for (Row row : ROWS) {
            if (row.when.test(seen)) {
                return seen.temporary() || row.lasts == Lasts.PASSES
                        ? new DeliveryOutcome.Deferred(reply.toServerReply(phase, recipient), row.scope, null)
                        : new DeliveryOutcome.Refused(reply.toServerReply(phase, recipient), row.scope);
            }
        }
        throw new IllegalStateException("the last row fits everything");
    }

    private static Row row(Predicate<Case> when, FailureScope scope) {
        return new Row(when, scope, Lasts.AS_CODED);
    }

    private static Row row(Predicate<Case> when, FailureScope scope, Lasts lasts) {
        return new Row(when, scope, lasts);
    }

    private static Pattern words(String... patterns) {
        return Pattern.compile("\\b(?:" + String.join("|", patterns) + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
