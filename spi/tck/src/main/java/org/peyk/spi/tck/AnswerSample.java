package org.peyk.spi.tck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.peyk.spi.mailbox.SenderAuthentication;

/**
 * A mail that answers one which asked for a decision, or looks as if it did.
 *
 * @param automatic whether it says of itself that no person wrote it
 * @param forwarded whether it was passed on
 */
record AnswerSample(String name, byte[] bytes, boolean automatic, boolean forwarded) {

    static final String WRITER = "dekan@universite.example";
    static final String WRITTEN = "Uygundur, saat 14.00 olsun.";
    static final String QUOTED = "Onayınıza sunulur (soru 4471).";
    static final String ASKED = "<peyk-tck-soru-2@universite.example>";
    static final String EARLIER = "<peyk-tck-soru-1@universite.example>";

    private static final String OTHER = "baskasi@baska.example";
    private static final String FROM = "From: " + WRITER + "\n";
    private static final String SUBJECT = "Subject: Re: Onay bekliyor\n";

    /** A mail whose writer somebody vouches for, or says that he is another. */
    record Vouched(String name, byte[] bytes, SenderAuthentication expected) {}

    static byte[] answer(String to) {
        return mail(to, FROM + "Reply-To: " + OTHER + "\n" + SUBJECT);
    }

    static List<AnswerSample> all(String to) {
        return List.of(
                new AnswerSample("a person's answer", answer(to), false, false),
                new AnswerSample(
                        "an out-of-office answer",
                        mail(to, FROM + SUBJECT + "Auto-Submitted: auto-replied\n"),
                        true,
                        false),
                new AnswerSample(
                        "a mail that was redirected",
                        mail(to, "Resent-From: " + OTHER + "\n" + FROM + SUBJECT),
                        false,
                        true),
                new AnswerSample(
                        "a mail that was passed on", mail(to, FROM + "Subject: Fwd: Onay bekliyor\n"), false, true));
    }

    static List<byte[]> withoutOneWriter(String to) {
        return List.of(
                mail(to, "From: " + WRITER + ", " + OTHER + "\n" + SUBJECT),
                mail(to, "From: " + WRITER + "\nFrom: " + OTHER + "\n" + SUBJECT),
                mail(to, SUBJECT));
    }

    static List<Vouched> vouched(String to, String server) {
        String pass = "; dmarc=pass header.from=universite.example\n";
        String fail = "; dmarc=fail header.from=universite.example\n";
        return List.of(
                vouched(to, "nobody says anything", "", SenderAuthentication.NONE),
                vouched(to, "the own server vouches", results(server) + pass, SenderAuthentication.PASS),
                vouched(to, "the own server says it is another", results(server) + fail, SenderAuthentication.FAIL),
                vouched(to, "another server vouches", results("mx.baska.example") + pass, SenderAuthentication.NONE),
                vouched(
                        to,
                        "another server vouches below the own one's denial",
                        results(server) + fail + results("mx.baska.example") + pass,
                        SenderAuthentication.FAIL),
                vouched(
                        to,
                        "the own server vouches for another domain",
                        results(server) + "; dmarc=pass header.from=baska.example\n",
                        SenderAuthentication.NONE));
    }

    private static String results(String server) {
        return "Authentication-Results: " + server;
    }

    private static Vouched vouched(String to, String name, String field, SenderAuthentication expected) {
        return new Vouched(name, mail(to, field + FROM + SUBJECT), expected);
    }

    private static byte[] mail(String to, String fields) {
        String text = fields + "To: " + to + "\nMessage-ID: <peyk-tck-yanit@universite.example>\n"
                + "Date: Mon, 23 Nov 2026 10:00:00 +0300\nIn-Reply-To: " + ASKED + "\nReferences: " + EARLIER + " "
                + ASKED
                + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + WRITTEN + "\n\n> " + QUOTED + "\n";
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Shows the name alone.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return name;
    }
}
