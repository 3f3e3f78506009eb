package org.peyk.smtp.internal.wire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.peyk.smtp.SmtpRelay;

import static org.assertj.core.api.Assertions.assertThat;

/** Which relay is tried next. */
class RelaysTest {
    private static final SmtpRelay A = new SmtpRelay("a.example", 587);
    private static final SmtpRelay B = new SmtpRelay("b.example", 587);
    private static final SmtpRelay C = new SmtpRelay("c.example", 587);

    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(10).toNanos());
    private final Relays relays = new Relays(List.of(A, B, C), now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void thePreferredOneIsFirstWhileItWorks() {
        assertThat(relays.inOrder()).containsExactly(A, B, C);
        relays.worked(A);
        assertThat(relays.inOrder()).containsExactly(A, B, C);
        assertThat(relays.resting()).isEmpty();
    }

    @Test
    void oneThatFailedRestsAndComesBack() {
        relays.failed(A);
        assertThat(relays.inOrder()).containsExactly(B, C, A);
        pass(Duration.ofSeconds(29));
        relays.failed(B);
        assertThat(relays.inOrder()).containsExactly(C, A, B);
        assertThat(relays.resting()).containsExactly(A, B);
        pass(Duration.ofSeconds(2));
        assertThat(relays.inOrder()).containsExactly(A, C, B);
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
}
