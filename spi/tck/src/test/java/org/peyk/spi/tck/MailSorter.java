package org.peyk.spi.tck;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Sha256;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.transport.EnhancedStatusCode;

/** Tells mails apart by their headers, as far as the contract's own mails need it. */
final class MailSorter {
    private static final Pattern ID = Pattern.compile("<[^<>@\\s]+@[^<>\\s]+>");

    private final MailboxDefect defect;

    MailSorter(MailboxDefect defect) {
        this.defect = defect;
    }

    private boolean is(MailboxDefect other) {
        return defect == other;
    }

    /** The mail as it is given; null for one that is passed over. */
    @Nullable
    IncomingMail sort(int place, byte[] bytes) throws MailboxException {
        MailText mail = MailText.of(bytes);
        String type = first(mail, "Content-Type").toLowerCase(Locale.ROOT);
        String body = new String(mail.body(), StandardCharsets.UTF_8);
        IncomingKind kind = kind(mail, type, body);
        if (kind == IncomingKind.UNREADABLE && is(MailboxDefect.THROWS_AT_DAMAGE)) {
            throw new MailboxException("MEMORY-MAIL", LocalizedText.of("Posta bozuk.", "The mail is damaged."), null);
        }
        if (kind == IncomingKind.UNREADABLE && is(MailboxDefect.PASSES_OVER_DAMAGE)) {
            return null;
        }
        boolean machine = kind != IncomingKind.HUMAN_REPLY && kind != IncomingKind.AUTO_REPLY;
        String from = first(mail, "From");
        String key = is(MailboxDefect.KEY_NAMES_THE_SENDER) ? from + " " + place : "" + place;
        List<String> to = is(MailboxDefect.FORGETS_THE_RECIPIENT) ? List.of() : mail.values("To");
        List<DeliveryReport> reports = kind == IncomingKind.UNREADABLE ? List.of() : reports(type, body);
        return new IncomingMail(
                new MailKey(key),
                fingerprint(key, bytes),
                Instant.EPOCH,
                kind,
                references(mail, type, body),
                to,
                (machine && !is(MailboxDefect.NAMES_THE_DAEMON)) || from.isEmpty() ? null : from,
                reports);
    }

    private String fingerprint(String key, byte[] bytes) {
        return switch (defect) {
            case FINGERPRINT_IS_THE_KEY -> Sha256.hex(key.getBytes(StandardCharsets.UTF_8));
            case ONE_FINGERPRINT_FOR_ALL -> Sha256.hex(new byte[0]);
            default -> Sha256.hex(bytes);
        };
    }

    private IncomingKind kind(MailText mail, String type, String body) {
        if (is(MailboxDefect.ALL_ARE_PEOPLE)) {
            return IncomingKind.HUMAN_REPLY;
        }
        if (type.contains("feedback-report")) {
            return IncomingKind.FEEDBACK_REPORT;
        }
        if (type.contains("delivery-status") && !is(MailboxDefect.BOUNCES_ARE_AUTOMATIC_ANSWERS)) {
            return switch (line(body, "Action")) {
                case "failed" -> IncomingKind.BOUNCE;
                case "delayed" -> IncomingKind.DELAY_NOTICE;
                case "delivered" -> IncomingKind.DELIVERY_NOTICE;
                default -> IncomingKind.UNREADABLE;
            };
        }
        if (first(mail, "From").isEmpty()) {
            return IncomingKind.UNREADABLE;
        }
        boolean automatic = !first(mail, "Auto-Submitted").isEmpty();
        return automatic ? IncomingKind.AUTO_REPLY : IncomingKind.HUMAN_REPLY;
    }

    private List<String> references(MailText mail, String type, String body) {
        List<String> ids = new ArrayList<>();
        if (type.contains("multipart/report")) {
            find(ids, line(body, "Message-ID"));
            return ids;
        }
        find(ids, first(mail, "References"));
        Collections.reverse(ids);
        List<String> nearest = new ArrayList<>();
        find(nearest, first(mail, "In-Reply-To"));
        nearest.addAll(ids);
        List<String> all = new ArrayList<>(nearest.stream().distinct().toList());
        if (is(MailboxDefect.FARTHEST_REFERENCE_FIRST)) {
            Collections.reverse(all);
        }
        return all;
    }

    private List<DeliveryReport> reports(String type, String body) {
        if (!type.contains("delivery-status") || line(body, "Action").isEmpty() || is(MailboxDefect.REPORTS_NOTHING)) {
            return List.of();
        }
        String status = line(body, "Status");
        boolean dead = status.equals("5.1.1") || (is(MailboxDefect.FULL_IS_DEAD) && status.startsWith("5."));
        return List.of(new DeliveryReport(
                DeliveryReport.Action.valueOf(line(body, "Action").toUpperCase(Locale.ROOT)),
                EnhancedStatusCode.parse(status).orElse(null),
                line(body, "Final-Recipient").replaceFirst("^rfc822; ", ""),
                dead));
    }

    private static void find(List<String> ids, String text) {
        Matcher m = ID.matcher(text);
        while (m.find()) {
            ids.add(m.group());
        }
    }

    private static String first(MailText mail, String name) {
        return mail.values(name).stream().findFirst().orElse("");
    }

    private static String line(String body, String name) {
        Matcher m =
                Pattern.compile("^" + name + ": ([^\r\n]*)", Pattern.MULTILINE).matcher(body);
        return m.find() ? m.group(1) : "";
    }
}
