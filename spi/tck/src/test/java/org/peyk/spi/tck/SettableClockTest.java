package org.peyk.spi.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettableClockTest {
    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");

    @Test
    void standsStillUntilItIsSet() {
        SettableClock clock = SettableClock.at("2026-11-23T06:00:00Z");
        assertThat(clock.instant()).isEqualTo(START).isEqualTo(clock.instant());
        clock.advance(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(7200));
        clock.advance(Duration.ofHours(-3));
        assertThat(clock.instant()).isEqualTo(START.minusSeconds(3600));
        clock.set(START);
        assertThat(clock.millis()).isEqualTo(START.toEpochMilli());
    }

    @Test
    void showsTheSameMomentInEveryZone() {
        SettableClock clock = SettableClock.at(START);
        SettableClock there = clock.withZone(ZoneId.of("Europe/Istanbul"));
        clock.advance(Duration.ofMinutes(30));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(LocalDateTime.now(there)).isEqualTo(LocalDateTime.parse("2026-11-23T09:30:00"));
    }
}
