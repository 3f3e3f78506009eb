package org.peyk.smtp;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;

/** Addresses beyond ASCII (RFC 6531): only where they are wanted and offered, and nothing that could be taken for something else. */
class SmtpInternationalTest {
    private static final String ADDRESS = "ay\u015Fe.y\u0131lmaz@\u00FCniversite.example";

    private ScriptedSmtpServer server;
    private SmtpTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.pipelining();
        transport = SmtpTransport.ofUrl(
                "smtp://127.0.0.1:" + server.port() + "?starttls=plain&international-addresses=true&reports=failure");
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    private TestFeed send(Delivery... deliveries) throws Exception {
        TestFeed feed = TestFeed.of(deliveries);
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        return feed;
    }

    private static Delivery to(int id, String address) {
        return new Delivery(new DeliveryId(id), Mails.envelope(address), Mails.simple());
    }

    @Test
    void goOutWhereTheServerTakesThem() throws Exception {
        server.extensions("PIPELINING", "SMTPUTF8", "8BITMIME", "DSN");
        TestFeed feed = send(to(1, ADDRESS), Mails.delivery(2));
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(server.commands())
                .anyMatch(c -> c.startsWith("MAIL") && c.contains(" SMTPUTF8"))
                .contains("RCPT TO:<ay\u015Fe.y\u0131lmaz@xn--niversite-p9a.example> NOTIFY=FAILURE");
        assertThat(server.taken().get(0).text()).contains("<ay\u015Fe.y\u0131lmaz@xn--niversite-p9a.example>\r\n");
        assertThat(server.taken().get(0).bytes())
                .isEqualTo(Mails.bytes(transport.render(Mails.simple(), Mails.envelope(ADDRESS))));
        assertThat(server.commands().stream().filter(c -> c.contains("SMTPUTF8")))
                .hasSize(1);
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void areRefusedForGoodWhereItDoesNot() throws Exception {
        TestFeed feed = send(Mails.delivery(1), to(2, ADDRESS), Mails.delivery(3));
        assertThat(feed.outcome(2)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.scope()).isEqualTo(FailureScope.RECIPIENT);
            assertThat(r.reply().text()).contains("SMTPUTF8");
        });
        assertThat(server.taken()).hasSize(2);
        assertThat(server.commands()).noneMatch(c -> c.chars().anyMatch(b -> b > 0x7E));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ay\u015F e@b.example",
                "ays\u0327e@b.example",
                "ay\u202Ese@b.example",
                "ay\u200Bse@b.example",
                "ay\u00ADse@b.example",
                "ay\u2028se@b.example",
                "ay\u0085se@b.example",
                "ay\uD800se@b.example",
                "ay\uFF1Ese@b.example",
                "ay\u015Fe..a@b.example",
                "ay\u015Fe> NOTIFY=NEVER@b.example"
            })
    void holdNothingButWords(String address) {
        assertThat(transport.accepts(address)).isFalse();
    }

    @Test
    void areCountedInOctets() {
        assertThat(transport.accepts("\u015F".repeat(32) + "@b.example")).isTrue();
        assertThat(transport.accepts("\u015F".repeat(33) + "@b.example")).isFalse();
    }

    /** Characters whose low byte is a line end stay the characters they are. */
    @Test
    void cannotBecomeLineEnds() throws Exception {
        server.extensions("PIPELINING", "SMTPUTF8", "8BITMIME");
        send(to(1, "a\u760D\u760Ab@b.example"));
        assertThat(server.commands().stream().filter(c -> c.startsWith("RCPT")))
                .containsExactly("RCPT TO:<a\u760D\u760Ab@b.example>");
    }

    @Test
    void areNotAcceptedUnlessWanted() {
        assertThat(transport.accepts(ADDRESS)).isTrue();
        try (SmtpTransport usual = SmtpTransport.ofUrl("smtp://127.0.0.1:" + server.port() + "?starttls=plain")) {
            assertThat(usual.accepts(ADDRESS)).isFalse();
        }
    }
}
