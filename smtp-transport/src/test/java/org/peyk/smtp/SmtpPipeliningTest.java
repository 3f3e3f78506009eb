package org.peyk.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The same promises where the server offers PIPELINING (RFC 2920) and the envelope leaves as one group, and what only groups can do wrong. */
@Timeout(240)
class SmtpPipeliningTest {
    private ScriptedSmtpServer server;
    private SmtpTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.pipelining();
        transport = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                .build();
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    @Nested
    class Phases extends SmtpPhaseTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return ScriptedSmtpServer.pipelining();
        }
    }

    @Nested
    class Gates extends SmtpGateTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return ScriptedSmtpServer.pipelining();
        }
    }

    @Nested
    class Wires extends SmtpWireTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return ScriptedSmtpServer.pipelining();
        }
    }

    @Nested
    class Chaos extends SmtpChaosTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return ScriptedSmtpServer.pipelining();
        }
    }

    @Nested
    class Contract extends SmtpContractTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return ScriptedSmtpServer.pipelining();
        }
    }

    private TestFeed send(int count) throws Exception {
        TestFeed feed = new TestFeed(Mails.deliveries(1, count));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        return feed;
    }

    /** The server answers nothing before it has seen DATA: only a group gets that far. */
    @Test
    void theEnvelopeIsOneGroup() throws Exception {
        server.script((step, moment) -> {
            if (step == Step.MAIL || step == Step.RCPT) {
                return Act.say("", Act.Then.GO_ON);
            }
            return step == Step.DATA
                    ? Act.say("250 2.1.0 ok\r\n250 2.1.5 ok\r\n354 go ahead\r\n", Act.Then.GO_ON)
                    : null;
        });
        TestFeed feed = send(2);
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(2)).isInstanceOf(Accepted.class);
        assertThat(server.taken()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    /** Without the offer the next command waits for the answer to the one before, so the same server gets no DATA. */
    @Test
    void withoutTheOfferEachCommandWaits() throws Exception {
        server.extensions("SIZE 50000000");
        server.script((step, moment) -> step == Step.MAIL ? Act.say("", Act.Then.GO_ON) : null);
        TestFeed feed = TestFeed.of(Mails.delivery(1));
        try (SmtpTransport impatient = SmtpTransport.builder()
                        .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                        .timeouts(t -> t.withCommand(Duration.ofSeconds(2)))
                        .build();
                TransportSession session = impatient.open()) {
            assertThatThrownBy(() -> session.run(feed)).isInstanceOf(TransportException.class);
        }
        assertThat(feed.outcome(1)).isInstanceOf(Deferred.class);
        assertThat(server.commands()).noneMatch(c -> c.startsWith("RCPT") || c.equals("DATA"));
    }

    @Test
    void aServerThatAsksForTheContentOfARefusedRecipientGetsAnEmptyOne() throws Exception {
        server.careless();
        server.script((step, moment) ->
                step == Step.RCPT && moment.transaction() == 2 ? Act.reply("550 5.1.1 nobody") : null);
        TestFeed feed = send(3);
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(2)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.scope()).isEqualTo(FailureScope.RECIPIENT);
            assertThat(r.reply().phase()).isEqualTo(Phase.RECIPIENT);
        });
        assertThat(feed.outcome(3)).isInstanceOf(Accepted.class);
        assertThat(server.taken()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.violations()).isEmpty();
    }

    /** How the server answers the end of the empty content. */
    enum LoneDot {
        TAKEN(Act.reply("250 2.0.0 ok"), 1),
        REFUSED(Act.reply("554 5.5.1 no valid recipients"), 1),
        CLOSED(Act.close(), 2),
        SILENT_END(Act.reset(), 2),
        GARBAGE(Act.reply("tamam"), 2),
        MORE(Act.reply("354 more"), 2),
        SHUT_DOWN(Act.replyAndClose("421 4.3.2 closing"), 2);

        private final Act act;
        private final int connections;

        LoneDot(Act act, int connections) {
            this.act = act;
            this.connections = connections;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverItSaysToTheEmptyContentTheRefusalStays(LoneDot dot) throws Exception {
        server.careless();
        server.script((step, moment) -> {
            if (moment.transaction() != 1 || moment.connection() != 1) {
                return null;
            }
            return step == Step.RCPT ? Act.reply("550 5.1.1 nobody") : step == Step.END ? dot.act : null;
        });
        TestFeed feed = send(2);
        assertThat(feed.outcome(1)).isInstanceOf(Refused.class);
        assertThat(feed.outcome(2)).isInstanceOf(Accepted.class);
        assertThat(server.taken()).hasSize(1);
        assertThat(server.connections()).isEqualTo(dot.connections);
    }

    /** An empty message would reach somebody when the sender alone was refused. */
    @Test
    void noEmptyContentGoesToARecipientThatWasTaken() throws Exception {
        server.careless();
        server.script((step, moment) -> {
            if (moment.transaction() != 1 || moment.connection() != 1) {
                return null;
            }
            return step == Step.MAIL
                    ? Act.reply("552 5.3.4 too large")
                    : step == Step.RCPT ? Act.reply("250 2.1.5 ok") : null;
        });
        TestFeed feed = send(2);
        assertThat(feed.outcome(1))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reply().phase()).isEqualTo(Phase.SENDER));
        assertThat(feed.outcome(2)).isInstanceOf(Accepted.class);
        assertThat(server.taken().stream().map(ScriptedSmtpServer.Taken::recipient))
                .containsExactly(Mails.recipient(2));
        assertThat(server.connections()).isEqualTo(2);
    }

    /** After a refusal the rest of the group goes wrong in each way; the refusal stays and is not tried again. */
    @Test
    void theRestOfARefusedGroupChangesNothing() throws Exception {
        List<Act> rests = List.of(
                Act.close(),
                Act.reset(),
                Act.stall(),
                Act.reply("tamam"),
                Act.reply("250 ok"),
                Act.replyAndClose("421 bye"));
        for (Step refused : List.of(Step.MAIL, Step.RCPT)) {
            for (Act rest : rests) {
                int before = server.connections();
                List<String> reached = new ArrayList<>();
                server.script((step, moment) -> {
                    if (moment.connection() != before + 1 || moment.transaction() != 1) {
                        return null;
                    }
                    reached.add(step.name());
                    Step after = refused == Step.MAIL ? Step.RCPT : Step.DATA;
                    return step == refused ? Act.reply("552 5.3.4 too large") : step == after ? rest : null;
                });
                int taken = server.taken().size();
                // only silence is to be waited out; the answer before it must come in time
                Duration patience = Duration.ofSeconds(rest.then() == Act.Then.STALL ? 5 : 120);
                try (SmtpTransport fresh = SmtpTransport.builder()
                        .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                        .timeouts(t -> t.withCommand(patience).withData(patience))
                        .build()) {
                    TestFeed feed = new TestFeed(Mails.deliveries(1, 2));
                    try (TransportSession session = fresh.open()) {
                        session.run(feed);
                    }
                    assertThat(feed.outcome(1)).as(refused + ", then " + rest).isInstanceOf(Refused.class);
                    assertThat(feed.outcome(1).reply().code()).isEqualTo(552);
                    assertThat(feed.outcome(2)).as(refused + ", then " + rest).isInstanceOf(Accepted.class);
                }
                assertThat(server.taken()).hasSize(taken + 1);
                assertThat(reached).contains(refused.name());
            }
        }
    }

    /** Answers that come in pieces, all late, or all at once are still answers to one command each. */
    @Test
    void answersInPiecesAreCounted() throws Exception {
        server.script((step, moment) -> {
            if (step == Step.MAIL) {
                return Act.reply("250-2.1.0 first\r\n250-2.1.0 second\r\n250 2.1.0 third")
                        .dripping(Duration.ofMillis(5));
            }
            return step == Step.RCPT && moment.transaction() == 2 ? Act.reply("450 4.2.1 later") : null;
        });
        TestFeed feed = send(3);
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(2)).isInstanceOf(Deferred.class);
        assertThat(feed.outcome(3)).isInstanceOf(Accepted.class);
        assertThat(server.taken()).hasSize(2);
    }

    /** A server that answers out of habit, before the end has come, is out of step; nothing is called accepted on its word. */
    @Test
    void anAnswerAheadOfTheEndIsNoAcceptance() throws Exception {
        server.script((step, moment) -> step == Step.DATA && moment.transaction() == 1 && moment.connection() == 1
                ? Act.say("354 go ahead\r\n250 2.0.0 taken\r\n", Act.Then.GO_ON)
                : null);
        TestFeed feed = TestFeed.of(Mails.delivery(1));
        try (TransportSession session = transport.open()) {
            assertThatThrownBy(() -> session.run(feed)).isInstanceOf(TransportException.class);
        }
        assertThat(feed.outcome(1))
                .isInstanceOfSatisfying(
                        Deferred.class, d -> assertThat(d.scope()).isEqualTo(FailureScope.SESSION));
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void aConnectionThatWasClosedInBetweenIsReplacedWithoutATrace() throws Exception {
        server.script((step, moment) ->
                step == Step.MAIL && moment.transaction() == 2 && moment.connection() == 1 ? Act.close() : null);
        TestFeed feed = send(3);
        assertThat(feed.outcomes().values()).hasSize(3).allMatch(Accepted.class::isInstance);
        assertThat(server.taken()).hasSize(3);
        assertThat(server.connections()).isEqualTo(2);
    }
}
