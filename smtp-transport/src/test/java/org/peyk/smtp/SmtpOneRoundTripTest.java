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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The next envelope behind the end of a message: one round trip, and the same exact account wherever it breaks. */
@Timeout(240)
class SmtpOneRoundTripTest {
    private ScriptedSmtpServer server;
    private SmtpTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.pipelining();
        transport = with(Pipelining.MESSAGE);
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    private SmtpTransport with(Pipelining pipelining) {
        return SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                .extensions(e -> e.withPipelining(pipelining))
                .build();
    }

    private TestFeed send(int count) throws Exception {
        TestFeed feed = new TestFeed(Mails.deliveries(1, count));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        return feed;
    }

    /** The server answers the end of a message only when it has seen the next one's DATA. */
    private void answerAllAtOnce() {
        server.script((step, moment) -> {
            boolean second = moment.transaction() == 2;
            if (step == Step.END && moment.transaction() == 1) {
                return Act.say("", Act.Then.GO_ON).taking();
            }
            if (second && (step == Step.MAIL || step == Step.RCPT)) {
                return Act.say("", Act.Then.GO_ON);
            }
            return second && step == Step.DATA
                    ? Act.say("250 2.0.0 taken\r\n250 2.1.0 ok\r\n250 2.1.5 ok\r\n354 go ahead\r\n", Act.Then.GO_ON)
                    : null;
        });
    }

    @Test
    void theNextEnvelopeLeavesBehindTheEnd() throws Exception {
        answerAllAtOnce();
        TestFeed feed = send(3);
        assertThat(feed.outcomes().values()).hasSize(3).allMatch(Accepted.class::isInstance);
        assertThat(server.taken()).hasSize(3);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(transport.capabilities().pipelining()).isTrue();
    }

    /** With less the same server waits for ever, and the message whose end left is in doubt. */
    @ParameterizedTest
    @EnumSource(names = {"OFF", "ENVELOPE"})
    void lessCanBeAskedFor(Pipelining pipelining) throws Exception {
        answerAllAtOnce();
        TestFeed feed = new TestFeed(Mails.deliveries(1, 3));
        try (SmtpTransport less = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                .extensions(e -> e.withPipelining(pipelining))
                .timeouts(t -> t.withEnd(Duration.ofSeconds(2)))
                .build()) {
            assertThat(less.capabilities().pipelining()).isFalse();
            try (TransportSession session = less.open()) {
                assertThatThrownBy(() -> session.run(feed)).isInstanceOf(TransportException.class);
            }
        }
        assertThat(feed.outcome(1)).isInstanceOf(InDoubt.class);
        assertThat(feed.left()).hasSize(2);
    }

    @Test
    void withoutGroupsEachCommandWaitsForTheOneBefore() throws Exception {
        transport.close();
        transport = with(Pipelining.OFF);
        server.script((step, moment) -> step == Step.RCPT ? Act.reply("550 5.1.1 nobody") : null);
        send(2);
        assertThat(server.commands()).doesNotContain("DATA");
    }

    /** Where the answers to the end of the first message and to the second envelope break off, and what must be true then. */
    enum Break {
        NO_ANSWER("", InDoubt.class, Phase.SENDER),
        HALF_AN_ANSWER("250 2.0.0 tak", InDoubt.class, Phase.SENDER),
        HALF_A_REPLY("250-2.0.0 taken\r\n", InDoubt.class, Phase.SENDER),
        NO_REPLY_AT_ALL("tamam\r\n", InDoubt.class, Phase.SENDER),
        DEFERRED("451 4.2.0 later\r\n", Deferred.class, Phase.SENDER),
        REFUSED("554 5.6.0 no\r\n", Refused.class, Phase.SENDER),
        THE_END("250 2.0.0 taken\r\n", Accepted.class, Phase.SENDER),
        HALF_OF_MAIL("250 2.0.0 taken\r\n250 2.1", Accepted.class, Phase.SENDER),
        MAIL("250 2.0.0 taken\r\n250 2.1.0 ok\r\n", Accepted.class, Phase.RECIPIENT),
        RCPT("250 2.0.0 taken\r\n250 2.1.0 ok\r\n250 2.1.5 ok\r\n", Accepted.class, Phase.CONTENT),
        DATA("250 2.0.0 taken\r\n250 2.1.0 ok\r\n250 2.1.5 ok\r\n354 go\r\n", Accepted.class, Phase.CONTENT);

