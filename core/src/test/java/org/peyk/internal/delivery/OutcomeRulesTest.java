package org.peyk.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.Samples;
import org.peyk.SendingConfig;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.internal.store.LedgerMarks.Result;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.EnhancedStatusCode;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeRulesTest {

    private static final Instant NOW = Samples.NOON;
    private static final ServerReply REPLY =
            new ServerReply(451, new EnhancedStatusCode(4, 3, 0), "later", Phase.FINAL);

    private static OutcomeRules rules(InDoubtPolicy policy, @Nullable Instant notAfter) {
        return new OutcomeRules(SendingConfig.defaults(), policy, notAfter, new Random(1));
    }

    private static ClaimedRow row(int attempts, int doubted, @Nullable Instant first) {
        return new ClaimedRow(1, "n#1", 3, "a@b.tr", null, null, "<m@b.tr>", attempts, doubted, 0, first);
    }

    private static Result deferred(FailureScope scope, @Nullable Duration retryAfter, ClaimedRow row) {
        return rules(InDoubtPolicy.HOLD, null).apply(row, new DeliveryOutcome.Deferred(REPLY, scope, retryAfter), NOW);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 15", "2, 30", "3, 60", "4, 120", "5, 240", "6, 240", "99, 240"})
    void waitsGrowAndAreSpreadByAFifth(int attempts, long minutes) {
        for (int i = 0; i < 50; i++) {
            Result r = deferred(FailureScope.RECIPIENT, null, row(attempts, 0, NOW));
            assertThat(r.state()).isEqualTo(DeliveryState.DEFERRED);
            assertThat(r.attempts()).isEqualTo(attempts + 1);
            assertThat(r.notBefore()).isBetween(NOW.plusSeconds(minutes * 48), NOW.plusSeconds(minutes * 72));
        }
    }

    @Test
    void whatTheOtherSideAsksForIsWaitedForAtLeast() {
        Result r = deferred(FailureScope.CONTENT, Duration.ofHours(3), row(0, 0, null));
        assertThat(r.notBefore()).isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(r.reason()).isEqualTo(DeliveryReason.CONTENT);
        assertThat(r.firstAttemptAt()).isEqualTo(NOW);
    }

    @Test
    void aSessionThatFailsUsesNoAttemptUp() {
        Result r = deferred(FailureScope.SESSION, null, row(2, 0, NOW.minusSeconds(1_000_000)));
        assertThat(r.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(r.attempts()).isEqualTo(2);
        assertThat(r.breaks()).isEqualTo(1);
        assertThat(r.notBefore()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void sessionsThatBreakAtOneRowAgainAndAgainAreItsOwnTrouble() {
        ClaimedRow broken = new ClaimedRow(1, "n#1", 3, "a@b.tr", null, null, "<m@b.tr>", 0, 0, 5, null);
        Result r = deferred(FailureScope.SESSION, null, broken);
        assertThat(r.state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(r.reason()).isEqualTo(DeliveryReason.SESSION);
        assertThat(r.attempts()).isEqualTo(1);
        assertThat(r.firstAttemptAt()).isEqualTo(NOW);
        assertThat(r.notBefore()).isAfter(NOW);
    }

    @Test
    void slowingDownUsesNoAttemptUpButEndsWithTheDeadline() {
        Result r = deferred(FailureScope.RATE, null, row(0, 0, null));
        assertThat(r.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(r.attempts()).isZero();
        assertThat(r.notBefore()).isEqualTo(NOW.plusSeconds(60));
        Result late = deferred(FailureScope.RATE, null, row(0, 0, NOW.minus(Duration.ofHours(48))));
        assertThat(late.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(late.reason()).isEqualTo(DeliveryReason.DEADLINE);
    }

    @Test
    void aRetryAfterTheLastMomentIsNone() {
        Result r = rules(InDoubtPolicy.HOLD, NOW.plus(Duration.ofMinutes(3)))
                .apply(row(0, 0, null), new DeliveryOutcome.Deferred(REPLY, FailureScope.RECIPIENT, null), NOW);
        assertThat(r.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(r.reason()).isEqualTo(DeliveryReason.DEADLINE);
    }

    @Test
    void aDoubtIsHeldOrWaitsAndTheThirdIsSetAside() {
        DeliveryOutcome doubt = new DeliveryOutcome.InDoubt(ServerReply.none("lost", Phase.FINAL));
        assertThat(rules(InDoubtPolicy.HOLD, null)
                        .apply(row(0, 0, null), doubt, NOW)
                        .notBefore())
                .isNull();
        Result second = rules(InDoubtPolicy.RESEND, null).apply(row(1, 1, NOW), doubt, NOW);
        assertThat(second.state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(second.reason()).isEqualTo(DeliveryReason.NO_REPLY);
        assertThat(second.notBefore()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        Result third = rules(InDoubtPolicy.RESEND, null).apply(row(2, 2, NOW), doubt, NOW);
        assertThat(third.reason()).isEqualTo(DeliveryReason.POISON);
        assertThat(third.notBefore()).isNull();
        assertThat(third.doubted()).isEqualTo(3);
    }

    @Test
    void aReplyIsKeptAsADatabaseTakesIt() {
        String hostile = "\0bad\r\n\uD800x" + "\uD83D\uDE00".repeat(600);
        ServerReply reply = new ServerReply(250, null, hostile, Phase.FINAL);
        Result r = rules(InDoubtPolicy.HOLD, null).apply(row(0, 0, null), new DeliveryOutcome.Accepted(reply), NOW);
        assertThat(r.replyText()).startsWith("?bad???x").hasSizeLessThanOrEqualTo(500);
        assertThat(r.replyText().codePoints()).noneMatch(c -> c < 32 || (c >= 0xD800 && c <= 0xDFFF));
        assertThat(r.replyStatus()).isNull();
    }
}
