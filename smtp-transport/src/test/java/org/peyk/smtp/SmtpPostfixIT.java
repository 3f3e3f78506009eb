package org.peyk.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.smtp.testserver.DkimVerifier;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.PasswordServer;
import org.peyk.smtp.testserver.Postfix;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against Postfix itself: every way in, and what lies in the mailbox is what the preview showed. */
@Timeout(240)
class SmtpPostfixIT {
    private static final String USER = "duyuru-hesabi";
    private static final String PASSWORD = "gizli-parola-93";
    private static final String OWN_FIELDS = "(?:Return-Path|X-Original-To|Delivered-To|Received|DKIM-Signature)";

    @TempDir
    private static Path dir;

    private static TestKeys keys;
    private static Postfix postfix;
    private static PasswordServer passwords;
    private static int numbers = 1;

    @BeforeAll
    static void start() throws Exception {
        String missing = Postfix.missing();
        if (!missing.isEmpty()) {
            System.out.println("SKIPPED: " + SmtpPostfixIT.class.getSimpleName() + ": " + missing);
        }
        Assumptions.assumeTrue(missing.isEmpty(), missing);
        // Postfix' processes come through here
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
        keys = TestKeys.valid(dir);
        passwords = new PasswordServer(USER, PASSWORD);
        postfix = Postfix.start(keys.certificate(), keys.key(), passwords.port());
    }

    @AfterAll
    static void stop() throws Exception {
        if (postfix != null) {
            postfix.close();
            passwords.close();
        }
    }

    private static SmtpTransportBuilder to(Security security) {
        SmtpTransportBuilder builder =
                SmtpTransport.builder().host("localhost").security(security).trust(keys.certificate());
        return switch (security) {
            case PLAIN ->
                SmtpTransport.builder().host("127.0.0.1").security(security).port(postfix.plain());
            case STARTTLS_REQUIRED -> builder.port(postfix.startTls()).password(USER, PASSWORD);
            case IMPLICIT_TLS -> builder.port(postfix.implicitTls()).password(USER, PASSWORD);
        };
    }

    private static OutboundMessage rich() throws IOException {
        byte[] picture = new byte[70_000];
        new Random(11).nextBytes(picture);
        Attachment logo = Attachment.of("logo.png", "image/png", ByteSource.of(picture));
        return Mails.message(
                new LanguageVersion(
                        Mails.TR,
                        "Mezuniyet töreni: çağrı ve davet – İĞÜŞÖÇ ığüşöç",
                        "<p>Sayın <b>öğrencimiz</b> <img src=\"cid:logo@peyk\"></p>\n.\n<p>.</p>\nFrom here",
                        "Sayın öğrencimiz\n.\n..\n.son\nFrom here\n\n",
                        null),
                new Attachment(logo.fileName(), logo.mediaType(), logo.sha256(), logo.bytes(), "logo@peyk"),
                Attachment.of("yönerge ğüş.pdf", "application/pdf", ByteSource.of(new byte[3_000])));
    }

