package org.peyk.internal.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.LedgerRow;
import org.peyk.RequestState;
import org.peyk.internal.store.Store;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** One process ends or freezes, another carries on. */
abstract class TakeOverContract extends EngineContract {

    private static final int CONNECTIONS = 3;

    private final CountDownLatch frozen = new CountDownLatch(CONNECTIONS);
    private final CountDownLatch released = new CountDownLatch(1);

    /** After some messages every connection of the first process freezes with one taken by the other side and not yet answered. */
    private Node freezing(int window) {
        source.with("all", people(100));
        AtomicInteger n = new AtomicInteger();
        transport.answering(d -> {
            if (n.incrementAndGet() > 10 && frozen.getCount() > 0) {
                frozen.countDown();
                Await.latch(released, "the frozen process may go on");
            }
            return Answer.accept();
        });
        return node(Node.quick().connections(CONNECTIONS).batchSize(20).intentWindow(window));
    }

    private Node second() {
        return node(store, Node.quick().connections(CONNECTIONS).batchSize(20), "node-1");
    }

    private static RequestForm form(InDoubtPolicy policy) {
        return form("all").toBuilder().inDoubt(policy).build();
    }

    @Test
    void aFrozenProcessSendsNoMoreAndItsLateAnswersAreEvidence() {
        Node first = freezing(1);
        RequestId id = first.scheduled("R-1", form(InDoubtPolicy.HOLD));
        Await.latch(frozen, "every connection is frozen");
        Node second = second();
        awaitState(second, id, RequestState.SENT);
        assertThat(second.rows(id, DeliveryState.IN_DOUBT))
                .hasSize(CONNECTIONS)
                .allMatch(r -> r.reason() == DeliveryReason.TAKEN_OVER && r.doubted() == 1);
        int accepted = transport.accepted().size();
        assertThat(accepted).isEqualTo(100 - CONNECTIONS);

        released.countDown();
        Await.until("the late answers are stored", () -> second.count(id, DeliveryState.IN_DOUBT) == 0);
        assertThat(second.rows(id, DeliveryState.SENT).stream().filter(r -> r.reason() == DeliveryReason.EVIDENCE))
                .hasSize(CONNECTIONS);
        first.close();
        assertThat(transport.accepted())
                .as("the frozen process asked for each next message and was told to withdraw it")
                .hasSize(100);
        assertThat(transport.accepted().stream()
                        .map(d -> d.envelope().messageId())
                        .distinct())
                .hasSize(100);
    }

