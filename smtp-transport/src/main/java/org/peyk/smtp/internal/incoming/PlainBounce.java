package org.peyk.smtp.internal.incoming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.mailbox.DeliveryReport.Action;
import org.peyk.spi.transport.EnhancedStatusCode;

/**
 * Recognises reports in words, as qmail, Exim, old Exchange and many others write them: sent by a mail system, speaking of failed delivery in
 * subject or text. Neither a person who quotes such a report nor one who writes to the postmaster fits.
 */
final class PlainBounce {
    private static final Pattern DAEMON = Pattern.compile(
            "mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon@" + "|mail[-_. ]?deliver(?:y|er)?[-_. ]?(?:sub)?system");
    private static final Pattern OPERATOR =
            Pattern.compile("\\bpost_?master@|\\bpostmaster\\b|mail administrator|system administrator|\\bmailer@");
    private static final Pattern SUBJECT = Pattern.compile(
            "undeliver|deliver(?:y|ing)\\b.{0,40}\\b(?:notification|fail\\w*|error|problem|report|delayed|unsuccessful|warning|attempt)"
                    + "|\\bfail(?:ure|ed)\\b.{0,20}\\b(?:notice|notification|deliver\\w*|mail)|return(?:ed|ing)\\b.{0,20}\\b(?:mail|message|sender)"
                    + "|\\bmail\\b.{0,20}\\b(?:fail\\w*|error|returned|bounced|rejected)|non-?deliver|not (?:be )?deliver|(?:could|can) ?not (?:be )?(?:sen[dt]|deliver)"
                    + "|message\\b.{0,20}\\b(?:bounced|rejected|delayed|blocked)|delayed mail|\\bbounced?\\b|rejected (?:mail|message)"
                    + "|teslim edil(?:e)?me|iletileme|gonderileme|ulastirilama|teslimat (?:hatasi|basarisiz|durumu)"
                    + "|unzustellbar|nicht zugestellt|non remis|echec de|no se (?:puede|pudo|ha podido) entregar");
    private static final Pattern WORDS = Pattern.compile(
            "this is the qmail-send program|(?:un|not |n't )able to deliver|(?:could|can) ?not (?:be )?deliver|undeliver"
                    + "|did not reach the following|delivery to the following|failed permanently|permanent(?:ly)? (?:error|fail|fatal)"
                    + "|(?:mail|message)\\b.{0,60}\\b(?:was|has been|were) (?:rejected|returned|not delivered|refused|bounced)"
                    + "|user unknown|unknown user|no such (?:user|recipient|address)|unknown (?:address|recipient|local)|mailbox (?:is )?(?:unavailable|full|not found|over)"
                    + "|error (?:has )?occurred while|error deliver|delivery (?:has )?(?:error|fail)|transcript of session|non-?delivery|not delivered"
                    + "|rejected by|returned to (?:the )?sender|teslim edile?me|iletileme|gonderileme|bulunamadi"
                    + "|following (?:address|recipient)");
    private static final Pattern DELAY = Pattern.compile(
            "delay(?:ed)?\\b|gecik|warning message only|not a failure|(?:will|still|being) (?:be )?(?:retr|try|keep|continu|attempt)"
                    + "|no need to re-?send|(?:do not|don't) need to re-?send|has not yet been|not been delivered yet|delivery attempts will");
    private static final Pattern GIVEN_UP = Pattern.compile(
            "giv(?:en?|ing) up|gave up|permanent(?:ly)?\\b|could not be delivered to|returned to sender|message (?:is|was|has been) (?:being )?returned"
                    + "|cannot send message (?:for|within)|delivery time expired|unable to deliver");
    private static final Pattern REPLY_SUBJECT =
            Pattern.compile("^\\s*(?:re|fw|fwd|aw|sv|ynt|yan|ilt)\\s*(?:\\[\\d+\\])?\\s*:");
    private static final Pattern OWN_LINE = Pattern.compile(
            "(?im)^[ \\t*-]{0,12}(?:(?:to|user|recipient|address|alici)\\s*:\\s*|[45]\\d\\d[ -](?:[45]\\.\\d{1,3}\\.\\d{1,3} )?)?[<\"']?("
                    + Addresses.ADDRESS + ")[>\"']?(?=\\s*(?::|\\.\\.\\.|$)| +(?:on|invalid|failed|[\\[(]))");
    private static final Pattern HEADED = Pattern.compile("(?m)^<(" + Addresses.ADDRESS + ")>:");
    private static final Pattern NAMED = Pattern.compile(
            "(?im)(?:rcpt to:|\\b(?:to|for|recipients?|user|address|mailbox|account|alici\\w*)\\b|:(?= *[^ \\n]+ *$))"
                    + "(?![^@\\n]{0,40}(?:contact|assist|help|support|destek|yardim))[^@\\n]{0,40}?[<\"'( :]("
                    + Addresses.ADDRESS + ")");
    private static final int MAX_RECIPIENTS = 50;

    /**
     * What the words say.
     *
     * @param delayed whether they say that delivery is still tried
     * @param reports one for each recipient; empty when none is named
     */
    record Finding(boolean delayed, List<DeliveryReport> reports) {}

