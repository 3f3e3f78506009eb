package org.peyk.internal.reply;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        // Tuesday, Thursday, Friday, Saturday, Sunday
        "2026-11-24T09:00:00Z, 3, 2026-11-27T14:00:00Z",
        "2026-11-26T09:00:00Z, 3, 2026-12-01T14:00:00Z",
        "2026-11-27T09:00:00Z, 3, 2026-12-02T14:00:00Z",
        "2026-11-28T09:00:00Z, 3, 2026-12-02T14:00:00Z",
        "2026-11-29T09:00:00Z, 1, 2026-11-30T14:00:00Z",
        // already Wednesday in Istanbul
        "2026-11-24T21:30:00Z, 1, 2026-11-26T14:00:00Z",
    })
    void countsDaysOnWhichOfficesWork(Instant begin, int days, Instant due) {
        assertThat(WorkingDays.after(begin, days, ZoneId.of("Europe/Istanbul"))).isEqualTo(due);
    }
}
