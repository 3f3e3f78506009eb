package org.peyk.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Nothing a server does takes longer or costs more than it may. */
@Timeout(240)
class SmtpBoundsTest {
    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.plain();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SmtpTransport transport(Duration patience) {
        return transport(t -> new SmtpTimeouts(
                patience, patience, patience, patience, patience, patience, patience, Duration.ofMillis(600)));
    }

    private SmtpTransport transport(UnaryOperator<SmtpTimeouts> timeouts) {
        return SmtpTransport.builder()
                .host("127.0.0.1")
                .port(server.port())
                .security(Security.PLAIN)
                .timeouts(timeouts)
                .build();
    }

    static Stream<Act> endlessReplies() {
        String line = "250-" + "x".repeat(60) + "\r\n";
        return Stream.of(
                Act.say("250 " + "x".repeat(1_000_000) + "\r\n", Act.Then.GO_ON),
                Act.say(line.repeat(100_000) + "250 end\r\n", Act.Then.GO_ON),
                Act.say("\0".repeat(100_000), Act.Then.GO_ON),
                Act.say("\u00e7\u00fc\r\n", Act.Then.GO_ON));
    }

    @ParameterizedTest
    @MethodSource("endlessReplies")
    void anEndlessReplyIsNoReply(Act act) throws Exception {
        try (SmtpTransport transport = transport(Duration.ofMinutes(2))) {
            for (Step step : new Step[] {Step.RCPT, Step.END}) {
                server.always(step, act);
                TestFeed feed = TestFeed.of(Mails.delivery(1));
                assertThatThrownBy(() -> run(transport, feed)).isInstanceOf(TransportException.class);
                assertThat(feed.outcome(1)).isInstanceOf(step == Step.END ? InDoubt.class : Deferred.class);
                assertThat(feed.outcome(1).reply().text()).hasSizeLessThan(500);
            }
            server.always(Step.GREETING, act);
            assertThatThrownBy(transport::open).isInstanceOf(TransportException.class);
            if (act.bytes().length > 1000) {
                server.always(Step.EHLO, act);
                assertThatThrownBy(transport::open).isInstanceOf(TransportException.class);
            }
        }
    }

