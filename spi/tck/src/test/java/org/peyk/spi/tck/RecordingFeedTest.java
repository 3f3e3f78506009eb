package org.peyk.spi.tck;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.Channel;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordingFeedTest {
    private static final Accepted ACCEPTED = new Accepted(new ServerReply(250, null, "taken", Phase.FINAL));

    private final TransportFixture fixture =
            new TransportContractTest.Memory(Channel.MAIL, false, TransportDefect.NONE);
    private final List<Delivery> deliveries = fixture.deliveries(fixture.message(), 1, 3);
    private final Delivery first = deliveries.get(0);
    private final Delivery second = deliveries.get(1);

    @Test
    void allowsWhatTheContractAllows() throws Exception {
        RecordingFeed feed = RecordingFeed.with(deliveries).window(2).build();
        feed.take();
        feed.poll();
        assertThat(feed.gate(first)).isEqualTo(GateAnswer.PROCEED);
        assertThat(feed.gate(second)).isEqualTo(GateAnswer.PROCEED);
        Delivery third = feed.poll();
        assertThat(feed.poll()).isNull();
        assertThat(feed.gate(third)).isEqualTo(GateAnswer.SETTLE_FIRST);
        feed.report(second, ACCEPTED);
        feed.report(first, ACCEPTED);
        assertThat(feed.gate(third)).isEqualTo(GateAnswer.PROCEED);
        feed.report(third, ACCEPTED);
        assertThat(feed.take()).isNull();
        feed.over();

        assertThat(feed.violations()).isEmpty();
        assertThat(feed.outcomes()).containsExactly(ACCEPTED, ACCEPTED, ACCEPTED);
        assertThat(feed.answers(third)).containsExactly(GateAnswer.SETTLE_FIRST, GateAnswer.PROCEED);
        assertThat(feed.mostInFlight()).isEqualTo(2);
        assertThat(feed.mostOutstanding()).isEqualTo(3);
        assertThat(feed.left()).isEmpty();
    }

    @Test
    void allowsAFailureBeforeTheGateAndAWithdrawalAtIt() throws Exception {
        RecordingFeed feed =
                RecordingFeed.with(deliveries).withdraw(second::equals).build();
        feed.take();
        feed.report(first, new Refused(new ServerReply(550, null, "unknown", Phase.RECIPIENT), FailureScope.RECIPIENT));
        feed.take();
        assertThat(feed.gate(second)).isEqualTo(GateAnswer.WITHDRAW);
        feed.over();

        assertThat(feed.violations()).isEmpty();
        assertThat(feed.outcome(second)).isEmpty();
        assertThat(feed.left()).containsExactly(deliveries.get(2));
    }

    /** Something a session must not do. */
    @FunctionalInterface
    interface Misuse {
        void of(RecordingFeed feed, Delivery first, Delivery second) throws Exception;
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void notesWhatTheContractDoesNotAllow(String violation, Misuse misuse) throws Exception {
        RecordingFeed feed = RecordingFeed.of(deliveries);
        misuse.of(feed, first, second);
        feed.over();
        assertThat(feed.violations()).anyMatch(v -> v.contains(violation));
    }

    static Stream<Arguments> misuses() {
        return Stream.of(
                misuse("take while 1 outcomes were outstanding", (feed, a, b) -> {
                    feed.take();
                    feed.take();
                }),
                misuse("gate for delivery 2, which was not taken", (feed, a, b) -> feed.gate(b)),
                misuse("gate for delivery 1, which was reported already", (feed, a, b) -> {
                    feed.take();
                    feed.gate(a);
                    feed.report(a, ACCEPTED);
                    feed.gate(a);
                }),
                misuse("gate for delivery 1, which may proceed already", (feed, a, b) -> {
                    feed.take();
                    feed.gate(a);
                    feed.gate(a);
                }),
                misuse("gate for delivery 2 before the outcome of the one in flight", (feed, a, b) -> {
                    feed.take();
                    feed.poll();
                    feed.gate(a);
                    feed.gate(b);
                }),
                misuse("report for delivery 2, which was not taken", (feed, a, b) -> feed.report(b, ACCEPTED)),
                misuse("second report for delivery 1", (feed, a, b) -> {
                    feed.take();
                    feed.gate(a);
                    feed.report(a, ACCEPTED);
                    feed.report(a, ACCEPTED);
                }),
                misuse("delivery 1 was taken and neither reported nor withdrawn", (feed, a, b) -> feed.take()),
                misuse("poll on another thread", (feed, a, b) -> {
                    feed.take();
                    Crowd.within(Duration.ofSeconds(10), () -> String.valueOf(feed.poll()));
                }),
                misuse("report after the session's run had ended", (feed, a, b) -> {
                    feed.take();
                    feed.gate(a);
                    feed.over();
                    feed.report(a, ACCEPTED);
                }));
    }

    private static Arguments misuse(String violation, Misuse misuse) {
        return Arguments.of(violation, misuse);
    }

    @Test
    void notesAGateAskedAgainWithoutSettling() throws Exception {
        RecordingFeed feed = RecordingFeed.with(deliveries).window(2).build();
        Delivery third = deliveries.get(2);
        feed.take();
        feed.poll();
        feed.poll();
        feed.gate(first);
        feed.gate(second);
        feed.gate(third);
        feed.gate(third);
        assertThat(feed.violations()).containsExactly("gate for delivery 3 again without settling first");
    }

    @Test
    void notesAReportAndAGateAfterAWithdrawal() throws Exception {
        RecordingFeed feed = RecordingFeed.with(deliveries).withdraw(d -> true).build();
        feed.take();
        feed.gate(first);
        feed.gate(first);
        feed.report(first, ACCEPTED);
        assertThat(feed.violations())
                .containsExactly(
                        "gate for delivery 1, which was withdrawn already",
                        "report for delivery 1, which was withdrawn");
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void notesAnOutcomeThatContradictsItself(String rule, boolean proceed, DeliveryOutcome outcome) throws Exception {
        RecordingFeed feed = RecordingFeed.of(deliveries);
        feed.take();
        if (proceed) {
            feed.gate(first);
        }
        feed.report(first, outcome);
        assertThat(feed.violations()).containsExactly("delivery 1: " + rule);
    }

    static Stream<Arguments> contradictions() {
        ServerReply none = ServerReply.none("nothing", Phase.FINAL);
        ServerReply early = new ServerReply(250, null, "taken", Phase.CONTENT);
        ServerReply echo = new ServerReply(550, null, "no kisi1@ogr.universite.example here", Phase.RECIPIENT);
        ServerReply lengthy = new ServerReply(550, null, "x".repeat(501), Phase.RECIPIENT);
        return Stream.of(
                Arguments.of("the end left without the gate's leave", false, ACCEPTED),
                Arguments.of("accepted before its end", true, new Accepted(early)),
                Arguments.of("accepted without a complete reply", true, new Accepted(none)),
                Arguments.of("in doubt although its end cannot have left", true, new InDoubt(early)),
                Arguments.of(
                        "its end left without a complete reply, and yet it is not in doubt",
                        true,
                        new Deferred(none, FailureScope.SESSION, null)),
                Arguments.of(
                        "its end left without a complete reply, and yet it is not in doubt",
                        true,
                        new Refused(none, FailureScope.CONTENT)),
                Arguments.of(
                        "the outcome shows the recipient's address", false, new Refused(echo, FailureScope.RECIPIENT)),
                Arguments.of(
                        "the reply's text is longer than 500 characters",
                        false,
                        new Refused(lengthy, FailureScope.RECIPIENT)));
    }

    @Test
    void throwsAtTheGateWhenTold() throws Exception {
        RecordingFeed feed = RecordingFeed.with(deliveries)
                .interruptAtGate(first::equals)
                .failAtGate(second::equals)
                .build();
        feed.take();
        assertThatThrownBy(() -> feed.gate(first)).isInstanceOf(InterruptedException.class);
        feed.poll();
        assertThatThrownBy(() -> feed.gate(second)).isInstanceOf(RecordingFeed.GateFailure.class);
        assertThat(feed.answers(first)).isEmpty();
    }

    @Test
    void waitsWhileItIsOpenAndEndsWhenToldTo() throws Exception {
        RecordingFeed feed = RecordingFeed.with(List.of()).open().build();
        Crowd.Running<Boolean> session = Crowd.start(() -> feed.take() == null);
        assertThat(feed.awaitIdle(Duration.ofSeconds(10))).isTrue();
        feed.end();
        assertThat(session.result(Duration.ofSeconds(10))).isTrue();
        assertThat(feed.awaitIdle(Duration.ZERO)).isFalse();
    }

    @Test
    void givesNothingAheadWhenItIsUnhurried() throws Exception {
        RecordingFeed feed = RecordingFeed.with(deliveries).unhurried().build();
        assertThat(feed.poll()).isNull();
        assertThat(feed.take()).isEqualTo(first);
    }

    @Test
    void refusesOneIdTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordingFeed.of(List.of(first, first)));
    }

    @Test
    void refusesAWindowOfNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordingFeed.with(deliveries).window(0));
    }
}
