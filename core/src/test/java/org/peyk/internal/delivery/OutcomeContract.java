package org.peyk.internal.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.LedgerRow;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.SendingConfig;
import org.peyk.internal.lifecycle.Command;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.SendingWindow;
import org.peyk.spi.transport.FailureScope;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What the other side's answers do to rows and to the request. */
abstract class OutcomeContract extends EngineContract {

    private static SendingConfig.Builder exact() {
        return Node.quick().backoffJitter(0);
    }

    private static RequestForm resending(String group) {
        return form(group).toBuilder().inDoubt(InDoubtPolicy.RESEND).build();
    }

    @Test
    void aDeferredRecipientIsTriedAgainAfterTheWaitsAndFailsAtTheDeadline() {
        source.with("all", people(2));
        AtomicInteger tries = new AtomicInteger();
        transport.answering(d -> {
            boolean zero = d.envelope().recipient().startsWith("P0");
            return zero || tries.incrementAndGet() < 3 ? Answer.defer(FailureScope.RECIPIENT, null) : Answer.accept();
        });
        Node node = node(exact().recipientBackoff(List.of(Duration.ofMinutes(5), Duration.ofMinutes(15)))
                .retryDeadline(Duration.ofMinutes(30)));
        RequestId id = node.scheduled("R-1", form("all"));
        Await.until("both are deferred", () -> node.count(id, DeliveryState.DEFERRED) == 2);
        LedgerRow row = node.rows(id, DeliveryState.DEFERRED).get(0);
        assertThat(row.notBefore()).isEqualTo(Samples.NOON.plus(Duration.ofMinutes(5)));
        assertThat(row.attempts()).isEqualTo(1);
        assertThat(row.reason()).isEqualTo(DeliveryReason.RECIPIENT);
        assertThat(row.replyCode()).isEqualTo(450);
        assertThat(row.replyStatus()).isEqualTo("4.2.0");

        clock.set(Samples.NOON.plus(Duration.ofMinutes(5)));
        awaitMoving("both are tried again", () -> attempts(node, id) == 4);
        clock.set(Samples.NOON.plus(Duration.ofMinutes(20)));
        // the next wait would end after the deadline
        awaitState(node, id, RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.SENT))
                .extracting(LedgerRow::attempts)
                .containsExactly(3);
        assertThat(node.rows(id, DeliveryState.FAILED))
                .extracting(LedgerRow::reason)
                .containsExactly(DeliveryReason.DEADLINE);
    }

    private static int attempts(Node node, RequestId id) {
        return node.rows(id, DeliveryState.DEFERRED).stream()
                .mapToInt(LedgerRow::attempts)
                .sum();
    }

    @Test
    void aRefusedRecipientFailsAlone() {
        source.with("all", people(40));
        transport.answeringEarly(
                d -> d.envelope().recipient().contains("7") ? Answer.refuse(FailureScope.RECIPIENT) : Answer.accept());
        Node node = node(exact());
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.SENT);
        assertThat(node.count(id, DeliveryState.FAILED)).isEqualTo(4);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(36);
        assertThat(node.commands.load(id).state()).isEqualTo(RequestState.SENT);
    }

    @Test
    void aServerThatIsAwayCostsNoAttempt() {
        source.with("all", people(30));
        transport.refusingToOpen(FailureScope.SESSION);
        Node node = node(exact().batchSize(10));
        RequestId id = node.scheduled("R-1", form("all"));
        Await.until("it is expanded", () -> node.counts(id).planned() == 30);
        awaitMoving("it was tried some times", () -> transport.sessionsRefused() > 10);
        AtomicInteger broken = new AtomicInteger();
        transport.answering(d -> broken.incrementAndGet() % 4 == 0
                ? Answer.defer(FailureScope.SESSION, null).thenBreak()
                : Answer.accept());
        transport.refusingToOpen(null);
        awaitMoving("it is sent", () -> node.state(id) == RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.SENT)).hasSize(30).allMatch(r -> r.attempts() == 1);
        assertThat(transport.accepted()).hasSize(30);
    }

    @Test
    void aServerThatAsksToSlowDownIsGivenTheTimeItAskedFor() {
        source.with("all", people(10));
        AtomicInteger n = new AtomicInteger();
        transport.answering(d ->
                n.incrementAndGet() == 3 ? Answer.defer(FailureScope.RATE, Duration.ofMinutes(7)) : Answer.accept());
        Node node = node(exact());
        RequestId id = node.scheduled("R-1", form("all"));
        Await.until(
                "it is asked to slow down",
                () -> node.rows(id, DeliveryState.PENDING).stream()
                                .filter(r -> r.reason() == DeliveryReason.RATE)
                                .count()
                        == 1);
        clock.set(Samples.NOON.plus(Duration.ofMinutes(7)).minusMillis(1));
        Await.until("the batch waits", () -> node.count(id, DeliveryState.PENDING) == 8);
        assertThat(transport.accepted()).hasSize(2);
        clock.set(Samples.NOON.plus(Duration.ofMinutes(7)));
        awaitState(node, id, RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.SENT)).hasSize(10).allMatch(r -> r.attempts() == 1);
    }

    @Test
    void aRefusedAccountPausesTheRequestAndFailsNobody() {
        source.with("all", people(300));
        AtomicInteger n = new AtomicInteger();
        transport.answering(d -> n.incrementAndGet() > 20 ? Answer.refuse(FailureScope.ACCOUNT) : Answer.accept());
        Node node = node(exact().batchSize(50));
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.PAUSED);
        assertThat(node.commands.load(id).remark()).isEqualTo("ACCOUNT");
        Await.until("the sessions have ended", () -> node.count(id, DeliveryState.PENDING) == 280);
        assertThat(node.count(id, DeliveryState.FAILED)).isZero();
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(20);
        assertThat(n.get()).as("at most one more refusal per connection").isLessThanOrEqualTo(20 + node.connections());

        transport.answering(d -> Answer.accept());
        node.resume(id);
        awaitState(node, id, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(300);
    }

    @Test
    void aSessionThatHearsOfTheSameTroubleLateDoesNotPauseWhatWasResumed() {
        source.with("all", people(60));
        CountDownLatch bothHandedOver = new CountDownLatch(2);
        CountDownLatch resumed = new CountDownLatch(1);
        AtomicInteger n = new AtomicInteger();
        transport.answering(d -> {
            int mine = n.incrementAndGet();
            if (mine > 2) {
                return Answer.accept();
            }
            bothHandedOver.countDown();
            Await.latch(bothHandedOver, "two sessions have handed over a message");
            if (mine == 2) {
                Await.latch(resumed, "the request is resumed");
            }
            return Answer.refuse(FailureScope.ACCOUNT);
        });
        Node node = node(exact().batchSize(30).connections(2));
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.PAUSED);
        node.resume(id);
        resumed.countDown();
        awaitState(node, id, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(60);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(60);
    }

    @Test
    void anAccountThatCannotLogInPausesTheRequest() {
        source.with("all", people(3));
        transport.refusingToOpen(FailureScope.ACCOUNT);
        Node node = node(exact());
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.PAUSED);
        assertThat(node.commands.load(id).remark()).isEqualTo("ACCOUNT");
        assertThat(node.count(id, DeliveryState.PENDING)).isEqualTo(3);
    }

    @Test
    void contentThatIsRefusedAtTheStartPausesTheRequest() {
        source.with("all", people(300));
        transport.answering(d -> Answer.refuse(FailureScope.CONTENT));
        Node node = node(exact().batchSize(50));
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.PAUSED);
        assertThat(node.commands.load(id).remark()).isEqualTo("CONTENT");
        Await.until("the sessions have ended", () -> node.counts(id).open() == node.count(id, DeliveryState.PENDING));
        assertThat(node.count(id, DeliveryState.FAILED)).isBetween(3L, 3L + node.connections());
    }

    @Test
    void aFewRefusalsOfContentAmongManyDoNotPause() {
        source.with("all", people(200));
        AtomicInteger n = new AtomicInteger();
        transport.answering(d -> n.incrementAndGet() % 15 == 0 ? Answer.refuse(FailureScope.CONTENT) : Answer.accept());
        Node node = node(exact());
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.FAILED)).hasSize(13).allMatch(r -> r.reason() == DeliveryReason.CONTENT);
    }

    @Test
    void heldMessagesInDoubtStayAndTheRequestIsDone() {
        source.with("all", people(30));
        transport.answering(d -> d.envelope().recipient().contains("7") ? Answer.inDoubt(true) : Answer.accept());
        Node node = node(exact());
        RequestId id = node.scheduled("R-1", form("all"));
        awaitMoving("it is done", () -> node.state(id) == RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.IN_DOUBT))
                .hasSize(3)
                .allMatch(r -> r.reason() == DeliveryReason.NO_REPLY && r.doubted() == 1);
        assertThat(transport.accepted()).hasSize(30);
    }

    @Test
    void messagesInDoubtAreSentAgainAfterTheHoldWithTheSameMessageId() {
        source.with("all", people(5));
        Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        transport.answering(d -> {
            int n = tries.computeIfAbsent(d.envelope().recipient(), k -> new AtomicInteger())
                    .incrementAndGet();
            return d.envelope().recipient().startsWith("P3") && n == 1 ? Answer.inDoubt(true) : Answer.accept();
        });
        Node node = node(exact());
        RequestId id = node.scheduled("R-1", resending("all"));
        Await.until("one is in doubt", () -> node.count(id, DeliveryState.IN_DOUBT) == 1);
        LedgerRow row = node.rows(id, DeliveryState.IN_DOUBT).get(0);
        awaitMoving("the others are sent", () -> node.count(id, DeliveryState.SENT) == 4);
        clock.set(Samples.NOON.plus(Duration.ofMinutes(29)));
        assertThat(node.state(id)).isEqualTo(RequestState.SENDING);
        clock.set(Samples.NOON.plus(Duration.ofMinutes(31)));
        awaitState(node, id, RequestState.SENT);
        assertThat(transport.times(row.messageId())).isEqualTo(2);
        assertThat(transport.accepted()).hasSize(6);
        assertThat(node.rows(id, DeliveryState.SENT)).anyMatch(r -> r.id().equals(row.id()) && r.doubted() == 1);
    }

    @Test
    void aMessageThatIsInDoubtAgainAndAgainIsSetAside() {
        source.with("all", people(5));
        transport.answering(d -> d.envelope().recipient().startsWith("P3") ? Answer.inDoubt(false) : Answer.accept());
        Node node = node(exact().inDoubtHold(Duration.ZERO));
        RequestId id = node.scheduled("R-1", resending("all"));
        awaitMoving("it is done", () -> node.state(id) == RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.IN_DOUBT)).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(DeliveryReason.POISON);
            assertThat(r.doubted()).isEqualTo(3);
        });
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(4);
    }

    @Test
    void aTransportThatThrowsLeavesItsMessageInDoubtAndNothingElse() {
        source.with("all", people(20));
        AtomicInteger n = new AtomicInteger();
        transport.answering(d -> n.incrementAndGet() == 4 ? Answer.crash(true) : Answer.accept());
        Node node = node(exact());
        RequestId id = node.scheduled("R-1", form("all"));
        awaitMoving("it is sent", () -> node.state(id) == RequestState.SENT);
        assertThat(node.count(id, DeliveryState.IN_DOUBT)).isEqualTo(1);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(19);
        assertThat(transport.accepted()).hasSize(20);
    }

    @Test
    void afterTheLastMomentNothingMoreLeaves() {
        source.with("all", people(10));
        AtomicInteger n = new AtomicInteger();
        transport.answering(d -> {
            if (n.incrementAndGet() == 4) {
                clock.set(Samples.NOON.plusSeconds(3600));
            }
            return d.envelope().recipient().startsWith("P1")
                    ? Answer.defer(FailureScope.RECIPIENT, null)
                    : Answer.accept();
        });
        RequestForm form = form("all").toBuilder()
                .window(new SendingWindow(null, Samples.NOON.plusSeconds(3600)))
                .build();
        Node node = node(exact());
        RequestId id = node.scheduled("R-1", form);
        awaitState(node, id, RequestState.SENT);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(3);
        assertThat(node.rows(id, DeliveryState.CANCELLED))
                .hasSize(7)
                .allMatch(r -> r.reason() == DeliveryReason.TOO_LATE);
        assertThat(node.counts(id).balanced()).isTrue();
    }

    @Test
    void aRequestWhoseLastMomentPassedBeforeItsTimeExpires() {
        source.with("all", people(1));
        RequestForm form = form("all").toBuilder()
                .window(new SendingWindow(null, Samples.NOON.plusSeconds(60)))
                .build();
        Node node = keep(new Node(store, clock, exact().build(), source, List.of(transport)));
        RequestId id = node.approved("R-1", form);
        node.commands.execute(id, Samples.REQUESTER, r -> new Command.Schedule(Samples.NOON.plusSeconds(30)));
        clock.set(Samples.NOON.plusSeconds(61));
        node.started();
        awaitState(node, id, RequestState.EXPIRED);
        assertThat(transport.accepted()).isEmpty();
    }
}