    @Test
    void aLateAnswerSparesAMessageThatWaitsToBeSentAgain() {
        Node first = freezing(1);
        RequestId id = first.scheduled("R-1", form(InDoubtPolicy.RESEND));
        Await.latch(frozen, "every connection is frozen");
        Node second = second();
        Await.until("the rest is sent", () -> second.count(id, DeliveryState.SENT) == 100 - CONNECTIONS);
        assertThat(second.count(id, DeliveryState.IN_DOUBT)).isEqualTo(CONNECTIONS);
        released.countDown();
        Await.until("the late answers are stored", () -> second.count(id, DeliveryState.SENT) == 100);
        clock.advance(Duration.ofMinutes(31));
        awaitState(second, id, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(100);
    }

    @Test
    void anEarlierAnswerDoesNotChangeARowThatWasClaimedAgain() {
        Node first = freezing(1);
        RequestId id = first.scheduled("R-1", form(InDoubtPolicy.RESEND));
        Await.latch(frozen, "every connection is frozen");
        Node second = second();
        Await.until("the rest is sent", () -> second.count(id, DeliveryState.SENT) == 100 - CONNECTIONS);
        clock.advance(Duration.ofMinutes(31));
        awaitState(second, id, RequestState.SENT);
        released.countDown();
        first.close();
        assertThat(second.rows(id, DeliveryState.SENT).stream().filter(r -> r.doubted() == 1))
                .as("listed as having been in doubt")
                .hasSize(CONNECTIONS)
                .allMatch(r -> r.reason() == null && transport.times(r.messageId()) == 2);
        assertThat(transport.accepted()).hasSize(100 + CONNECTIONS);
    }

    @Test
    void aProcessThatWasKilledLeavesAtMostOneMessagePerConnectionInDoubt() {
        killedWith(1);
    }

    @Test
    void withAWindowItLeavesAtMostAsManyPerConnection() {
        killedWith(4);
    }

    private void killedWith(int window) {
        Node first = freezing(window);
        RequestId id = first.scheduled("R-1", form(InDoubtPolicy.HOLD));
        Await.latch(frozen, "every connection is frozen");
        Store again = afterCrash();
        assertThat(first.engine.ledgerCommits()).isPositive();
        Node second = node(again, Node.quick().connections(CONNECTIONS).batchSize(20), "node-1");
        awaitState(second, id, RequestState.SENT);
        assertThat(second.count(id, DeliveryState.IN_DOUBT)).isBetween((long) CONNECTIONS, (long) CONNECTIONS * window);
        assertThat(second.count(id, DeliveryState.IN_DOUBT) + second.count(id, DeliveryState.SENT))
                .isEqualTo(100);
        for (LedgerRow r : second.rows(id, DeliveryState.SENT)) {
            assertThat(transport.times(r.messageId())).isEqualTo(1);
        }
        assertThat(second.counts(id).balanced()).isTrue();
        released.countDown();
    }

    @Test
    void aMessageUnderWhichProcessesDieIsSetAside() {
        source.with("all", people(3));
        AtomicInteger deaths = new AtomicInteger();
        AtomicBoolean dying = new AtomicBoolean(true);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch[] reached = {new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1)};
        transport.answering(d -> {
            if (dying.get() && d.envelope().recipient().startsWith("P1")) {
                reached[deaths.getAndIncrement()].countDown();
                Await.latch(never, "the test ends");
            }
            return Answer.accept();
        });
        RequestId id = null;
        Node node = node(Node.quick().inDoubtHold(Duration.ZERO));
        for (int i = 0; i < 3; i++) {
            if (id == null) {
                id = node.scheduled("R-1", form(InDoubtPolicy.RESEND));
            }
            Await.latch(reached[i], "death " + i);
            node = node(afterCrash(), Node.quick().inDoubtHold(Duration.ZERO), "node-1");
        }
        RequestId request = id;
        Node last = node;
        awaitState(last, request, RequestState.SENT);
        assertThat(last.rows(request, DeliveryState.IN_DOUBT)).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(DeliveryReason.POISON);
            assertThat(r.doubted()).isEqualTo(3);
        });
        assertThat(last.count(request, DeliveryState.SENT)).isEqualTo(2);
        never.countDown();
    }

    @Test
    void anotherNodeTakesOverWhatADeadOneHad() {
        Node first = freezing(1);
        RequestId id = first.scheduled("R-1", form(InDoubtPolicy.HOLD));
        Await.latch(frozen, "every connection is frozen");
        Store again = afterCrash();
        // what a node with another name finds where several share a store: picked work whose owner is silent
        again.run(c -> {
            try (var s = c.createStatement()) {
                s.execute("update peyk_batch set picked_by = 'node-0' where picked = true");
            }
        });
        Node second = keep(new Node(
                again,
                clock,
                Node.quick().connections(CONNECTIONS).batchSize(20).build(),
                source,
                java.util.List.of(transport),
                Node.approving(),
                "node-2"));
        second.started();
        awaitMoving("the dead one's work is done", () -> second.state(id) == RequestState.SENT);
        assertThat(second.count(id, DeliveryState.IN_DOUBT)).isEqualTo(CONNECTIONS);
        released.countDown();
    }

    @Test
    void aGracefulStopLeavesNothingInDoubt() {
        source.with("all", people(200));
        AtomicInteger n = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(1);
        transport.answering(d -> {
            if (n.incrementAndGet() == 50) {
                some.countDown();
            }
            return Answer.accept();
        });
        Node first = node(Node.quick()
                .connections(CONNECTIONS)
                .batchSize(20)
                .intentWindow(4)
                .grace(Duration.ofSeconds(30)));
        RequestId id = first.scheduled("R-1", form(InDoubtPolicy.HOLD));
        Await.latch(some, "some are sent");
        first.close();
        assertThat(first.count(id, DeliveryState.IN_FLIGHT)).isZero();
        assertThat(first.count(id, DeliveryState.CLAIMED)).isZero();
        assertThat(first.count(id, DeliveryState.SENT))
                .isEqualTo(transport.accepted().size());
        Node second = second();
        awaitState(second, id, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(200);
        assertThat(second.count(id, DeliveryState.SENT)).isEqualTo(200);
    }
}
