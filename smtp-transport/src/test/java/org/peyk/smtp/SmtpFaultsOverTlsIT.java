package org.peyk.smtp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The faults of the plain line, over an encrypted one: command by command, in groups, and in chunks. */
@Timeout(400)
class SmtpFaultsOverTlsIT {
    private static final String[] GROUPS = {"PIPELINING", "SIZE 50000000", "8BITMIME", "ENHANCEDSTATUSCODES"};
    private static final String[] CHUNKS = {"PIPELINING", "CHUNKING", "SIZE 50000000", "8BITMIME", "ENHANCEDSTATUSCODES"
    };

    @TempDir
    private static Path dir;

    private static TestKeys keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestKeys.valid(dir);
    }

    private static ScriptedSmtpServer startTls(String... offers) throws IOException {
        ScriptedSmtpServer server = ScriptedSmtpServer.startTls(keys.server());
        server.extensions(offers);
        return server;
    }

    private static ScriptedSmtpServer implicitTls(String... offers) throws IOException {
        ScriptedSmtpServer server = ScriptedSmtpServer.implicitTls(keys.server());
        server.extensions(offers);
        return server;
    }

    private static SmtpTransportBuilder over(Security security, SmtpTransportBuilder usual) {
        return usual.host("localhost").security(security).trust(keys.certificate());
    }

    /** A handshake takes longer than the answers that the test is impatient about. */
    private static SmtpTransportBuilder patient(SmtpTransportBuilder usual) {
        return usual.timeouts(t -> t.withGreeting(Duration.ofSeconds(20)));
    }

    /** Without EHLO nothing is offered, encryption least of all. */
    private static void saysNothingWithoutEncryption(ScriptedSmtpServer server, SmtpTransport transport) {
        server.always(Step.EHLO, Act.reply("502 5.5.1 no"));
        assertThatThrownBy(transport::open)
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.code()).isEqualTo("SMTP-STARTTLS"));
        assertThat(server.commands()).noneMatch(c -> c.startsWith("MAIL"));
    }

    @Nested
    class Phases extends SmtpPhaseTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return startTls("SIZE 50000000", "8BITMIME");
        }

        @Override
        SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
            return over(Security.STARTTLS_REQUIRED, usual);
        }

        @Override
        @Test
        void speaksHeloWhenEhloIsNotKnown() {
            saysNothingWithoutEncryption(server, transport);
        }
    }

    @Nested
    class PhasesInGroups extends SmtpPhaseTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return implicitTls(GROUPS);
        }

        @Override
        SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
            return over(Security.IMPLICIT_TLS, usual);
        }
    }

    @Nested
    class PhasesInChunks extends SmtpPhaseTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return startTls(CHUNKS);
        }

        @Override
        SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
            return over(Security.STARTTLS_REQUIRED, usual).extensions(e -> e.withChunkWindow(4));
        }

        /** The whole message leaves at once, so any loss may be after its end; there is no DATA. */
        @Override
        Class<?>[] possible(Step step, String fault) {
            if (step == Step.DATA) {
                return new Class<?>[] {Accepted.class};
            }
            return isNegative(fault)
                    ? new Class<?>[] {fault.equals("5xx") ? Refused.class : Deferred.class}
                    : new Class<?>[] {InDoubt.class, Deferred.class};
        }

        /** It may have left before the loss of the connection was seen. */
        @Override
        Class<?>[] possibleNext() {
            return new Class<?>[] {Accepted.class, InDoubt.class};
        }

        @Override
        @Test
        void speaksHeloWhenEhloIsNotKnown() {
            saysNothingWithoutEncryption(server, transport);
        }

        /** RSET begins each message here, refused or not. */
        @Override
        @Test
        void aRefusalLeavesTheConnectionInUse() throws Exception {
            server.script((step, moment) ->
                    step == Step.RCPT && moment.transaction() % 2 == 0 ? Act.reply("550 5.1.1 nobody") : null);
            TestFeed feed = new TestFeed(Mails.deliveries(1, 6));
            try (TransportSession session = transport.open()) {
                session.run(feed);
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.taken()).hasSize(3);
        }
    }

    @Nested
    class GatesInGroups extends SmtpGateTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return startTls(GROUPS);
        }

        @Override
        SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
            return over(Security.STARTTLS_REQUIRED, usual);
        }

        @Override
        boolean seesWhatIsSaidEarly() {
            return false;
        }
    }

    @Nested
    class WiresInGroups extends SmtpWireTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return startTls(GROUPS);
        }

        @Override
        SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
            return over(Security.STARTTLS_REQUIRED, usual);
        }
    }

    @Nested
    class WiresInChunks extends SmtpWireTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return implicitTls(CHUNKS);
        }

        @Override
        SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
            return over(Security.IMPLICIT_TLS, usual).extensions(e -> e.withChunkWindow(4));
        }
    }

    @Nested
    class ChaosInGroups extends SmtpChaosTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return startTls(GROUPS);
        }

        @Override
        SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
            return patient(over(Security.STARTTLS_REQUIRED, usual));
        }
    }

    @Nested
    class ChaosInChunks extends SmtpChaosTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return implicitTls(CHUNKS);
        }

        @Override
        SmtpExtensions extensions() {
            return SmtpExtensions.DEFAULT.withChunkWindow(4);
        }

        @Override
        int window() {
            return 4;
        }

        @Override
        SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
            return patient(over(Security.IMPLICIT_TLS, usual));
        }
    }
}
