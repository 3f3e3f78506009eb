package org.peyk.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.smtp.testserver.DkimVerifier;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is sent carries signatures that a receiver finds good, and that no change of a covered part survives. */
class SmtpDkimTest {
    private static final String DOMAIN = "universite.example";
    private static KeyPair rsa;
    private static KeyPair ed25519;

    private ScriptedSmtpServer server;

    @BeforeAll
    static void keys() throws Exception {
        rsa = pair("RSA", 2048);
        ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static KeyPair pair(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.pipelining();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SmtpTransportBuilder builder() {
        return SmtpTransport.builder().url("smtp://127.0.0.1:" + server.port() + "?starttls=plain");
    }

    private SmtpTransport both() {
        return builder()
                .dkim(new DkimKey(DOMAIN, "r2026", rsa.getPrivate()))
                .dkim(new DkimKey(DOMAIN, "e2026", ed25519.getPrivate()))
                .build();
    }

    private static DkimVerifier verifier() {
        Map<String, PublicKey> dns = new LinkedHashMap<>();
        dns.put("r2026._domainkey." + DOMAIN, rsa.getPublic());
        dns.put("e2026._domainkey." + DOMAIN, ed25519.getPublic());
        return new DkimVerifier(dns);
    }

    private List<Delivery> deliveries() throws IOException {
        byte[] png = new byte[5_000];
        new Random(7).nextBytes(png);
        LanguageVersion body = new LanguageVersion(
                Mails.TR,
                "Mezuniyet töreni: çağrı ve davet – uzunca bir konu satırı ki katlansın da görelim, sonra bir daha",
                "<p>Sayın   öğrencimiz</p>\n.\n<p>.</p>  \n\n\n",
                "Sayın   öğrencimiz \n.\n..\n \n\n",
                null);
        List<Header> shared = List.of(
                new Header("Auto-Submitted", "auto-generated"),
                new Header("List-Id", "Duyurular <duyuru.universite.example>"),
                new Header("X-Own", "a   b"));
        List<Delivery> all = new ArrayList<>(Mails.deliveries(1, 2));
        for (int n = 3; n <= 4; n++) {
            Envelope e = Mails.envelope(Mails.recipient(n), "<row-" + n + "@universite.example>");
            List<Header> own = List.of(
                    new Header("List-Unsubscribe", "<https://universite.example/cik/" + n + ">"),
                    new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
            all.add(new Delivery(
                    new DeliveryId(n),
                    new Envelope(e.recipient(), e.recipientName(), e.returnPath(), e.messageId(), e.date(), own),
                    Mails.message(body, shared, Attachment.of("Çağrı.pdf", "application/pdf", ByteSource.of(png)))));
        }
        return all;
    }

    private List<byte[]> send(SmtpTransport transport, List<Delivery> deliveries) throws Exception {
        TestFeed feed = new TestFeed(deliveries);
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcomes().values()).hasSize(deliveries.size()).allMatch(Accepted.class::isInstance);
        assertThat(server.violations()).isEmpty();
        return server.taken().stream().map(ScriptedSmtpServer.Taken::bytes).toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String unsigned(byte[] message) {
        return text(message).replaceAll("(?s)\\A(?:DKIM-Signature:.*?\r\n(?![ \t]))+", "");
    }

    @Test
    void everyMessageCarriesBothSignatures() throws Exception {
        try (SmtpTransport transport = both()) {
            for (byte[] message : send(transport, deliveries())) {
                assertThat(verifier().verify(message)).containsExactly("pass", "pass");
            }
        }
    }

    /** A preview with a valid signature would be a letter nobody has approved. */
    @Test
    void whatIsSignedIsWhatWasRenderedAndOnlyWhatIsSentIsSigned() throws Exception {
        List<Delivery> deliveries = deliveries();
        try (SmtpTransport transport = both()) {
            List<byte[]> sent = send(transport, deliveries);
            for (int i = 0; i < sent.size(); i++) {
                Delivery d = deliveries.get(i);
                String rendered = text(Mails.bytes(transport.render(d.message(), d.envelope())));
                assertThat(rendered).doesNotContainIgnoringCase("dkim-signature");
                assertThat(unsigned(sent.get(i))).isEqualTo(rendered);
                assertThat(sent.get(i).length).isGreaterThan(rendered.length());
                assertThat(server.commands())
                        .anyMatch(c -> c.startsWith("MAIL FROM:<" + d.envelope().returnPath() + ">"));
            }
        }
        for (int i = 0; i < 4; i++) {
            String size = " SIZE=" + server.taken().get(i).bytes().length;
            assertThat(server.commands()).anyMatch(c -> c.startsWith("MAIL") && c.endsWith(size));
        }
    }

    @Test
    void noChangeOfACoveredPartSurvives() throws Exception {
        byte[] message;
        try (SmtpTransport transport = both()) {
            message = send(transport, deliveries()).get(3);
        }
        String plain = unsigned(message);
        String signatures = text(message).substring(0, text(message).length() - plain.length());
        for (String field : List.of(
                "Date",
                "Message-ID",
                "To",
                "From",
                "Reply-To",
                "Subject",
                "MIME-Version",
                "Content-Type",
                "List-Id",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "Auto-Submitted")) {
            String changed = ("\r\n" + plain)
                    .replaceFirst("\r\n" + field + ":", "\r\n" + field + ": x")
                    .substring(2);
            assertThat(changed).as(field).isNotEqualTo(plain);
            assertThat(verifier().verify(bytes(signatures + changed)))
                    .as(field)
                    .containsExactly("signature", "signature");
        }
        for (String added : List.of(
                "From: x@y.example",
                "To: x@y.example",
                "Cc: x@y.example",
                "Reply-To: x@y.example",
                "Subject: x",
                "Date: x",
                "Message-ID: <x@y.example>",
                "Content-Type: text/plain",
                "MIME-Version: 1.0")) {
            assertThat(verifier().verify(bytes(signatures + added + "\r\n" + plain)))
                    .as(added)
                    .containsExactly("signature", "signature");
            assertThat(verifier()
                            .verify(bytes(signatures + plain.replaceFirst("\r\n\r\n", "\r\n" + added + "\r\n\r\n"))))
                    .as(added)
                    .containsExactly("signature", "signature");
        }
        assertThat(verifier().verify(bytes(signatures + plain.replace("/cik/4", "/cik/5"))))
                .containsExactly("signature", "signature");
        assertThat(verifier().verify(bytes(signatures + plain.replace("One-Click", "Two-Click"))))
                .containsExactly("signature", "signature");
        assertThat(verifier().verify(bytes(signatures + plain + "x\r\n"))).containsExactly("body", "body");
        // what relays do is harmless
        assertThat(verifier().verify(bytes("Received: from a by b\r\nX-Spam: no\r\n" + signatures + plain + "\r\n")))
                .containsExactly("pass", "pass");
    }

    @Test
    void keysComeFromFilesAndAreNeverShown(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("key.pem");
        for (KeyPair pair : List.of(rsa, ed25519)) {
            String base64 =
                    Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
            Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
            SmtpTransportBuilder settings = builder().dkim("Üniversite.example", "s1.a", file);
            assertThat(settings.config().dkim().get(0).toString())
                    .doesNotContain("RSA")
                    .doesNotContain(base64);
            try (SmtpTransport transport = settings.build()) {
                byte[] message = send(transport, List.of(Mails.delivery(1)))
                        .get(server.taken().size() - 1);
                assertThat(new DkimVerifier(Map.of("s1.a._domainkey.xn--niversite-p9a.example", pair.getPublic()))
                                .verify(message))
                        .containsExactly("pass");
            }
        }
    }

    @Test
    void whatCannotSignIsNamedBeforeAnythingIsSent(@TempDir Path dir) throws Exception {
        Path notAKey = Files.writeString(dir.resolve("key.pem"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n");
        SmtpConfigException e = catchThrowableOfType(
                SmtpConfigException.class,
                () -> builder()
                        .dkim(new DkimKey(DOMAIN, "s", pair("RSA", 1024).getPrivate()))
                        .dkim(new DkimKey(DOMAIN, "s", pair("EC", 256).getPrivate()))
                        .dkim(new DkimKey(DOMAIN, "s; b=x\r\nBcc: x@y.example", rsa.getPrivate()))
                        .dkim(new DkimKey("a b", "s", rsa.getPrivate()))
                        .dkim(DOMAIN, "s", notAKey)
                        .dkim(DOMAIN, "s", dir.resolve("missing.pem"))
                        .build());
        assertThat(e.problems()).extracting(ConfigProblem::code).hasSize(6).containsOnly("SMTP-CFG-DKIM");
    }
}