    private PlainBounce() {}

    /** Reads a mail as a report in words, or returns null when it is none. */
    static @Nullable Finding read(Part mail, ReportText text, Original original) {
        Headers headers = mail.headers();
        String subject = Folded.fold(headers.text("subject"));
        boolean report = mail.mediaType().equals("multipart/report");
        boolean failedHeader = headers.has("x-failed-recipients");
        boolean spoken = SUBJECT.matcher(subject).find();
        String said = Folded.fold(cut(text.said(), 8_000));
        boolean worded = WORDS.matcher(said).find()
                || StatusCodes.hasReplyCode(said)
                || DELAY.matcher(said).find();
        boolean returned = !original.messageIds().isEmpty();
        boolean fits;
        if (report || failedHeader) {
            fits = spoken || worded;
        } else if (isAnswer(headers)) {
            fits = false;
        } else if (isFromDaemon(headers)) {
            fits = spoken || worded;
        } else if (isFromSystem(headers)) {
            // a postmaster may be a person too
            boolean copied = returned || !text.copy().isBlank();
            fits = worded ? spoken || copied : spoken && copied;
        } else {
            fits = spoken && worded && isFromMachine(headers, returned);
        }
        if (!fits) {
            return null;
        }
        boolean delayed = !failedHeaderMeansFailure(failedHeader, subject)
                && (DELAY.matcher(subject).find() || DELAY.matcher(said).find())
                && !GIVEN_UP.matcher(said).find();
        return new Finding(delayed, reports(headers, text, original, delayed ? Action.DELAYED : Action.FAILED));
    }

    /** Exim names the recipients in warnings too. */
    private static boolean failedHeaderMeansFailure(boolean present, String subject) {
        return present && !subject.contains("delay") && !subject.contains("warning");
    }

    /** Whether the subject is that of an answer or of something passed on, as people write them. */
    static boolean isAnswer(Headers headers) {
        return REPLY_SUBJECT.matcher(Folded.fold(headers.text("subject"))).find();
    }

    /** Whether the sender is none, or an address or name that mail systems and those who run them use. */
    static boolean isFromSystem(Headers headers) {
        return isFromDaemon(headers) || OPERATOR.matcher(from(headers)).find();
    }

    /** Whether no person can have sent it. */
    static boolean isFromDaemon(Headers headers) {
        return isNullSender(headers) || DAEMON.matcher(from(headers)).find();
    }

    private static boolean isNullSender(Headers headers) {
        return headers.raw("return-path").equals("<>");
    }

    private static String from(Headers headers) {
        return Folded.fold(headers.text("from"));
    }

    private static boolean isFromMachine(Headers headers, boolean returned) {
        return AutoReply.isDeclared(headers) || (returned && !headers.has("in-reply-to"));
    }

    private static List<DeliveryReport> reports(Headers headers, ReportText text, Original original, Action action) {
        Map<String, Integer> found = recipients(headers, text.said(), original);
        List<String> addresses = List.copyOf(found.keySet());
        List<DeliveryReport> reports = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            int from = found.getOrDefault(address, 0);
            int to = text.said().length();
            for (int position : found.values()) {
                if (position > from && position < to) {
                    to = position;
                }
            }
            EnhancedStatusCode status = StatusCodes.find(text.said().substring(from, to));
            if (status == null) {
                status = StatusCodes.find(text.said());
            }
            reports.add(new DeliveryReport(action, status, address, StatusCodes.isAddressDead(action, status)));
        }
        return reports;
    }

    /** The recipients with where in the text each is spoken of: from the plainest sign to the weakest. */
    private static Map<String, Integer> recipients(Headers headers, String said, Original original) {
        Map<String, Integer> found = new LinkedHashMap<>();
        List<String> ours = new ArrayList<>(Addresses.in(headers.text("to"), 10));
        ours.addAll(Addresses.in(headers.text("from"), 10));
        for (String value : headers.all("x-failed-recipients")) {
            for (String address : Addresses.in(value, MAX_RECIPIENTS)) {
                found.putIfAbsent(address, Math.max(0, said.indexOf(address)));
            }
        }
        if (found.isEmpty()) {
            collect(HEADED, said, List.of(), found, MAX_RECIPIENTS);
        }
        if (found.isEmpty()) {
            collect(OWN_LINE, said, ours, found, MAX_RECIPIENTS);
        }
        if (found.isEmpty()) {
            collect(NAMED, said, ours, found, 1);
        }
        if (found.isEmpty()) {
            original.recipients().forEach(address -> found.putIfAbsent(address, 0));
        }
        return found;
    }

    private static void collect(Pattern pattern, String said, List<String> ours, Map<String, Integer> found, int most) {
        Matcher m = pattern.matcher(said);
        while (found.size() < most && m.find()) {
            if (!contains(ours, m.group(1))) {
                found.putIfAbsent(m.group(1), m.start());
            }
        }
    }

    private static boolean contains(List<String> addresses, String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return addresses.stream().anyMatch(a -> a.toLowerCase(Locale.ROOT).equals(lower));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
