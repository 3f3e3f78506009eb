package org.peyk.examples.quickstart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryClockTest {

    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

    @Test
    void theStoryBeginsOnTheSameDayWheneverItIsRun() {
        for (String day : new String[] {"2025-01-01T00:00:00Z", "2031-07-20T12:34:56Z"}) {
            Clock real = Clock.fixed(Instant.parse(day), ZoneOffset.UTC);
            assertThat(new StoryClock(real, ISTANBUL).instant()).isEqualTo(StoryClock.BEGINNING);
        }
    }

    @Test
    void skippedTimeIsSkippedInEveryZone() {
        StoryClock clock = new StoryClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), ISTANBUL);
        Clock elsewhere = clock.withZone(ZoneOffset.UTC);

        clock.skip(Duration.ofHours(2));

        assertThat(elsewhere.instant()).isEqualTo(StoryClock.BEGINNING.plus(Duration.ofHours(2)));
    }
}
