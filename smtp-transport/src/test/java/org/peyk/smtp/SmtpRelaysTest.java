package org.peyk.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.PreflightProblem;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Relays that stand in for one another. */
@Timeout(240)
class SmtpRelaysTest {
    private ScriptedSmtpServer first;
    private ScriptedSmtpServer second;
    private SmtpTransport transport;

    @BeforeEach
    void start() throws IOException {
        first = ScriptedSmtpServer.pipelining();
        second = ScriptedSmtpServer.pipelining();
        transport = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + first.port() + "?starttls=plain")
                .fallback("127.0.0.1", second.port())
                .build();
    }

    @AfterEach
    void stop() {
        transport.close();
        first.close();
        second.close();
    }

    private TestFeed send(int from, int count) throws Exception {
        TestFeed feed = new TestFeed(Mails.deliveries(from, count));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        return feed;
    }

    @Test
    void theSecondIsLeftAloneWhileTheFirstWorks() throws Exception {
        send(1, 3);
        assertThat(first.taken()).hasSize(3);
        assertThat(second.connections()).isZero();
    }

    @Test
    void theSecondStandsInWhereTheFirstIsGone() throws Exception {
        first.close();
        TestFeed feed = send(1, 3);
        assertThat(feed.outcomes().values()).hasSize(3).allMatch(Accepted.class::isInstance);
        assertThat(second.taken()).hasSize(3);
        assertThat(transport.check()).extracting(PreflightProblem::code).containsExactly("SMTP-PLAIN", "SMTP-RELAY");
    }

    @Test
    void theSecondStandsInWhereTheFirstOpensNoSession() throws Exception {
        first.always(Step.GREETING, Act.replyAndClose("421 4.3.2 not now"));
        send(1, 1);
        send(2, 1);
        assertThat(second.taken()).hasSize(2);
        assertThat(first.connections()).as("it rests after it failed").isEqualTo(1);
    }

    /** A relay that opens sessions and ends each is passed over too, and what it may have taken is sent to nobody else. */
    @Test
    void oneThatBreaksInTheMiddleRestsAndWhatItMayHaveTakenStays() throws Exception {
        first.always(Step.END, Act.close().taking());
        TestFeed feed = new TestFeed(Mails.deliveries(1, 3));
        try (TransportSession session = transport.open()) {
            assertThatThrownBy(() -> session.run(feed)).isInstanceOf(TransportException.class);
        }
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcome(1)).isInstanceOf(InDoubt.class);
        assertThat(feed.outcome(2)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(3)).isInstanceOf(Accepted.class);
        List<String> all = new ArrayList<>();
        first.taken().forEach(t -> all.add(t.recipient()));
        second.taken().forEach(t -> all.add(t.recipient()));
        assertThat(all).containsExactlyInAnyOrder(Mails.recipient(1), Mails.recipient(2), Mails.recipient(3));
        assertThat(second.taken()).hasSize(2);
    }

    @Test
    void allAreTriedWhenAllRest() throws Exception {
        first.always(Step.GREETING, Act.replyAndClose("421 4.3.2 not now"));
        second.always(Step.GREETING, Act.replyAndClose("421 4.3.2 not now"));
        assertThatThrownBy(transport::open)
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.code()).isEqualTo("SMTP-GREETING"));
        assertThatThrownBy(transport::open).isInstanceOf(TransportException.class);
        assertThat(first.connections()).isEqualTo(2);
        first.script((step, moment) -> null);
        send(1, 1);
        assertThat(first.taken()).hasSize(1);
    }

    /** Refused credentials are not tried at the next one: the account could be locked everywhere. */
    @Test
    void refusedCredentialsAreNotCarriedOn() throws Exception {
        first.extensions("AUTH PLAIN");
        second.extensions("AUTH PLAIN");
        first.always(Step.AUTH, Act.reply("535 5.7.8 no"));
        try (SmtpTransport known = SmtpTransport.builder()
                .url("smtp://a:p@127.0.0.1:" + first.port() + "?starttls=plain&fallbacks=127.0.0.1:" + second.port())
                .build()) {
            assertThatThrownBy(known::open)
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.code()).isEqualTo("SMTP-AUTH"));
        }
        assertThat(second.connections()).isZero();
    }

    /** Sessions that are open at once go to the relays by their weights; when one of these is gone, the other takes all. */
    @Test
    void thoseWithAWeightShareTheSessions() throws Exception {
        try (SmtpTransport sharing = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + first.port() + "?starttls=plain&weight=3&connections=8&slow-start=0s&relays="
                        + "127.0.0.1:" + second.port() + "*1")
                .build()) {
            List<TransportSession> sessions = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                sessions.add(sharing.open());
            }
            assertThat(first.openConnections()).isEqualTo(6);
            assertThat(second.openConnections()).isEqualTo(2);
            TestFeed feed = new TestFeed(Mails.deliveries(1, 8));
            for (TransportSession session : sessions) {
                session.run(feed);
            }
            sessions.forEach(TransportSession::close);
            first.close();
            TestFeed more = new TestFeed(Mails.deliveries(9, 8));
            Await.until(() -> {
                try (TransportSession session = sharing.open()) {
                    session.run(more);
                } catch (TransportException e) {
                    return false;
                }
                return true;
            });
            assertThat(more.outcomes().values()).hasSize(8).allMatch(Accepted.class::isInstance);
        }
        assertThat(second.taken()).hasSizeGreaterThanOrEqualTo(8);
    }

    /** One session, then more as messages are accepted: a server that has just come up is not overrun. */
    @Test
    void aRelayThatIsNewGetsOneSessionThenMore() throws Exception {
        try (SmtpTransport slow = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + first.port() + "?starttls=plain&connections=3&slow-start=1h&patience=300ms")
                .build()) {
            TransportSession one = slow.open();
            assertThatThrownBy(slow::open)
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.code()).isEqualTo("SMTP-BUSY"));
            assertThat(first.connections()).isEqualTo(1);
            one.run(new TestFeed(Mails.deliveries(1, 2)));
            TransportSession two = slow.open();
            TransportSession three = slow.open();
            assertThat(first.openConnections()).isEqualTo(3);
            for (TransportSession session : List.of(one, two, three)) {
                session.close();
            }
        }
        try (SmtpTransport usual = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + second.port() + "?starttls=plain&connections=3")
                .build()) {
            List<TransportSession> sessions = List.of(usual.open(), usual.open(), usual.open());
            assertThat(second.openConnections())
                    .as("though nothing is sent over any of them")
                    .isEqualTo(3);
            sessions.forEach(TransportSession::close);
        }
    }

    @Test
    void closingWakesWhoWaitsForASlowStart() throws Exception {
        SmtpTransport slow = SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + first.port() + "?starttls=plain&connections=3&slow-start=1h&patience=1h")
                .build();
        TransportSession one = slow.open();
        CompletableFuture<Throwable> waiting = CompletableFuture.supplyAsync(() -> catchThrowable(slow::open));
        assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        slow.close();
        assertThat(waiting.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.code()).isEqualTo("SMTP-CLOSED"));
        one.close();
    }
}
