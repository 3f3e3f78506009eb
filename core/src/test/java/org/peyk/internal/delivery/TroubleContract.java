package org.peyk.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.LedgerRow;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.SendingConfig;
import org.peyk.spi.RequestId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.EnhancedStatusCode;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Trouble that is not one recipient's own: a server that refuses everybody, a bad list, a slow account, a recipient that breaks sessions. */
abstract class TroubleContract extends EngineContract {

    private static SendingConfig.Builder exact() {
        return Node.quick().backoffJitter(0);
    }

    private static Answer refuse(@Nullable EnhancedStatusCode status) {
        String text = status == null ? "Relaying denied" : status + " Relay access denied";
        return new Answer(
                false,
                new DeliveryOutcome.Refused(
                        new ServerReply(550, status, text, Phase.RECIPIENT), FailureScope.RECIPIENT),
                false);
    }

    private static Answer denied() {
        return refuse(new EnhancedStatusCode(5, 7, 1));
    }

    @Test
    void aServerThatRefusesEverybodyStopsTheRequestAndDropsNobody() {
        source.with("all", people(300));
        AtomicInteger asked = new AtomicInteger();
        transport.answeringEarly(d -> {
            asked.incrementAndGet();
            return denied();
        });
        Node node = node(exact().batchSize(50));
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.PAUSED);
        assertThat(node.commands.load(id).remark()).isEqualTo("EVERYBODY_REFUSED");
        assertThat(node.commands.load(id).note()).contains("art arda reddetti").contains("one recipient after another");
        Await.until("nobody is dropped", () -> node.count(id, DeliveryState.PENDING) == 300);
        assertThat(asked.get()).isLessThanOrEqualTo(Refusals.IN_A_ROW + node.connections());
        assertThat(node.rows(id, DeliveryState.PENDING).stream()
                        .filter(r -> r.reason() == DeliveryReason.EVERYBODY_REFUSED))
                .hasSize(asked.get())
                .allMatch(r -> r.replyText().contains("Relay access denied"));

        node.resume(id);
        awaitState(node, id, RequestState.PAUSED);
        Await.until("nobody is dropped", () -> node.count(id, DeliveryState.PENDING) == 300);
        transport.answeringEarly(d -> Answer.accept());
        transport.answering(d -> Answer.accept());
        node.resume(id);
        awaitState(node, id, RequestState.SENT);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(300);
        assertThat(node.counts(id).balanced()).isTrue();
    }

    @Test
    void fewRecipientsAreHeldTooWhenAllOfThemAreRefused() {
        source.with("all", people(Refusals.IN_A_ROW));
        transport.answeringEarly(d -> denied());
        Node node = node(exact());
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.PAUSED);
        Await.until("nobody is dropped", () -> node.count(id, DeliveryState.PENDING) == Refusals.IN_A_ROW);
    }

    /** A code without a status may mean the address as well; then the second time it counts, and the list ends. */
    @Test
    void aBareCodeIsTakenForTheServersTroubleOnce() {
        source.with("all", people(8));
        transport.answeringEarly(d -> refuse(null));
        Node node = node(exact().connections(1));
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.PAUSED);
        Await.until("nobody is dropped", () -> node.count(id, DeliveryState.PENDING) == 8);
        node.resume(id);
        awaitState(node, id, RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.FAILED))
                .hasSize(8)
                .allMatch(r -> r.reason() == DeliveryReason.RECIPIENT);
    }

    @Test
    void aListThatBeginsBadlyIsLookedAtOnce() {
        source.with("all", people(300));
        AtomicInteger n = new AtomicInteger();
        transport.answeringEarly(
                d -> n.incrementAndGet() % 4 == 0 ? Answer.refuse(FailureScope.RECIPIENT) : Answer.accept());
        Node node = node(exact().connections(1).batchSize(50));
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.PAUSED);
        assertThat(node.commands.load(id).remark()).isEqualTo("BAD_LIST");
        assertThat(node.count(id, DeliveryState.FAILED)).isEqualTo(Refusals.EARLY_REFUSED + 1);
        node.resume(id);
        awaitState(node, id, RequestState.SENT);
        assertThat(node.count(id, DeliveryState.FAILED)).isEqualTo(75);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(225);
    }

    @Test
    void aRequestToSlowDownHoldsEveryBatchOfTheAccount() {
        source.with("all", people(100));
        AtomicInteger asked = new AtomicInteger();
        transport.answering(d -> {
            asked.incrementAndGet();
            return Answer.defer(FailureScope.RATE, Duration.ofMinutes(7));
        });
        Node node = node(exact().batchSize(10).connections(2));
        RequestId id = node.scheduled("R-1", form("all"));
        Await.until("it is asked to slow down", () -> asked.get() > 0);
        Instant until = Samples.NOON.plus(Duration.ofMinutes(7));
        Await.until("all of it waits", () -> node.count(id, DeliveryState.PENDING) == 100);
        clock.set(until.minusMillis(1));
        // batches that were looked at meanwhile asked nothing of the server
        int before = asked.get();
        assertThat(before).as("at most one answer a connection").isLessThanOrEqualTo(node.connections());
        RequestId other = node.scheduled("R-2", form("all"));
        Await.until("the other request is expanded", () -> node.counts(other).planned() == 100);
        assertThat(asked.get()).isEqualTo(before);
        transport.answering(d -> Answer.accept());
        clock.set(until);
        awaitState(node, id, RequestState.SENT);
        awaitState(node, other, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(200);
    }

    @Test
    void aRecipientThatBreaksEverySessionHoldsNobodyUpAndHasAnEnd() {
        source.with("all", people(40));
        transport.answering(d -> d.envelope().recipient().startsWith("P0@")
                ? Answer.defer(FailureScope.SESSION, null).thenBreak()
                : Answer.accept());
        Node node = node(exact().connections(1)
                .recipientBackoff(List.of(Duration.ofMinutes(5), Duration.ofMinutes(15)))
                .retryDeadline(Duration.ofMinutes(10)));
        RequestId id = node.scheduled("R-1", form("all"));
        awaitMoving("the others are sent", () -> node.count(id, DeliveryState.SENT) == 39);
        awaitMoving("it is deferred", () -> node.count(id, DeliveryState.DEFERRED) == 1);
        LedgerRow row = node.rows(id, DeliveryState.DEFERRED).get(0);
        assertThat(row.attempts())
                .as("sessions that broke cost nothing at first")
                .isEqualTo(1);
        assertThat(row.reason()).isEqualTo(DeliveryReason.SESSION);
        clock.advance(Duration.ofMinutes(5));
        awaitState(node, id, RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.FAILED))
                .extracting(LedgerRow::reason)
                .containsExactly(DeliveryReason.DEADLINE);
        assertThat(transport.accepted()).hasSize(39);
    }
}