    private static List<Delivery> deliveries(OutboundMessage message, int count) {
        List<Delivery> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Mails.delivery(numbers++, message));
        }
        return all;
    }

    private static void send(SmtpTransport transport, List<Delivery> deliveries) throws Exception {
        TestFeed feed = new TestFeed(deliveries).window(4);
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcomes()).hasSize(deliveries.size());
        assertThat(feed.outcomes().values()).allMatch(Accepted.class::isInstance);
    }

    /** The mail of each recipient, when all are there. */
    private static Map<String, String> received(List<Delivery> deliveries) throws Exception {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90); ; ) {
            Map<String, String> found = new HashMap<>();
            for (byte[] mail : postfix.received()) {
                String text = new String(mail, StandardCharsets.ISO_8859_1);
                String to = text.substring(text.indexOf("\nDelivered-To: ") + 15);
                found.put(to.substring(0, to.indexOf('\n')), text);
            }
            if (deliveries.stream().allMatch(d -> found.containsKey(d.envelope().recipient()))) {
                return found;
            }
            assertThat(System.nanoTime()).as(postfix.log()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** The receiver's own fields, and behind them exactly what the preview shows. */
    private static void isAsPreviewed(SmtpTransport transport, Delivery delivery, String mail) throws Exception {
        String previewed = new String(
                        Mails.bytes(transport.render(delivery.message(), delivery.envelope())),
                        StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n");
        assertThat(mail).endsWith(previewed);
        assertThat(mail.substring(0, mail.length() - previewed.length()))
                .matches("(?:" + OWN_FIELDS + ":.*\n(?:[ \t].*\n)*)+");
        assertThat(mail).contains("Return-Path: <donus+1@universite.example>");
    }

    @ParameterizedTest(name = "{0}, window {1}")
    @CsvSource({
        "PLAIN, 0",
        "STARTTLS_REQUIRED, 0",
        "IMPLICIT_TLS, 0",
        "PLAIN, 4",
        "STARTTLS_REQUIRED, 4",
        "IMPLICIT_TLS, 4"
    })
    void whatArrivesIsWhatWasPreviewed(Security security, int window) throws Exception {
        List<Delivery> deliveries = deliveries(rich(), 6);
        deliveries.addAll(deliveries(Mails.simple(), 6));
        try (SmtpTransport transport =
                to(security).extensions(e -> e.withChunkWindow(window)).build()) {
            send(transport, deliveries);
            Map<String, String> mails = received(deliveries);
            for (Delivery d : deliveries) {
                isAsPreviewed(transport, d, mails.get(d.envelope().recipient()));
            }
        }
    }

    @Test
    void aWrongPasswordOpensNothing() {
        try (SmtpTransport transport =
                to(Security.STARTTLS_REQUIRED).password(USER, "yanlis").build()) {
            assertThatThrownBy(transport::open)
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.code()).isEqualTo("SMTP-AUTH"));
        }
    }

    @Test
    void somebodyUnknownIsRefusedAndTheOthersAreNot() throws Exception {
        List<Delivery> deliveries = deliveries(Mails.simple(), 2);
        Delivery unknown = new Delivery(new DeliveryId(numbers++), Mails.envelope(Postfix.NOBODY), Mails.simple());
        List<Delivery> all = List.of(deliveries.get(0), unknown, deliveries.get(1));
        TestFeed feed = new TestFeed(all);
        try (SmtpTransport transport = to(Security.PLAIN).build();
                TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcome((int) deliveries.get(0).id().value())).isInstanceOf(Accepted.class);
        assertThat(feed.outcome((int) unknown.id().value())).isInstanceOf(Refused.class);
        assertThat(feed.outcome((int) deliveries.get(1).id().value())).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048, 0", "RSA, 2048, 4", "Ed25519, 0, 0"})
    void signaturesHoldBehindTheServer(String algorithm, int bits, int window) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (bits > 0) {
            generator.initialize(bits);
        }
        KeyPair pair = generator.generateKeyPair();
        List<Delivery> deliveries = deliveries(rich(), 2);
        try (SmtpTransport transport = to(Security.STARTTLS_REQUIRED)
                .extensions(e -> e.withChunkWindow(window))
                .dkim(new DkimKey("universite.example", "peyk", pair.getPrivate()))
                .dns(null)
                .build()) {
            send(transport, deliveries);
            Map<String, String> mails = received(deliveries);
            for (Delivery d : deliveries) {
                String mail = mails.get(d.envelope().recipient());
                isAsPreviewed(transport, d, mail);
                byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
                assertThat(new DkimVerifier(Map.of("peyk._domainkey.universite.example", pair.getPublic()))
                                .verify(bytes))
                        .containsExactly("pass");
                verifiedOutside(bytes, pair);
            }
        }
    }

    /** By dkimpy, which is no work of ours, where it is installed. */
    private static void verifiedOutside(byte[] mail, KeyPair pair) throws Exception {
        String python = System.getProperty("peyk.dkimpy.python", "python3");
        byte[] encoded = pair.getPublic().getEncoded();
        boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
        // RFC 8463 section 4: the bare key, which is the end of its encoding
        byte[] key = rsa ? encoded : Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        String published = "v=DKIM1; k=" + (rsa ? "rsa" : "ed25519") + "; p="
                + Base64.getEncoder().encodeToString(key);
        Path script = Files.writeString(dir.resolve("verify.py"), """
                import sys
                try:
                    import dkim
                    if sys.argv[1].find('ed25519') >= 0:
                        import nacl
                except ImportError:
                    print('missing')
                    sys.exit(0)
                print('pass' if dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda n, timeout=5: sys.argv[1].encode()) else 'fail')
                """);
        Process process;
        try {
            process = new ProcessBuilder(python, script.toString(), published)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            System.out.println("NOT VERIFIED OUTSIDE: python3 is not installed");
            return;
        }
        try (var in = process.getOutputStream()) {
            in.write(mail);
        } catch (IOException e) {
            // it has ended already, and says why
            process.waitFor();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (said.equals("missing")) {
            System.out.println("NOT VERIFIED OUTSIDE: dkimpy (and pynacl) are not installed for python3");
        } else {
            assertThat(said).isEqualTo("pass");
        }
    }
}