        private final String answers;
        private final Class<? extends DeliveryOutcome> first;
        private final Phase second;

        Break(String answers, Class<? extends DeliveryOutcome> first, Phase second) {
            this.answers = answers;
            this.first = first;
            this.second = second;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereverItBreaksTheAccountIsExact(Break where) throws Exception {
        breaks(where, Act.Then.CLOSE, true);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "HALF_AN_ANSWER", "HALF_A_REPLY"})
    void whetherTheServerTookItOrNot(Break where) throws Exception {
        breaks(where, Act.Then.CLOSE, false);
        breaks(where, Act.Then.RESET, true);
    }

    private void breaks(Break where, Act.Then then, boolean took) throws Exception {
        int connection = server.connections() + 1;
        boolean refused = where == Break.DEFERRED || where == Break.REFUSED;
        int before = server.taken().size();
        server.script((step, moment) -> {
            if (moment.connection() != connection) {
                return null;
            }
            if (step == Step.END && moment.transaction() == 1) {
                Act silent = Act.say("", Act.Then.GO_ON);
                return took && !refused ? silent.taking() : silent.notTaking();
            }
            if (moment.transaction() == 2 && (step == Step.MAIL || step == Step.RCPT)) {
                return Act.say("", Act.Then.GO_ON);
            }
            return moment.transaction() == 2 && step == Step.DATA ? Act.say(where.answers, then) : null;
        });
        List<DeliveryId> gates = new ArrayList<>();
        TestFeed feed = new TestFeed(Mails.deliveries(1, 2)).gate(d -> {
            gates.add(d.id());
            return GateAnswer.PROCEED;
        });
        try (TransportSession session = transport.open()) {
            Throwable end = catchThrowable(() -> session.run(feed));
            // the second message was begun on this connection and ended on none, or it went over another one
            assertThat(end)
                    .satisfiesAnyOf(
                            e -> assertThat(e).isNull(), e -> assertThat(e).isInstanceOf(TransportException.class));
        }
        assertThat(feed.outcome(1)).isInstanceOf(where.first);
        assertThat(feed.outstanding()).isEmpty();
        if (where.first == InDoubt.class) {
            // nothing of the second message but its envelope was there: it is not counted as tried
            assertThat(feed.left()).hasSize(1);
            assertThat(gates).containsExactly(new DeliveryId(1));
            assertThat(server.taken()).hasSize(before + (took ? 1 : 0));
        } else if (where.second == Phase.SENDER) {
            // it had not begun for the server: another connection takes it without a trace
            assertThat(feed.outcome(2)).isInstanceOf(Accepted.class);
            assertThat(server.taken()).hasSize(before + (refused ? 1 : 2));
        } else if (where == Break.DATA) {
            // asked for, the content may have left to its end before the loss could be seen
            assertThat(feed.outcome(2)).isInstanceOfAny(Deferred.class, InDoubt.class);
            assertThat(server.taken()).hasSize(before + 1);
        } else {
            assertThat(feed.outcome(2))
                    .isInstanceOfSatisfying(
                            Deferred.class, d -> assertThat(d.reply().phase()).isEqualTo(where.second));
            assertThat(server.taken()).hasSize(before + 1);
        }
        assertThat(server.violations()).isEmpty();
    }

