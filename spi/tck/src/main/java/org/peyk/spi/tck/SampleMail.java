package org.peyk.spi.tck;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.peyk.spi.mailbox.DeliveryReport.Action;
import org.peyk.spi.mailbox.IncomingKind;

/**
 * A mail that comes back, and what there is to know about it.
 *
 * @param original Message-ID of the mail it refers to
 * @param sender who wrote it; empty where a mailbox need not name anybody
 * @param action what it reports; empty when it reports nothing
 * @param addressDead whether it says that the address does not exist
 */
record SampleMail(
        String name,
        byte[] bytes,
        IncomingKind kind,
        String original,
        Optional<String> sender,
        Optional<Action> action,
        boolean addressDead) {

    /** The person whom reports are about. */
    static final String RECIPIENT = "kayip.ogrenci@ogr.universite.example";

    /** A word of each text, that must not be shown. */
    static final String TEXT = "gizli-yanit-metni-5521";

    private static final String STUDENT = "ayse.ogrenci@ogr.universite.example";
    private static final String DAEMON = "MAILER-DAEMON@posta.universite.example";

    static List<SampleMail> all(String to) {
        return List.of(
                human(to, 1),
                automatic(to, 2),
                bounce(to, 3),
                full(to, 4),
                delayed(to, 5),
                delivered(to, 6),
                complaint(to, 7));
    }

    static SampleMail human(String to, int n) {
        String references =
                "In-Reply-To: " + original(n) + "\nReferences: <ilk@universite.example> " + original(n) + "\n";
        return new SampleMail(
                "a person's answer",
                mail(
                        STUDENT,
                        to,
                        n,
                        "Re: Bahar şenliği",
                        references,
                        "text/plain; charset=utf-8",
                        "Burs " + TEXT + "?\n"),
                IncomingKind.HUMAN_REPLY,
                original(n),
                Optional.of(STUDENT),
                Optional.empty(),
                false);
    }

    static SampleMail automatic(String to, int n) {
        String headers = "In-Reply-To: " + original(n) + "\nAuto-Submitted: auto-replied\nPrecedence: bulk\n";
        return new SampleMail(
                "an out-of-office answer",
                mail(
                        STUDENT,
                        to,
                        n,
                        "Otomatik yanıt",
                        headers,
                        "text/plain; charset=utf-8",
                        "İzindeyim. " + TEXT + "\n"),
                IncomingKind.AUTO_REPLY,
                original(n),
                Optional.of(STUDENT),
                Optional.empty(),
                false);
    }

    static SampleMail bounce(String to, int n) {
        return report("a bounce of a dead address", to, n, "failed", "5.1.1", IncomingKind.BOUNCE, Action.FAILED, true);
    }

    static SampleMail full(String to, int n) {
        return report(
                "a bounce of a full mailbox", to, n, "failed", "5.2.2", IncomingKind.BOUNCE, Action.FAILED, false);
    }

    static SampleMail delayed(String to, int n) {
        return report(
                "a report of a delay", to, n, "delayed", "4.4.1", IncomingKind.DELAY_NOTICE, Action.DELAYED, false);
    }

    static SampleMail delivered(String to, int n) {
        return report(
                "a report of delivery",
                to,
                n,
                "delivered",
                "2.0.0",
                IncomingKind.DELIVERY_NOTICE,
                Action.DELIVERED,
                false);
    }

    private static SampleMail report(
            String name,
            String to,
            int n,
            String action,
            String status,
            IncomingKind kind,
            Action expected,
            boolean dead) {
        String status1 =
                "Reporting-MTA: dns; posta.universite.example\n\nFinal-Recipient: rfc822; " + RECIPIENT + "\nAction: "
                        + action + "\nStatus: " + status + "\nDiagnostic-Code: smtp; 550 " + status + " " + TEXT + "\n";
        return new SampleMail(
                name,
                parts(to, n, "delivery-status", "message/delivery-status", status1),
                kind,
                original(n),
                Optional.empty(),
                Optional.of(expected),
                dead);
    }

    static SampleMail complaint(String to, int n) {
        String report =
                "Feedback-Type: abuse\nUser-Agent: ornek/1.0\nVersion: 1\nOriginal-Rcpt-To: " + RECIPIENT + "\n";
        return new SampleMail(
                "a complaint",
                parts(to, n, "feedback-report", "message/feedback-report", report),
                IncomingKind.FEEDBACK_REPORT,
                original(n),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** A message/rfc822 part holds the header of the original (RFC 3462). */
    private static byte[] parts(String to, int n, String reportType, String partType, String part) {
        String body = "--sinir\nContent-Type: text/plain; charset=utf-8\n\nİleti " + TEXT
                + " ulaşmadı.\n\n--sinir\nContent-Type: "
                + partType + "\n\n" + part + "\n--sinir\nContent-Type: message/rfc822\n\nMessage-ID: " + original(n)
                + "\nFrom: duyuru@universite.example\nTo: " + RECIPIENT
                + "\nDate: Mon, 23 Nov 2026 09:00:00 +0300\nSubject: Duyuru\n\nSayın ilgili\n\n--sinir--\n";
        String type = "multipart/report; report-type=" + reportType + "; boundary=\"sinir\"";
        return mail(DAEMON, to, n, "Undelivered", "Auto-Submitted: auto-replied\n", type, body);
    }

    static String original(int n) {
        return "<peyk-tck-giden-" + n + "@universite.example>";
    }

    private static byte[] mail(
            String from, String to, int n, String subject, String headers, String type, String body) {
        String text = "Return-Path: <" + (from.equals(DAEMON) ? "" : from) + ">\nFrom: " + from + "\nTo: " + to
                + "\nMessage-ID: <peyk-tck-gelen-" + n
                + "@universite.example>\nDate: Mon, 23 Nov 2026 10:00:00 +0300\nSubject: "
                + word(subject) + "\n" + headers
                + "MIME-Version: 1.0\nContent-Type: " + type + "\nContent-Transfer-Encoding: 8bit\n\n" + body;
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String word(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    /** Mails that are hard to understand, or that cannot be. */
    static List<byte[]> damaged(String to) {
        String start = "From: kim@ornek.example\r\nTo: " + to + "\r\n";
        return List.of(
                bytes(start + "\r\n"),
                bytes("bu bir posta degil\r\n\r\n" + TEXT + "\r\n"),
                bytes(
                        start
                                + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"yok\"\r\n\r\n--baska\r\n"),
                bytes(start + "Content-Type: multipart/mixed\r\n\r\nsinirsiz\r\n"),
                bytes(
                        start
                                + "Content-Type: text/plain; charset=olmayan\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%\r\n"),
                bytes(start
                        + "Content-Type: ;;;=\r\nDate: dün\r\nMessage-ID: <<<>\r\nReferences: <a <b> c\r\n\r\nx\r\n"),
                bytes(start + "Subject: " + "x".repeat(100_000) + "\r\n\r\nx\r\n"),
                bytes(start + "X-A: b\r\n".repeat(5_000) + "\r\nx\r\n"),
                bytes(start + nested(60)));
    }

    private static String nested(int depth) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            b.append("Content-Type: multipart/mixed; boundary=\"s")
                    .append(i)
                    .append("\"\r\n\r\n--s")
                    .append(i)
                    .append("\r\n");
        }
        return b.append("Content-Type: text/plain\r\n\r\nderin\r\n").toString();
    }

    static byte[] large(String to) {
        return bytes("From: kim@ornek.example\r\nTo: " + to + "\r\nSubject: uzun\r\n\r\n"
                + "0123456789012345678901234567890123456789\r\n".repeat(75_000));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
