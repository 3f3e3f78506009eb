package org.peyk.internal.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.ErrorCode;
import org.peyk.LedgerCounts;
import org.peyk.LedgerRow;
import org.peyk.PeykException;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.SendingConfig;
import org.peyk.Settlement;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pausing, going on, cancelling and deciding while a request is being sent. */
abstract class SteeringContract extends EngineContract {

    private static final int CONNECTIONS = 3;

    private final CountDownLatch full = new CountDownLatch(CONNECTIONS);
    private final CountDownLatch released = new CountDownLatch(1);

    private static SendingConfig.Builder config(int window) {
        return Node.quick().connections(CONNECTIONS).batchSize(20).intentWindow(window);
    }

    /** Every connection stops with its fourth message half sent. */
    private void holdAtTheFourth() {
        AtomicInteger n = new AtomicInteger();
        transport.answering(d -> {
            if (n.incrementAndGet() > 3 * CONNECTIONS && full.getCount() > 0) {
                full.countDown();
                Await.latch(released, "the messages may end");
            }
            return Answer.accept();
        });
    }

    private Node holding(int window) {
        source.with("all", people(100));
        holdAtTheFourth();
        return node(config(window));
    }

    @Test
    void aPauseTakesEffectAtTheNextMessageOfEachConnection() {
        pausesAndGoesOn(1);
    }

    @Test
    void aPauseOnTheSameNodeDoesSoWithAnyWindow() {
        pausesAndGoesOn(8);
    }

