package org.peyk.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.PreflightProblem;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Connections are kept, renewed and limited. */
@Timeout(240)
class SmtpPoolTest {
    private ScriptedSmtpServer server;
    private SmtpTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.plain();
        transport = with(p -> p);
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    private SmtpTransport with(UnaryOperator<SmtpPool> pool) {
        return SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                .pool(pool)
                .build();
    }

    private TestFeed send(int from, int count) throws Exception {
        TestFeed feed = new TestFeed(Mails.deliveries(from, count));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcomes().values()).hasSize(count).allMatch(Accepted.class::isInstance);
        return feed;
    }

    @Test
    void aClosedSessionLeavesItsConnectionToTheNext() throws Exception {
        send(1, 3);
        send(4, 3);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.taken()).hasSize(6);
        transport.close();
        Await.until(() -> server.commands().contains("QUIT"));
        Await.until(() -> server.openConnections() == 0);
    }

    @Test
    void aConnectionIsRenewedAfterItsMessages() throws Exception {
        transport.close();
        transport = with(p -> p.withMessagesPerConnection(2));
        send(1, 5);
        assertThat(server.connections()).isEqualTo(3);
        assertThat(server.commands().stream().filter("QUIT"::equals)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aConnectionIsRenewedWhenItIsOld() throws Exception {
        transport.close();
        transport = with(p -> p.withMaxAge(Duration.ofMillis(1)));
        TestFeed feed = new TestFeed(Mails.deliveries(1, 3)).gate(d -> {
            Await.time(Duration.ofMillis(5));
            return GateAnswer.PROCEED;
        });
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(server.connections()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void anIdleConnectionIsTriedBeforeItIsUsed() throws Exception {
        transport.close();
        transport = with(p -> p.withCheckAfter(Duration.ofMillis(1)));
        send(1, 1);
        Await.time(Duration.ofMillis(5));
        server.script((step, moment) -> step == Step.RSET && moment.connection() == 1 ? Act.close() : null);
        send(2, 1);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.commands()).contains("RSET");
    }

    @Test
    void aServerThatClosesBetweenTwoMessagesCostsNothing() throws Exception {
        server.script((step, moment) -> {
            // Exchange and others end a connection after some messages
            return step == Step.MAIL && moment.transaction() == 3
                    ? Act.replyAndClose("421 4.4.2 too many messages on this connection")
                    : null;
        });
        send(1, 8);
        assertThat(server.connections()).isEqualTo(4);
        assertThat(server.taken()).hasSize(8);
    }

    @Test
    void aServerThatNeverTakesAMessageIsNotTriedForEver() throws Exception {
        server.always(Step.MAIL, Act.replyAndClose("421 4.3.2 closing"));
        TestFeed feed = new TestFeed(Mails.deliveries(1, 2));
        try (TransportSession session = transport.open()) {
            assertThatThrownBy(() -> session.run(feed)).isInstanceOf(TransportException.class);
        }
        assertThat(server.connections()).isEqualTo(1);
        assertThat(feed.left()).hasSize(1);
    }

    @Test
    void unusedConnectionsAreClosed() throws Exception {
        transport.close();
        transport = with(p -> p.withMaxIdle(Duration.ofMillis(50)));
        send(1, 1);
        Await.until(() -> server.openConnections() == 0);
        assertThat(server.commands()).contains("QUIT");
        send(2, 1);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void noMoreConnectionsThanAllowedAreOpen() throws Exception {
        transport.close();
        transport = with(
                p -> p.withConnections(2).withPatience(Duration.ofMillis(50)).withSlowStart(Duration.ZERO));
        List<TransportSession> sessions = new ArrayList<>(List.of(transport.open(), transport.open()));
        assertThatThrownBy(transport::open).isInstanceOfSatisfying(TransportException.class, e -> {
            assertThat(e.code()).isEqualTo("SMTP-BUSY");
            assertThat(e.scope()).isEqualTo(FailureScope.SESSION);
            assertThat(e.text().tr()).isNotBlank();
        });
        sessions.remove(0).close();
        sessions.add(transport.open());
        sessions.forEach(TransportSession::close);
        assertThat(server.busiest()).isEqualTo(2);
        assertThat(transport.capabilities().maxSessions()).isEqualTo(2);
    }

    @Test
    void aFailedOpeningGivesItsPlaceBack() throws Exception {
        transport.close();
        transport = with(p -> p.withConnections(1).withPatience(Duration.ofMillis(50)));
        server.always(Step.GREETING, Act.close());
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(transport::open)
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.code()).isEqualTo("SMTP-GREETING"));
        }
        server.script((step, moment) -> null);
        send(1, 1);
    }

    @Test
    void theServersSizeLimitIsKept() throws Exception {
        server.extensions("SIZE 2000");
        TestFeed feed = TestFeed.of(Mails.delivery(1), Mails.delivery(2, Mails.text("uzun ".repeat(500))));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(2))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.scope()).isEqualTo(FailureScope.CONTENT));
        assertThat(transport.capabilities().maxMessageBytes()).isEqualTo(2000);
        assertThat(transport.check()).extracting(PreflightProblem::code).containsExactly("SMTP-PLAIN", "SMTP-SIZE");
        assertThat(server.commands()).anyMatch(c -> c.matches("MAIL FROM:<donus\\+1@universite.example> SIZE=\\d+"));
    }

    @Test
    void checkTellsWhatIsWrongAndSendsNothing() throws Exception {
        assertThat(transport.check()).extracting(PreflightProblem::code).containsExactly("SMTP-PLAIN");
        server.always(Step.GREETING, Act.reply("554 no"));
        transport.close();
        transport = with(p -> p);
        assertThat(transport.check()).anySatisfy(p -> {
            assertThat(p.fatal()).isTrue();
            assertThat(p.code()).isEqualTo("SMTP-GREETING");
        });
        assertThat(server.commands()).noneMatch(c -> c.startsWith("MAIL"));
    }

    @Test
    void aSessionServesOneFeedAfterAnotherAndNoneWhenClosed() throws Exception {
        TransportSession session = transport.open();
        session.run(new TestFeed(Mails.deliveries(1, 2)));
        session.run(new TestFeed(Mails.deliveries(3, 2)));
        session.close();
        session.close();
        TestFeed late = new TestFeed(Mails.deliveries(5, 1));
        assertThatThrownBy(() -> session.run(late)).isInstanceOf(TransportException.class);
        assertThat(late.left()).hasSize(1);
        assertThat(server.taken()).hasSize(4);
    }
}