    @Test
    void aReplyThatDripsIsBoundedAsAWhole() throws Exception {
        // more than three minutes, byte by byte
        Act drip = Act.reply("250 2.0.0 " + "slow ".repeat(800)).dripping(Duration.ofMillis(50));
        for (Step step : new Step[] {Step.GREETING, Step.EHLO, Step.MAIL, Step.RCPT, Step.DATA, Step.END}) {
            server.always(step, drip.notTaking());
            TestFeed feed = TestFeed.of(Mails.delivery(1));
            try (SmtpTransport transport = transport(t -> shortAt(step, t))) {
                long start = System.nanoTime();
                Throwable thrown = catchThrowable(() -> run(transport, feed));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(90));
                assertThat(thrown).isInstanceOf(TransportException.class);
            }
            if (step.compareTo(Step.MAIL) >= 0) {
                assertThat(feed.outcome(1)).isInstanceOf(step == Step.END ? InDoubt.class : Deferred.class);
            }
        }
    }

    /** A short time for the answer that drips, and the usual ones for those before it, which a busy machine may delay. */
    private static SmtpTimeouts shortAt(Step step, SmtpTimeouts usual) {
        Duration little = Duration.ofMillis(800);
        switch (step) {
            case GREETING:
            case EHLO:
                return usual.withGreeting(little);
            case DATA:
                return usual.withData(little);
            case END:
                return usual.withEnd(little);
            default:
                return usual.withCommand(little);
        }
    }

    @Test
    void closingWakesAWriteThatTheServerDoesNotTake() throws Exception {
        server.always(Step.BODY, Act.stall());
        try (SmtpTransport transport = SmtpTransport.builder()
                .host("127.0.0.1")
                .port(server.port())
                .security(Security.PLAIN)
                .maxMessageBytes(60_000_000)
                .timeouts(t -> t.withWrite(Duration.ofMillis(1)))
                .build()) {
            // more than the buffers between could hold; one second is granted for each 4 kB, so the stop comes by
            // closing
            TestFeed feed = TestFeed.of(
                    Mails.delivery(1, Mails.text("x".repeat(75).concat("\n").repeat(400_000))));
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            TransportSession session = transport.open();
            Thread thread = new Thread(() -> end.complete(catchThrowable(() -> session.run(feed))));
            thread.start();
            Await.until(() -> server.commands().contains("DATA"));
            session.close();
            assertThat(end.get(90, TimeUnit.SECONDS)).isInstanceOf(TransportException.class);
            assertThat(feed.outcome(1)).isInstanceOfSatisfying(Deferred.class, d -> {
                assertThat(d.scope()).isEqualTo(FailureScope.SESSION);
                assertThat(d.reply().phase()).isEqualTo(Phase.CONTENT);
            });
        }
    }

    @Test
    void anInterruptBeforeTheEndIsAnsweredAtOnce() throws Exception {
        server.always(Step.RCPT, Act.stall());
        interrupted(Deferred.class, Duration.ofMillis(600));
    }

    @Test
    void anInterruptAfterTheEndWaitsALittleForTheAnswer() throws Exception {
        server.always(Step.END, Act.stall().taking());
        interrupted(InDoubt.class, Duration.ofMillis(600));
    }

    @Test
    void anAnswerThatComesWithinTheGraceCounts() throws Exception {
        server.always(Step.END, Act.reply("250 ok").dripping(Duration.ofMillis(30)));
        interrupted(Accepted.class, Duration.ofMinutes(2));
    }

    private void interrupted(Class<? extends DeliveryOutcome> outcome, Duration grace) throws Exception {
        try (SmtpTransport transport = transport(t -> t.withStop(grace))) {
            TestFeed feed = TestFeed.of(Mails.delivery(1), Mails.delivery(2));
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread thread = new Thread(() -> end.complete(catchThrowable(() -> run(transport, feed))));
            thread.start();
            Await.until(() -> server.commands().stream().anyMatch(c -> c.startsWith("RCPT")));
            if (outcome != Deferred.class) {
                Await.until(() -> server.taken().size() == 1);
            }
            thread.interrupt();
            assertThat(end.get(90, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(feed.outcome(1)).isInstanceOf(outcome);
            assertThat(feed.left()).hasSize(1);
        }
    }

    @Test
    void closingTheTransportWakesWhoIsInsideAndWhoWaits() throws Exception {
        server.always(Step.END, Act.stall().taking());
        SmtpTransport transport = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain&connections=1")
                .timeouts(t -> t.withStop(Duration.ofMillis(500)))
                .build();
        TestFeed feed = TestFeed.of(Mails.delivery(1));
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        CompletableFuture<Throwable> waiting = new CompletableFuture<>();
        new Thread(() -> end.complete(catchThrowable(() -> run(transport, feed)))).start();
        Await.until(() -> server.taken().size() == 1);
        new Thread(() -> waiting.complete(catchThrowable(transport::open))).start();
        long start = System.nanoTime();
        transport.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(90));
        assertThat(end.get(90, TimeUnit.SECONDS)).isInstanceOf(TransportException.class);
        assertThat(waiting.get(90, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.code()).isEqualTo("SMTP-CLOSED"));
        assertThat(feed.outcome(1)).isInstanceOf(InDoubt.class);
        assertThatThrownBy(transport::open).isInstanceOf(TransportException.class);
        transport.close();
    }

    @Test
    void closingWhileAConnectionIsBeingOpenedEndsThat() throws Exception {
        server.always(Step.GREETING, Act.stall());
        SmtpTransport transport = transport(Duration.ofMinutes(5));
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        new Thread(() -> end.complete(catchThrowable(transport::open))).start();
        Await.until(() -> server.openConnections() == 1);
        transport.close();
        assertThat(end.get(90, TimeUnit.SECONDS)).isInstanceOf(TransportException.class);
    }

    private static void run(SmtpTransport transport, TestFeed feed) throws TransportException, InterruptedException {
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
    }
}
