package org.peyk.smtp.internal.incoming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Sha256;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.mailbox.DeliveryReport.Action;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.transport.EnhancedStatusCode;

/**
 * Sorts mails that came back. A pure function of their bytes; reads them without trust, within bounds, and never fails: what cannot be
 * understood is {@link IncomingKind#UNREADABLE}.
 */
public final class IncomingClassifier {
    private static final int FINGERPRINT_BYTES = 4096;
    private static final int MAX_REFERENCES = 50;
    private static final int MAX_RECIPIENTS = 50;
    private static final List<String> RECIPIENT_FIELDS =
            List.of("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to", "cc");

    private IncomingClassifier() {}

    private record Sorted(IncomingKind kind, List<String> references, List<DeliveryReport> reports) {}

    /**
     * Sorts one mail.
     *
     * @param bytes the mail, or its beginning when it is too long to be looked at as a whole
     * @param key names it
     * @param receivedAt when it came
     * @return what it is
     */
    public static IncomingMail classify(byte[] bytes, MailKey key, Instant receivedAt) {
        try {
            return read(bytes, key, receivedAt);
        } catch (RuntimeException | StackOverflowError e) {
            // no mail may stop the reading of those after it
            return new IncomingMail(
                    key, Sha256.hex(bytes), receivedAt, IncomingKind.UNREADABLE, List.of(), List.of(), null, List.of());
        }
    }

    /** The same without a net. */
    static IncomingMail read(byte[] bytes, MailKey key, Instant receivedAt) {
        Part mail = Part.parse(bytes);
        Sorted sorted = sort(mail);
        boolean person = sorted.kind == IncomingKind.HUMAN_REPLY || sorted.kind == IncomingKind.AUTO_REPLY;
        return new IncomingMail(
                key,
                fingerprint(mail),
                receivedAt,
                sorted.kind,
                sorted.references,
                recipients(mail.headers()),
                person ? Addresses.sender(mail.headers().text("from")) : null,
                sorted.reports);
    }

    private static Sorted sort(Part mail) {
        Headers headers = mail.headers();
        if (!headers.has("from") && !headers.has("date") && !headers.has("subject") && !headers.has("received")) {
            return new Sorted(IncomingKind.UNREADABLE, List.of(), List.of());
        }
        ReportText text = ReportText.of(mail);
        List<Part> own = mail.own();
        for (Part part : own) {
            switch (part.mediaType()) {
                case "message/feedback-report":
                    return new Sorted(IncomingKind.FEEDBACK_REPORT, referencesOf(mail, text), List.of());
                case "message/disposition-notification":
                    return new Sorted(IncomingKind.DELIVERY_NOTICE, disposition(part, mail, text), List.of());
                default:
                    break;
            }
        }
        Original original = Original.of(mail, text);
        List<DeliveryReport> reports = reports(mail, text, original);
        if (!reports.isEmpty()) {
            return new Sorted(kindOf(reports), referencesOf(mail, text), reports);
        }
        PlainBounce.@Nullable Finding plain = PlainBounce.read(mail, text, original);
        if (plain != null) {
            return new Sorted(
                    plain.delayed() ? IncomingKind.DELAY_NOTICE : IncomingKind.BOUNCE,
                    referencesOf(mail, text),
                    plain.reports());
        }
        return new Sorted(
                AutoReply.is(headers) ? IncomingKind.AUTO_REPLY : IncomingKind.HUMAN_REPLY,
                answered(headers),
                List.of());
    }

    /** What the machine-readable part of a report says; empty when there is none, or when a person passed one on. */
    private static List<DeliveryReport> reports(Part mail, ReportText text, Original original) {
        Headers headers = mail.headers();
        boolean report = mail.mediaType().equals("multipart/report");
        if (!report && !PlainBounce.isFromSystem(headers) && PlainBounce.isAnswer(headers)) {
            return List.of();
        }
        List<DeliveryReport> found = new ArrayList<>();
        for (Part part : mail.own()) {
            String type = part.mediaType();
            if (type.equals("message/delivery-status") || type.equals("message/global-delivery-status")) {
                found.addAll(DeliveryStatus.read(part.content()));
            }
        }
        if (found.isEmpty() && (report || PlainBounce.isFromSystem(headers))) {
            // the parts cannot be told apart, but the fields may be there
            found.addAll(DeliveryStatus.read(text.said().getBytes(StandardCharsets.UTF_8)));
        }
        return found.stream().map(r -> completed(r, text, original)).toList();
    }

    /** Fills in from the rest of the mail what the fields leave open. */
    private static DeliveryReport completed(DeliveryReport report, ReportText text, Original original) {
        String recipient = report.finalRecipient();
        if (recipient == null && original.recipients().size() == 1) {
            recipient = original.recipients().get(0);
        }
        EnhancedStatusCode status = report.status();
        if (recipient != null && StatusCodes.isVague(status)) {
            EnhancedStatusCode said = StatusCodes.find(text.about(recipient));
            status = said != null ? said : status;
        }
        return new DeliveryReport(
                report.action(), status, recipient, StatusCodes.isAddressDead(report.action(), status));
    }

    private static IncomingKind kindOf(List<DeliveryReport> reports) {
        if (reports.stream().anyMatch(r -> r.action() == Action.FAILED)) {
            return IncomingKind.BOUNCE;
        }
        return reports.stream().anyMatch(r -> r.action() == Action.DELAYED)
                ? IncomingKind.DELAY_NOTICE
                : IncomingKind.DELIVERY_NOTICE;
    }

    private static List<String> referencesOf(Part mail, ReportText text) {
        List<String> ids = Original.of(mail, text).messageIds();
        return ids.isEmpty() ? answered(mail.headers()) : ids;
    }

    private static List<String> disposition(Part part, Part mail, ReportText text) {
        byte[] content = part.content();
        List<String> ids = Addresses.messageIds(new Headers(content, 0, content.length).raw("original-message-id"), 1);
        return ids.isEmpty() ? referencesOf(mail, text) : ids;
    }

    /** What the mail answers, the nearest first: In-Reply-To, then References from its end (RFC 5322 section 3.6.4). */
    static List<String> answered(Headers headers) {
        Set<String> ids = new LinkedHashSet<>(Addresses.messageIds(headers.raw("in-reply-to"), 5));
        List<String> chain = Addresses.messageIds(headers.raw("references"), 500);
        for (int i = chain.size() - 1; i >= 0 && ids.size() < MAX_REFERENCES; i--) {
            ids.add(chain.get(i));
        }
        return List.copyOf(ids);
    }

    private static List<String> recipients(Headers headers) {
        Set<String> found = new LinkedHashSet<>();
        for (String field : RECIPIENT_FIELDS) {
            for (String value : headers.all(field)) {
                for (String address : Addresses.in(EncodedWords.decode(value), MAX_RECIPIENTS)) {
                    if (found.size() < MAX_RECIPIENTS) {
                        found.add(address);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** The same for each copy of a mail, whatever the way it came. */
    private static String fingerprint(Part mail) {
        MessageDigest digest = Sha256.algorithm();
        for (String field : List.of("message-id", "date", "from", "subject")) {
            digest.update(mail.headers().raw(field).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        digest.update(mail.firstBytes(FINGERPRINT_BYTES));
        return HexFormat.of().formatHex(digest.digest());
    }
}
