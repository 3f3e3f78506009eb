package org.peyk.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Sender;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What leaves is what was rendered, goes to one person, and cannot be made to say anything else. */
class SmtpWireTest {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

    private ScriptedSmtpServer server;
    private SmtpTransport transport;

    /** The server that is spoken to. */
    ScriptedSmtpServer server() throws IOException {
        return ScriptedSmtpServer.plain();
    }

    /** How it is spoken to, beside the usual. */
    SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
        return usual;
    }

    @BeforeEach
    void start() throws IOException {
        server = server();
        transport = adjusted(SmtpTransport.builder().url("smtp://127.0.0.1:" + server.port() + "?starttls=plain"))
                .build();
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    private void send(TestFeed feed) throws Exception {
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
    }

    private static OutboundMessage rich() throws IOException {
        LanguageVersion body = new LanguageVersion(
                Mails.TR,
                "Mezuniyet töreni: çağrı ve davet – İĞÜŞÖÇ ığüşöç, uzunca bir konu satırı ki katlansın da görelim",
                "<p>Sayın <b>öğrencimiz</b> <img src=\"cid:logo@peyk\"></p>\n.\n<p>.</p>",
                "Sayın öğrencimiz\n.\n..\n.son",
                null);
        byte[] png = new byte[5_000];
        new Random(7).nextBytes(png);
        Attachment logo = Attachment.of("logo.png", "image/png", ByteSource.of(png));
        return Mails.message(
                body,
                new Attachment(logo.fileName(), logo.mediaType(), logo.sha256(), logo.bytes(), "logo@peyk"),
                Attachment.of("Çağrı metni (2026).pdf", "application/pdf", ByteSource.of(png)));
    }

    @Test
    void theBytesOnTheWireAreTheRenderedOnes() throws Exception {
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(Mails.delivery(1, rich()));
        deliveries.add(Mails.delivery(2, rich()));
        deliveries.add(Mails.delivery(3));
        TestFeed feed = new TestFeed(deliveries);
        send(feed);
        assertThat(feed.outcomes().values()).hasSize(3).allMatch(Accepted.class::isInstance);
        for (int i = 0; i < 3; i++) {
            Delivery d = deliveries.get(i);
            assertThat(server.taken().get(i).bytes())
                    .isEqualTo(Mails.bytes(transport.render(d.message(), d.envelope())));
            assertThat(server.taken().get(i).messageId()).isEqualTo(d.envelope().messageId());
        }
        assertThat(server.violations()).isEmpty();
        assertThat(transport.render(rich(), Mails.envelope("a@b.example")).bodySha256())
                .isEqualTo(
                        transport.render(rich(), Mails.envelope("c@d.example")).bodySha256());
    }

    @Test
    void nobodyElseIsNamedInAnyByteThatLeaves() throws Exception {
        List<Delivery> deliveries = new ArrayList<>();
        for (int n = 1; n <= 30; n++) {
            deliveries.add(Mails.delivery(n, n % 2 == 0 ? rich() : Mails.simple()));
        }
        send(new TestFeed(deliveries));
        assertThat(server.taken()).hasSize(30);
        for (int n = 1; n <= 30; n++) {
            ScriptedSmtpServer.Taken taken = server.taken().get(n - 1);
            Matcher found = ADDRESS.matcher(taken.text());
            List<String> others = new ArrayList<>();
            while (found.find()) {
                if (!List.of(
                                Mails.recipient(n),
                                "duyuru@universite.example",
                                "iletisim@universite.example",
                                "row-" + n + "@universite.example",
                                "logo@peyk")
                        .contains(found.group())) {
                    others.add(found.group());
                }
            }
            assertThat(others).isEmpty();
            assertThat(taken.text().split("\r\n\r\n", 2)[0].lines())
                    .noneMatch(l -> l.toLowerCase(Locale.ROOT).matches("(cc|bcc|resent-.*):.*"));
        }
        assertThat(server.commands().stream().filter(c -> c.startsWith("RCPT"))).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n.\nMAIL FROM:<x@y.example>\n",
                "a\r.\rMAIL FROM:<x@y.example>\r",
                "a\r\n.\r\nMAIL FROM:<x@y.example>\r\n",
                "a\n.\r\nMAIL FROM:<x@y.example>\r\n",
                "a\r\n.\nMAIL FROM:<x@y.example>\n",
                "a\r.\r\nRCPT TO:<x@y.example>\r\n",
                "a\n\r.\n\rDATA\n",
                "a\0\n.\0\nQUIT\n",
                ".\r\n",
                ".",
                "a\n..\n.\n...\n",
                "\u0085.\u0085\u2028.\u2028",
                "\uFEFF.\n"
            })
    void aBodyCannotSmuggleASecondMessage(String text) throws Exception {
        TestFeed feed = TestFeed.of(
                Mails.delivery(1, Mails.text(text)),
                Mails.delivery(
                        2, Mails.message(new LanguageVersion(Mails.TR, "Konu", "<p>" + text + "</p>", text, null))));
        send(feed);
        assertThat(feed.outcomes().values()).allMatch(Accepted.class::isInstance);
        assertThat(server.taken()).hasSize(2);
        assertThat(server.violations()).isEmpty();
        assertThat(server.commands().stream().filter(c -> c.startsWith("MAIL"))).hasSize(2);
        assertThat(server.commands()).noneMatch(c -> c.contains("x@y.example"));
    }

    @Test
    void aDotAtTheEdgeOfEachBufferArrives() throws Exception {
        // attachments are base64 and texts never begin a line with a dot, so header fields must serve
        List<Delivery> deliveries = new ArrayList<>();
        for (int n = 1; n <= 40; n++) {
            Envelope e = Mails.envelope(Mails.recipient(n), "<row-" + n + "@universite.example>");
            String filler = "x".repeat(400 + n * 13);
            deliveries.add(new Delivery(
                    new DeliveryId(n),
                    new Envelope(
                            e.recipient(),
                            e.recipientName(),
                            e.returnPath(),
                            e.messageId(),
                            e.date(),
                            List.of(new Header("X-Filler", filler), new Header(".", "dot"), new Header("..", "dots"))),
                    Mails.simple()));
        }
        send(new TestFeed(deliveries));
        for (int i = 0; i < 40; i++) {
            Delivery d = deliveries.get(i);
            assertThat(server.taken().get(i).bytes())
                    .isEqualTo(Mails.bytes(transport.render(d.message(), d.envelope())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example> NOTIFY=NEVER",
                "a@b.example\r\nRCPT TO:<x@y.example>",
                "a@b.example\u760D\u760ARCPT TO:<x@y.example>",
                "<a@b.example>",
                "@relay.example:a@b.example",
                "a@b.example,c@d.example",
                "grup: a@b.example;",
                "\"a b\"@c.example",
                "\"a\r\nRCPT TO:<x@y.example>\"@c.example",
                "a(yorum)@b.example",
                "a@[127.0.0.1]",
                "a@b.example ORCPT=rfc822;x@y.example",
                "ay\u015Fe@b.example",
                ""
            })
    void whatIsNoAddressNeverReachesTheServer(String address) throws Exception {
        assertThat(transport.accepts(address)).isFalse();
        if (address.contains("\r")) {
            assertThatThrownBy(() -> Mails.envelope(address)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        TestFeed feed = TestFeed.of(
                new Delivery(new DeliveryId(1), Mails.envelope(address), Mails.simple()), Mails.delivery(2));
        send(feed);
        assertThat(feed.outcome(1))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.scope()).isEqualTo(FailureScope.RECIPIENT));
        assertThat(feed.outcome(2)).isInstanceOf(Accepted.class);
        assertThat(server.commands().stream().filter(c -> c.startsWith("RCPT")))
                .containsExactly("RCPT TO:<" + Mails.recipient(2) + ">");
    }

    @Test
    void namesAndHeadersThatCouldForgeAreRefused() throws Exception {
        Envelope good = Mails.envelope(Mails.recipient(1));
        List<Envelope> bad = new ArrayList<>();
        for (String name : List.of("Ay\u202Ee", "\uD800", "x".repeat(3_000))) {
            bad.add(new Envelope(good.recipient(), name, good.returnPath(), good.messageId(), good.date(), List.of()));
        }
        for (String id : List.of("row@x.example", "<a b@x.example>", "<a@x.example> <b@x.example>", "<a>", "")) {
            bad.add(new Envelope(good.recipient(), null, good.returnPath(), id, good.date(), List.of()));
        }
        for (String path : List.of("a@b.example> RET=FULL", "a")) {
            bad.add(new Envelope(good.recipient(), null, path, good.messageId(), good.date(), List.of()));
        }
        for (String field : List.of("Bcc", "cc", "TO", "Resent-To", "From", "Message-ID", "Content-Type", "Received")) {
            bad.add(new Envelope(
                    good.recipient(),
                    null,
                    good.returnPath(),
                    good.messageId(),
                    good.date(),
                    List.of(new Header(field, "x@y.example"))));
        }
        bad.add(new Envelope(
                good.recipient(),
                null,
                good.returnPath(),
                good.messageId(),
                good.date(),
                List.of(new Header("X-A", "\uDC00"))));
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < bad.size(); i++) {
            deliveries.add(new Delivery(new DeliveryId(i), bad.get(i), Mails.simple()));
        }
        TestFeed feed = new TestFeed(deliveries);
        send(feed);
        assertThat(feed.outcomes().values()).hasSize(bad.size()).allMatch(Refused.class::isInstance);
        assertThat(server.taken()).isEmpty();
        assertThat(server.commands()).noneMatch(c -> c.startsWith("MAIL"));
    }

    @Test
    void aSenderThatIsNoAddressStopsTheSending() throws Exception {
        OutboundMessage message = new OutboundMessage(
                "key",
                new Sender("a@b.example> X", "Ad", null),
                LanguageVersion.plain(Mails.TR, "k", "m"),
                List.of(),
                List.of());
        TestFeed feed = TestFeed.of(Mails.delivery(1, message));
        send(feed);
        assertThat(feed.outcome(1))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.scope()).isEqualTo(FailureScope.ACCOUNT));
    }

    @Test
    void anEmptyReturnPathIsTheNullSender() throws Exception {
        Envelope e = Mails.envelope(Mails.recipient(1));
        TestFeed feed = TestFeed.of(new Delivery(
                new DeliveryId(1),
                new Envelope(e.recipient(), e.recipientName(), "", e.messageId(), e.date(), List.of()),
                Mails.simple()));
        send(feed);
        assertThat(server.commands()).anyMatch(c -> c.startsWith("MAIL FROM:<> "));
    }

    @Test
    void anInternationalDomainGoesOutInItsAsciiForm() throws Exception {
        TestFeed feed = TestFeed.of(
                new Delivery(new DeliveryId(1), Mails.envelope("Ali@\u00FCniversite.example"), Mails.simple()));
        send(feed);
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(server.taken().get(0).recipient()).isEqualTo("Ali@xn--niversite-p9a.example");
        assertThat(server.taken().get(0).text()).contains("<Ali@xn--niversite-p9a.example>");
        assertThat(new String(server.taken().get(0).bytes(), StandardCharsets.ISO_8859_1))
                .matches("[\\x09\\x0A\\x0D\\x20-\\x7E]*");
    }
}