    private void pausesAndGoesOn(int window) {
        Node node = holding(window);
        RequestId id = node.scheduled("R-1", form("all"));
        Await.latch(full, "each connection has a message half sent");
        node.pause(id);
        released.countDown();
        Await.until("the sessions have ended", () -> node.counts(id).open() == node.count(id, DeliveryState.PENDING));
        assertThat(transport.accepted()).hasSize(4 * CONNECTIONS);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(4 * CONNECTIONS);
        assertThat(node.counts(id).balanced()).isTrue();
        node.resume(id);
        awaitState(node, id, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(100);
        assertThat(transport.accepted().stream()
                        .map(d -> d.envelope().messageId())
                        .distinct())
                .hasSize(100);
    }

    @Test
    void aPauseOnAnotherNodeTakesEffectAtTheNextMessageOfEachConnection() {
        Node node = holding(1);
        RequestId id = node.scheduled("R-1", form("all"));
        Await.latch(full, "each connection has a message half sent");
        // commands of a process that sends nothing: this node learns of it from the store alone
        RequestCommands elsewhere = new RequestCommands(store, clock, List.of(new DeliveryHook(clock)));
        elsewhere.execute(id, Samples.REQUESTER, r -> new Command.Pause("BY_HAND", "dur"));
        released.countDown();
        Await.until("the sessions have ended", () -> node.counts(id).open() == node.count(id, DeliveryState.PENDING));
        assertThat(transport.accepted()).hasSize(4 * CONNECTIONS);
        elsewhere.execute(id, Samples.REQUESTER, r -> new Command.Resume());
        awaitState(node, id, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(100);
    }

    @Test
    void aCancellationEndsWhatHasNotLeft() {
        Node node = holding(1);
        RequestId id = node.scheduled("R-1", form("all"));
        Await.latch(full, "each connection has a message half sent");
        node.cancel(id);
        LedgerCounts atOnce = node.counts(id);
        assertThat(atOnce.of(DeliveryState.IN_FLIGHT)).isEqualTo(CONNECTIONS);
        assertThat(atOnce.of(DeliveryState.CANCELLED)).isEqualTo(100 - 4 * CONNECTIONS);
        released.countDown();
        Await.until("the last results are stored", () -> node.counts(id).open() == 0);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(4 * CONNECTIONS);
        assertThat(node.rows(id, DeliveryState.CANCELLED))
                .hasSize(100 - 4 * CONNECTIONS)
                .allMatch(r -> r.reason() == DeliveryReason.REQUEST_CANCELLED);
        assertThat(transport.accepted()).hasSize(4 * CONNECTIONS);
        assertThat(node.counts(id).balanced()).isTrue();
    }

    @Test
    void whatCannotBeSentAgainAfterACancellationIsCancelledToo() {
        source.with("all", people(1));
        CountDownLatch reached = new CountDownLatch(1);
        transport.answering(d -> {
            reached.countDown();
            Await.latch(released, "the message may be deferred");
            return Answer.defer(org.peyk.spi.transport.FailureScope.RECIPIENT, null);
        });
        Node node = node(config(1));
        RequestId id = node.scheduled("R-1", form("all"));
        Await.latch(reached, "the message is half sent");
        node.cancel(id);
        released.countDown();
        Await.until("the row is final", () -> node.count(id, DeliveryState.CANCELLED) == 1);
    }

    @Test
    void aRequestThatWaitsForItsTimeIsPausedAndGoesOn() {
        source.with("all", people(3));
        Node node = node(config(1));
        RequestId id = node.approved("R-1", form("all"));
        node.commands.execute(id, Samples.REQUESTER, r -> new Command.Schedule(Samples.NOON.plus(Duration.ofHours(1))));
        node.pause(id);
        clock.set(Samples.NOON.plus(Duration.ofHours(2)));
        node.resume(id);
        awaitState(node, id, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(3);
    }

    @Test
    void aRequestWhoseLastMessageEndsWhileItIsPausedIsDoneWhenItGoesOn() {
        source.with("all", people(1));
        CountDownLatch reached = new CountDownLatch(1);
        transport.answering(d -> {
            reached.countDown();
            Await.latch(released, "the message may end");
            return Answer.accept();
        });
        Node node = node(config(1));
        RequestId id = node.scheduled("R-1", form("all"));
        Await.latch(reached, "the message is half sent");
        node.pause(id);
        released.countDown();
        Await.until("the message is sent", () -> node.count(id, DeliveryState.SENT) == 1);
        assertThat(node.state(id)).isEqualTo(RequestState.PAUSED);
        node.resume(id);
        awaitState(node, id, RequestState.SENT);
    }

    private RequestId withOneInDoubt(Node node, InDoubtPolicy policy) {
        source.with("all", people(5));
        AtomicInteger n = new AtomicInteger();
        transport.answering(d -> d.envelope().recipient().startsWith("P2") && n.incrementAndGet() == 1
                ? Answer.inDoubt(false)
                : Answer.accept());
        RequestForm form = form("all").toBuilder().inDoubt(policy).build();
        RequestId id = node.scheduled("R-1", form);
        awaitMoving(
                "all but one are sent",
                () -> node.count(id, DeliveryState.SENT) == 4 && node.count(id, DeliveryState.IN_DOUBT) == 1);
        return id;
    }

    private static DeliveryId doubtful(Node node, RequestId id) {
        return node.rows(id, DeliveryState.IN_DOUBT).get(0).id();
    }

    @Test
    void aPersonSendsAgainAfterTheRequestIsDone() {
        Node node = node(config(1));
        RequestId id = withOneInDoubt(node, InDoubtPolicy.HOLD);
        awaitState(node, id, RequestState.SENT);
        LedgerRow row = node.rows(id, DeliveryState.IN_DOUBT).get(0);
        node.sending().settle(Samples.REGISTRAR, id, row.id(), Settlement.RESEND, "günlükte yok");
        Await.until("it is sent again", () -> node.count(id, DeliveryState.SENT) == 5);
        assertThat(transport.times(row.messageId())).isEqualTo(1);
        assertThat(node.state(id)).isEqualTo(RequestState.SENT);
        assertThat(settlements(node, id)).isEqualTo(1);
    }

    @Test
    void aPersonsDecisionEndsARequestThatWaitsForIt() {
        Node node = node(config(1));
        RequestId id = withOneInDoubt(node, InDoubtPolicy.RESEND);
        assertThat(node.state(id)).isEqualTo(RequestState.SENDING);
        node.sending().settle(Samples.REGISTRAR, id, doubtful(node, id), Settlement.SENT, "günlükte var");
        awaitState(node, id, RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.SENT)).anyMatch(r -> r.reason() == DeliveryReason.SETTLED);
    }

    @Test
    void aDecisionIsMadeOnceAndOnlyAboutADoubt() {
        Node node = node(config(1));
        RequestId id = withOneInDoubt(node, InDoubtPolicy.HOLD);
        DeliveryId row = doubtful(node, id);
        node.sending().settle(Samples.REGISTRAR, id, row, Settlement.CLOSE, "");
        assertThat(node.count(id, DeliveryState.CLOSED_IN_DOUBT)).isEqualTo(1);
        DeliveryId sent = node.rows(id, DeliveryState.SENT).get(0).id();
        for (DeliveryId other : List.of(row, sent, new DeliveryId(99_999))) {
            assertThatThrownBy(() -> node.sending().settle(Samples.REGISTRAR, id, other, Settlement.SENT, ""))
                    .isInstanceOfSatisfying(
                            PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_IN_DOUBT));
        }
        assertThat(settlements(node, id))
                .as("what is refused is not in the history")
                .isEqualTo(1);
        awaitState(node, id, RequestState.SENT);
    }

    @Test
    void aStrangerDecidesNothingAboutADoubt() {
        Node node = node(config(1));
        RequestId id = withOneInDoubt(node, InDoubtPolicy.HOLD);
        DeliveryId row = doubtful(node, id);
        assertThatThrownBy(() -> node.sending().settle(Samples.STRANGER, id, row, Settlement.RESEND, ""))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_PERMITTED));
        assertThat(node.count(id, DeliveryState.IN_DOUBT)).isEqualTo(1);
        assertThat(settlements(node, id)).isZero();
        node.sending().settle(Samples.REQUESTER, id, row, Settlement.CLOSE, "");
        assertThat(node.count(id, DeliveryState.CLOSED_IN_DOUBT)).isEqualTo(1);
    }

    private static long settlements(Node node, RequestId id) {
        RequestRows rows = new RequestRows(node.store);
        return node.store.read(c -> rows.history(c, id)).stream()
                .filter(e -> e.type() == EventType.IN_DOUBT_SETTLED)
                .count();
    }

    @Test
    void progressGrowsAndEnds() {
        Node node = holding(1);
        RequestId id = node.approved("R-1", form("all"));
        assertThat(node.sending().progress(id).done()).isZero();
        assertThat(node.sending().progress(id).counts().planned()).isZero();
        node.schedule(id);
        Await.latch(full, "each connection has a message half sent");
        Await.until("the results are stored", () -> node.count(id, DeliveryState.SENT) == 3 * CONNECTIONS);
        var progress = node.sending().progress(id);
        assertThat(progress.expanded()).isTrue();
        assertThat(progress.done()).isEqualTo(0.09);
        assertThat(progress.perSecond()).isPositive();
        assertThat(progress.expectedEnd()).isAfter(clock.instant());
        released.countDown();
        awaitState(node, id, RequestState.SENT);
        assertThat(node.sending().progress(id).done()).isEqualTo(1);
        assertThat(node.sending().progress(id).expectedEnd()).isNull();
    }
}
