package org.peyk.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.peyk.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    private static final Instant NOW = Samples.NOON;
    private static final Duration WAIT = Duration.ofMinutes(5);

    private final Pace pace = new Pace(8);

    @Test
    void holdsTheAccountThenGoesOnWithHalfAndGrowsBack() {
        assertThat(pace.heldUntil(NOW)).isNull();
        assertThat(pace.allowed(NOW)).isEqualTo(8);
        pace.slowDown(NOW.plus(WAIT), NOW);
        assertThat(pace.heldUntil(NOW)).isEqualTo(NOW.plus(WAIT));
        assertThat(pace.heldUntil(NOW.plus(WAIT))).isNull();
        assertThat(pace.allowed(NOW.plus(WAIT))).isEqualTo(4);
        assertThat(pace.slowed(NOW.plus(WAIT))).isTrue();
        assertThat(pace.allowed(NOW.plus(WAIT).plusSeconds(119))).isEqualTo(5);
        assertThat(pace.allowed(NOW.plus(WAIT).plusSeconds(120))).isEqualTo(6);
        assertThat(pace.allowed(NOW.plus(WAIT).plus(Duration.ofDays(1)))).isEqualTo(8);
        assertThat(pace.slowed(NOW.plus(WAIT).plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void answersToTheSameHasteCountOnceAndTheLongestWaitHolds() {
        pace.slowDown(NOW.plus(WAIT), NOW);
        pace.slowDown(NOW.plusSeconds(10), NOW.plusSeconds(1));
        assertThat(pace.heldUntil(NOW.plusSeconds(11))).isEqualTo(NOW.plus(WAIT));
        assertThat(pace.allowed(NOW.plus(WAIT))).isEqualTo(4);
        pace.slowDown(NOW.plus(WAIT).plus(WAIT), NOW.plus(WAIT));
        pace.slowDown(NOW.plus(WAIT.multipliedBy(3)), NOW.plus(WAIT.multipliedBy(2)));
        pace.slowDown(NOW.plus(WAIT.multipliedBy(4)), NOW.plus(WAIT.multipliedBy(3)));
        assertThat(pace.allowed(NOW.plus(WAIT.multipliedBy(4))))
                .as("never none")
                .isPositive();
    }
}
