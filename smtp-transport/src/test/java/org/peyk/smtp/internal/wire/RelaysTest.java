package org.peyk.smtp.internal.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.peyk.smtp.SmtpRelay;

import static org.assertj.core.api.Assertions.assertThat;

/** Which relay is tried next. */
class RelaysTest {
    private static final Duration STEP = Duration.ofMillis(250);
    private static final SmtpRelay A = new SmtpRelay("a.example", 587, 1);
    private static final SmtpRelay B = new SmtpRelay("b.example", 587);
    private static final SmtpRelay C = new SmtpRelay("c.example", 587);

    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(10).toNanos());
    private final Relays relays = new Relays(List.of(A, B, C), 8, Duration.ZERO, now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** The order in which they are tried when each fails. */
    private List<SmtpRelay> order() {
        List<SmtpRelay> tried = new ArrayList<>();
        for (Relays.Choice c = relays.choose(tried); c != null; c = relays.choose(tried)) {
            relays.release(c.relay());
            tried.add(c.relay());
        }
        return tried;
    }

    private List<SmtpRelay> open(Relays some, int count) {
        List<SmtpRelay> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(some.choose(List.of()).relay());
        }
        return chosen;
    }

    @Test
    void thePreferredOneIsFirstWhileItWorks() {
        assertThat(order()).containsExactly(A, B, C);
        relays.worked(A);
        assertThat(order()).containsExactly(A, B, C);
        assertThat(open(relays, 8)).containsOnly(A);
        assertThat(relays.resting()).isEmpty();
    }

    @Test
    void oneThatFailedRestsAndComesBack() {
        relays.failed(A);
        assertThat(order()).containsExactly(B, C, A);
        pass(Duration.ofSeconds(29));
        relays.failed(B);
        assertThat(order()).containsExactly(C, A, B);
        assertThat(relays.resting()).containsExactly(A, B);
        pass(Duration.ofSeconds(2));
        assertThat(order()).containsExactly(A, C, B);
    }

    @Test
    void itRestsLongerEachTimeAndNeverMoreThanAQuarterOfAnHour() {
        for (long seconds : new long[] {30, 60, 120, 240, 480, 900, 900, 900}) {
            relays.failed(A);
            pass(Duration.ofSeconds(seconds - 1));
            assertThat(relays.resting()).as(seconds + " s").containsExactly(A);
            pass(Duration.ofSeconds(1));
            assertThat(relays.resting()).as(seconds + " s").isEmpty();
        }
        for (int i = 0; i < 100; i++) {
            relays.failed(A);
            assertThat(relays.resting()).containsExactly(A);
            pass(Duration.ofMinutes(15));
            assertThat(relays.resting()).isEmpty();
        }
        relays.worked(A);
        relays.failed(A);
        pass(Duration.ofSeconds(30));
        assertThat(relays.resting()).isEmpty();
    }

    @Test
    void connectionsThatBreakTogetherCountOnce() {
        for (int i = 0; i < 4; i++) {
            relays.failed(A);
        }
        pass(Duration.ofSeconds(30));
        assertThat(relays.resting()).isEmpty();
    }

    @Test
    void thoseWithAWeightShareTheConnections() {
        SmtpRelay two = new SmtpRelay("two.example", 587, 2);
        SmtpRelay six = new SmtpRelay("six.example", 587, 6);
        Relays sharing = new Relays(List.of(A, two, six, B), 9, Duration.ZERO, now::get);
        List<SmtpRelay> nine = open(sharing, 9);
        assertThat(Collections.frequency(nine, A)).isEqualTo(1);
        assertThat(Collections.frequency(nine, two)).isEqualTo(2);
        assertThat(Collections.frequency(nine, six)).isEqualTo(6);
        sharing.release(two);
        assertThat(open(sharing, 1)).containsExactly(two);
        sharing.failed(six);
        assertThat(open(sharing, 9)).as("the others share what it had").doesNotContain(six, B);
        sharing.failed(A);
        sharing.failed(two);
        assertThat(open(sharing, 1)).as("none with a weight works").containsExactly(B);
    }

    @Test
    void aNewOneGetsOneConnectionAndOneMoreWithEachMessage() {
        Relays slow = new Relays(List.of(A, B), 4, STEP, now::get);
        assertThat(open(slow, 1)).containsExactly(A);
        assertThat(slow.choose(List.of()).relay())
                .as("not the one that stands in")
                .isNull();
        assertThat(slow.worked(A)).isTrue();
        assertThat(open(slow, 1)).containsExactly(A);
        assertThat(slow.choose(List.of()).relay()).isNull();
        assertThat(slow.worked(A)).isTrue();
        assertThat(slow.worked(A)).isTrue();
        assertThat(slow.worked(A)).isTrue();
        assertThat(slow.worked(A)).as("it is at full strength").isFalse();
        assertThat(open(slow, 2)).containsExactly(A, A);
    }

    @Test
    void aConnectionOverWhichNothingIsSentHoldsNobodyUpForLong() {
        Relays slow = new Relays(List.of(A), 3, STEP, now::get);
        open(slow, 1);
        pass(Duration.ofMillis(100));
        Relays.Choice choice = slow.choose(List.of());
        assertThat(choice.relay()).isNull();
        assertThat(choice.waitNanos()).isEqualTo(Duration.ofMillis(150).toNanos());
        pass(Duration.ofMillis(150));
        assertThat(open(slow, 1)).containsExactly(A);
        assertThat(slow.choose(List.of()).relay()).isNull();
        pass(STEP);
        assertThat(open(slow, 1)).containsExactly(A);
    }

    @Test
    void oneThatComesBackStartsAgain() {
        SmtpRelay other = new SmtpRelay("other.example", 587, 1);
        Relays slow = new Relays(List.of(A, other), 4, STEP, now::get);
        for (int i = 0; i < 4; i++) {
            slow.worked(A);
            slow.worked(other);
        }
        assertThat(open(slow, 4)).containsExactly(A, other, A, other);
        slow.failed(A);
        slow.release(A);
        slow.release(A);
        assertThat(open(slow, 2)).containsExactly(other, other);
        pass(Duration.ofSeconds(30));
        assertThat(open(slow, 2)).as("one, though three are missing there").containsExactly(A, other);
        slow.worked(A);
        assertThat(open(slow, 1)).containsExactly(A);
    }
}