    /** After the end is answered, the pipelined envelope gets an answer of its own, whatever it is. */
    @ParameterizedTest
    @ValueSource(strings = {"421 4.7.0 too many messages", "421 4.3.2 closing"})
    void aServerThatHasEnoughAfterSomeMessagesIsFollowedToANewConnection(String enough) throws Exception {
        server.script((step, moment) -> step == Step.MAIL && moment.transaction() == 3 && moment.connection() == 1
                ? Act.replyAndClose(enough)
                : null);
        TestFeed feed = send(5);
        assertThat(feed.outcomes().values()).hasSize(5).allMatch(Accepted.class::isInstance);
        assertThat(server.taken()).hasSize(5).doesNotHaveDuplicates();
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void noEnvelopeIsLeftOverWhereAConnectionHasServedItsTime() throws Exception {
        transport.close();
        transport = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                .messagesPerConnection(2)
                .build();
        TestFeed feed = send(7);
        assertThat(feed.outcomes().values()).hasSize(7).allMatch(Accepted.class::isInstance);
        assertThat(server.connections()).isEqualTo(4);
        assertThat(server.commands().stream().filter(c -> c.startsWith("MAIL"))).hasSize(7);
        assertThat(server.commands().stream().filter("QUIT"::equals)).hasSizeGreaterThanOrEqualTo(3);
    }

    /** A refused recipient in the middle of the chain costs nothing but its own place. */
    @Test
    void refusalsInTheChainKeepTheConnection() throws Exception {
        server.careless();
        server.script((step, moment) ->
                step == Step.RCPT && moment.transaction() % 3 == 0 ? Act.reply("550 5.1.1 nobody") : null);
        TestFeed feed = send(9);
        for (int n = 1; n <= 9; n++) {
            assertThat(feed.outcome(n)).isInstanceOf(n % 3 == 0 ? Refused.class : Accepted.class);
        }
        assertThat(server.taken()).hasSize(6);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.violations()).isEmpty();
    }

    /** A delivery that cannot become a message is told while another one is under way, and holds nothing up. */
    @Test
    void whatCannotBeAMessageIsPassedOver() throws Exception {
        TestFeed feed = TestFeed.of(
                Mails.delivery(1), Mails.delivery(2, Mails.text("yarım \uD800 karakter")), Mails.delivery(3));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(2)).isInstanceOf(Refused.class);
        assertThat(feed.outcome(3)).isInstanceOf(Accepted.class);
    }

    /** What is larger than the server takes is not offered behind another one either. */
    @Test
    void whatIsTooLargeIsNotSentAhead() throws Exception {
        server.extensions("PIPELINING", "SIZE 2000");
        TestFeed feed =
                TestFeed.of(Mails.delivery(1), Mails.delivery(2, Mails.text("uzun ".repeat(500))), Mails.delivery(3));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcome(2)).isInstanceOf(Refused.class);
        assertThat(server.commands().stream().filter(c -> c.startsWith("MAIL"))).hasSize(2);
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void anInterruptLeavesOneInDoubtAndTheNextUntouched() throws Exception {
        transport.close();
        transport = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                .timeouts(t -> t.withStop(Duration.ofMillis(300)))
                .build();
        AtomicInteger ends = new AtomicInteger();
        server.script((step, moment) -> {
            if (step == Step.END) {
                ends.incrementAndGet();
                return Act.stall().taking();
            }
            return null;
        });
        TestFeed feed = new TestFeed(Mails.deliveries(1, 3));
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        try (TransportSession session = transport.open()) {
            Thread thread = new Thread(() -> end.complete(catchThrowable(() -> session.run(feed))));
            thread.start();
            Await.until(() -> ends.get() == 1);
            thread.interrupt();
            assertThat(end.get(90, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
        assertThat(feed.outcome(1)).isInstanceOf(InDoubt.class);
        assertThat(feed.left()).hasSize(2);
        assertThat(feed.outstanding()).isEmpty();
    }

    /** An error between two messages must not leave a connection in the pool that waits for a message. */
    @Test
    void aConnectionWithAnEnvelopeOnItIsNotUsedAgain() throws Exception {
        TestFeed feed = new TestFeed(Mails.deliveries(1, 2)) {
            @Override
            public synchronized void report(Delivery delivery, DeliveryOutcome outcome) {
                super.report(delivery, outcome);
                if (delivery.id().value() == 1) {
                    throw new IllegalStateException("the account is full");
                }
            }
        };
        try (TransportSession session = transport.open()) {
            assertThatThrownBy(() -> session.run(feed)).isInstanceOf(IllegalStateException.class);
            session.run(new TestFeed(Mails.deliveries(3, 1)));
        }
        assertThat(server.taken().stream().map(ScriptedSmtpServer.Taken::recipient))
                .containsExactly(Mails.recipient(1), Mails.recipient(3));
        assertThat(server.connections()).isEqualTo(2);
    }
}
