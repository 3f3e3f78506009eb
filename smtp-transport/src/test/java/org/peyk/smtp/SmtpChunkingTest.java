package org.peyk.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.tck.RecordingFeed;
import org.peyk.spi.tck.RemoteSide;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Whole messages in flight (RFC 3030), and the account of each wherever it breaks. */
@Timeout(240)
class SmtpChunkingTest {
    private static final int WINDOW = 4;

    private ScriptedSmtpServer server;
    private SmtpTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.chunking();
        transport = SmtpTransport.ofUrl(url(server));
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    private static String url(ScriptedSmtpServer server) {
        return "smtp://127.0.0.1:" + server.port() + "?starttls=plain&chunk-window=" + WINDOW;
    }

    @Nested
    class Contract extends SmtpContractTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return ScriptedSmtpServer.chunking();
        }

        @Override
        SmtpExtensions extensions() {
            return SmtpExtensions.DEFAULT.withChunkWindow(WINDOW);
        }

        /** The end leaves with the envelope, so the gate is asked before the recipient is; the refusal is as exact. */
        @Override
        @Test
        public void reportsARefusedRecipient() throws Exception {
            atTheRecipient(RemoteSide.Behaviour.REFUSE_RECIPIENT, Refused.class);
        }

        /** As for refusals. */
        @Override
        @Test
        public void reportsADeferredRecipient() throws Exception {
            atTheRecipient(RemoteSide.Behaviour.DEFER_RECIPIENT, Deferred.class);
        }

        /** All has left by then, and nobody can know how much of it was carried out. */
        @Override
        @Test
        public void knowsThatADropBeforeTheContentLeftNothing() throws Exception {
            atTheRecipient(RemoteSide.Behaviour.DROP_BEFORE_CONTENT, InDoubt.class);
        }

        private void atTheRecipient(RemoteSide.Behaviour behaviour, Class<?> outcome) throws Exception {
            List<Delivery> deliveries = deliveries(message(), 0, 3);
            remote().behave(behaviour, recipient(1));
            RecordingFeed feed = RecordingFeed.of(deliveries);
            Throwable end;
            try (Transport plugin = transport();
                    TransportSession session = plugin.open()) {
                end = catchThrowable(() -> session.run(feed));
                feed.over();
            }
            assertThat(end == null).isEqualTo(outcome != InDoubt.class);
            assertThat(feed.outcome(deliveries.get(0))).get().isInstanceOf(Accepted.class);
            assertThat(feed.outcome(deliveries.get(1))).get().isInstanceOf(outcome);
            assertThat(feed.violations()).isEmpty();
            assertThat(remote().acceptedMessageIds()).doesNotContain(messageId(1));
        }
    }

    @Nested
    class Chaos extends SmtpChaosTest {
        @Override
        ScriptedSmtpServer server() throws IOException {
            return ScriptedSmtpServer.chunking();
        }

        @Override
        SmtpExtensions extensions() {
            return SmtpExtensions.DEFAULT.withChunkWindow(WINDOW);
        }

        @Override
        int window() {
            return WINDOW;
        }
    }

    private TestFeed run(TestFeed feed) throws Exception {
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        return feed;
    }

    private TestFeed send(int count) throws Exception {
        return run(new TestFeed(Mails.deliveries(1, count)).window(WINDOW));
    }

    /** The server answers nothing before it has seen four messages: only a window gets that far. */
    @Test
    void asManyAsAllowedAreInFlight() throws Exception {
        StringBuilder held = new StringBuilder();
        AtomicInteger ends = new AtomicInteger();
        server.script((step, moment) -> {
            if (step == Step.RSET || step == Step.MAIL || step == Step.RCPT) {
                held.append("250 2.0.0 ok\r\n");
                return Act.say("", Act.Then.GO_ON);
            }
            if (step == Step.END) {
                held.append("250 2.0.0 taken\r\n");
                if (ends.incrementAndGet() % WINDOW != 0) {
                    return Act.say("", Act.Then.GO_ON).taking();
                }
                String all = held.toString();
                held.setLength(0);
                return Act.say(all, Act.Then.GO_ON);
            }
            return null;
        });
        TestFeed feed = send(WINDOW);
        assertThat(feed.outcomes().values()).hasSize(WINDOW).allMatch(Accepted.class::isInstance);
        assertThat(server.taken()).hasSize(WINDOW);
        assertThat(server.violations()).isEmpty();
        assertThat(transport.capabilities().pipelining()).isTrue();
    }

    @Test
    void theBytesAreTheRenderedOnes() throws Exception {
        List<Delivery> deliveries = new ArrayList<>(Mails.deliveries(1, 20));
        deliveries.add(Mails.delivery(21, Mails.text(".\n..\n.nokta\n" + "x".repeat(60_000))));
        run(new TestFeed(deliveries).window(WINDOW));
        for (int i = 0; i < deliveries.size(); i++) {
            Delivery d = deliveries.get(i);
            assertThat(server.taken().get(i).bytes())
                    .isEqualTo(Mails.bytes(transport.render(d.message(), d.envelope())));
            assertThat(server.taken().get(i).recipient()).isEqualTo(d.envelope().recipient());
        }
        assertThat(server.violations()).isEmpty();
        assertThat(server.commands()).doesNotContain("DATA");
    }

    @Test
    void withoutTheOfferItIsData() throws Exception {
        server.extensions("PIPELINING", "SIZE 50000000");
        send(3);
        assertThat(server.taken()).hasSize(3);
        assertThat(server.commands()).noneMatch(c -> c.startsWith("BDAT"));
    }

    @Test
    void aFeedThatAllowsOneGetsOne() throws Exception {
        TestFeed feed = run(new TestFeed(Mails.deliveries(1, 6)));
        assertThat(feed.outcomes().values()).hasSize(6).allMatch(Accepted.class::isInstance);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void refusalsInTheMiddleAreTheirOwn() throws Exception {
        server.script((step, moment) -> {
            int n = moment.transaction() % 5;
            if (step == Step.RCPT && n == 1) {
                return Act.reply("550 5.1.1 nobody");
            }
            if (step == Step.MAIL && n == 2) {
                return Act.reply("552 5.3.4 too large");
            }
            if (step == Step.END && n == 3) {
                return Act.reply("451 4.2.0 later");
            }
            return null;
        });
        TestFeed feed = send(20);
        for (int n = 1; n <= 20; n++) {
            assertThat(feed.outcome(n))
                    .as("message " + n)
                    .isInstanceOf(
                            n % 5 == 1 || n % 5 == 2 ? Refused.class : n % 5 == 3 ? Deferred.class : Accepted.class);
        }
        assertThat(feed.outcome(1).reply().phase()).isEqualTo(Phase.RECIPIENT);
        assertThat(feed.outcome(2).reply().phase()).isEqualTo(Phase.SENDER);
        assertThat(feed.outcome(3).reply().phase()).isEqualTo(Phase.FINAL);
        assertThat(server.taken()).hasSize(8);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.violations()).isEmpty();
    }

    /** Nothing of a withdrawn message leaves, and the connection serves the others. */
    @Test
    void withdrawingCostsNothing() throws Exception {
        TestFeed feed = run(new TestFeed(Mails.deliveries(1, 8))
                .window(WINDOW)
                .gate(d -> d.id().value() % 2 == 0 ? GateAnswer.WITHDRAW : GateAnswer.PROCEED));
        assertThat(feed.withdrawn()).hasSize(4);
        assertThat(server.taken()).hasSize(4);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.commands().stream().filter(c -> c.startsWith("MAIL"))).hasSize(4);
    }

    /** Those whose answer came are settled by it; those whose end left are in doubt; nothing else is. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aBreakLeavesInDoubtWhatWasNotAnswered(int at) throws Exception {
        server.script((step, moment) ->
                step == Step.END && moment.transaction() == at && moment.connection() == 1 ? Act.close() : null);
        TestFeed feed = new TestFeed(Mails.deliveries(1, WINDOW)).window(WINDOW);
        assertThatThrownBy(() -> run(feed))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.scope()).isEqualTo(FailureScope.SESSION));
        for (int n = 1; n <= WINDOW; n++) {
            assertThat(feed.outcome(n)).as("message " + n).isInstanceOf(n < at ? Accepted.class : InDoubt.class);
        }
        assertThat(server.taken()).hasSize(at - 1);
        assertThat(feed.outstanding()).isEmpty();
    }

    /** A server that said it closes carries out nothing behind that. */
    @Test
    void whatComesBehindAShutdownIsNotInDoubt() throws Exception {
        server.script((step, moment) -> step == Step.MAIL && moment.transaction() == 2 && moment.connection() == 1
                ? Act.replyAndClose("421 4.3.2 shutting down")
                : null);
        TestFeed feed = new TestFeed(Mails.deliveries(1, WINDOW)).window(WINDOW);
        assertThatThrownBy(() -> run(feed)).isInstanceOf(TransportException.class);
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        for (int n = 2; n <= WINDOW; n++) {
            assertThat(feed.outcome(n))
                    .as("message " + n)
                    .isInstanceOfSatisfying(
                            Deferred.class, d -> assertThat(d.scope()).isEqualTo(FailureScope.SESSION));
        }
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void anAnswerThatIsNoneLeavesTheRestInDoubt() throws Exception {
        server.script((step, moment) -> step == Step.RCPT && moment.transaction() == 2 && moment.connection() == 1
                ? Act.reply("354 what now")
                : null);
        TestFeed feed = new TestFeed(Mails.deliveries(1, WINDOW)).window(WINDOW);
        assertThatThrownBy(() -> run(feed)).isInstanceOf(TransportException.class);
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(2)).isInstanceOf(InDoubt.class);
        assertThat(feed.outcome(4)).isInstanceOf(InDoubt.class);
    }

    /** What was answered before the gate failed, or is answered soon after, is not lost by the failure. */
    @Test
    void whatIsInFlightIsAnsweredWhenTheGateFails() throws Exception {
        TestFeed feed = new TestFeed(Mails.deliveries(1, WINDOW)).window(WINDOW).gate(d -> {
            if (d.id().value() == 3) {
                throw new IllegalStateException("the store is gone");
            }
            return GateAnswer.PROCEED;
        });
        assertThatThrownBy(() -> run(feed)).isInstanceOf(IllegalStateException.class);
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(2)).isInstanceOf(Accepted.class);
        assertThat(feed.left()).extracting(Delivery::id).containsExactly(new DeliveryId(3), new DeliveryId(4));
        assertThat(feed.outstanding()).isEmpty();
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void anInterruptIsAnsweredWithinTheGrace() throws Exception {
        server.script((step, moment) ->
                step == Step.END && moment.transaction() == 2 ? Act.stall().taking() : null);
        TestFeed feed = new TestFeed(Mails.deliveries(1, 6)).window(WINDOW);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        try (SmtpTransport hasty = SmtpTransport.builder()
                .url(url(server))
                .timeouts(t -> t.withStop(Duration.ofMillis(300)))
                .build()) {
            Thread thread = new Thread(() -> end.complete(catchThrowable(() -> {
                try (TransportSession session = hasty.open()) {
                    session.run(feed);
                }
            })));
            thread.start();
            Await.until(() -> server.taken().size() == 2);
            thread.interrupt();
            assertThat(end.get(90, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(2)).isInstanceOf(InDoubt.class);
        assertThat(feed.outstanding()).isEmpty();
    }

    @Test
    void aConnectionIsReplacedInTimeAndOneThatDiedInBetweenIsNoticed() throws Exception {
        transport.close();
        transport = SmtpTransport.builder()
                .url(url(server))
                .messagesPerConnection(3)
                .build();
        TestFeed feed = send(10);
        assertThat(feed.outcomes().values()).hasSize(10).allMatch(Accepted.class::isInstance);
        assertThat(server.connections()).isEqualTo(4);
        server.script((step, moment) -> step == Step.RSET && moment.connection() == 4 ? Act.close() : null);
        TestFeed more = run(new TestFeed(Mails.deliveries(11, 2)).window(WINDOW));
        assertThat(more.outcomes().values()).hasSize(2).allMatch(Accepted.class::isInstance);
        assertThat(server.taken()).hasSize(12);
    }
}
