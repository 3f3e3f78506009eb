package org.peyk.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.ConfigurationException;
import org.peyk.spi.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class WorkingCalendarTest {

    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final WorkingCalendar TURKEY = WorkingCalendar.turkey();

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
        // New Year's Day is a Friday
        "2026-12-31T09:00:00Z, 1, 2027-01-04T14:00:00Z",
        // 28 October is worked until 13:00, 29 October is not
        "2026-10-27T09:00:00Z, 1, 2026-10-28T10:00:00Z",
        "2026-10-27T09:00:00Z, 2, 2026-10-30T14:00:00Z",
        // the eve of Ramazan Bayramı, and the Monday after it
        "2026-03-18T09:00:00Z, 1, 2026-03-19T10:00:00Z",
        "2026-03-18T09:00:00Z, 2, 2026-03-23T14:00:00Z",
        // the eve of Kurban Bayramı, and the Monday after it
        "2026-05-25T09:00:00Z, 2, 2026-06-01T14:00:00Z",
        // its fourth day in 2027 is 19 May at the same time
        "2027-05-14T09:00:00Z, 1, 2027-05-20T14:00:00Z",
    })
    void A17_periodsAreCountedInWorkingDays(Instant begin, int days, Instant due) {
        assertThat(TURKEY.due(begin, days, ISTANBUL).closing()).isEqualTo(due);
        assertThat(TURKEY.due(begin, days, ISTANBUL).warning()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // before and after the cut-off hour
        "2026-11-24T12:59:00Z, 2, 2026-11-26",
        "2026-11-24T13:00:00Z, 2, 2026-11-27",
        "2026-11-24T13:00:00Z, 0, 2026-11-25",
        "2026-11-24T12:59:00Z, 0, 2026-11-24",
        // Saturday
        "2026-11-28T09:00:00Z, 0, 2026-11-30",
        // the morning and the afternoon of 28 October
        "2026-10-28T09:59:00Z, 1, 2026-10-30",
        "2026-10-28T10:00:00Z, 1, 2026-11-02",
    })
    void leadTimeGivesTheEarliestPossibleDate(Instant received, int days, LocalDate earliest) {
        LeadTime lead = new LeadTime(days, LocalTime.of(16, 0));
        assertThat(TURKEY.earliest(received, lead, ISTANBUL).date()).isEqualTo(earliest);
    }

    @Test
    void beyondTheLastYearTheAnswerIsDoubtedAndSaysSo() {
        assertThat(TURKEY.lastYear()).isEqualTo(2027);
        assertThat(TURKEY.source()).contains("2429").contains("Diyanet");
        WorkingDate due = TURKEY.due(Instant.parse("2027-12-31T09:00:00Z"), 1, ISTANBUL);
        assertThat(due.date()).as("weekends are known for ever").isEqualTo("2028-01-03");
        assertThat(due.warning()).hasValueSatisfying(w -> {
            assertThat(w.tr()).contains("2026–2027").contains("2028-01-03");
            assertThat(w.en()).contains("2026–2027").contains("2028-01-03");
        });
        assertThat(TURKEY.due(Instant.parse("2025-12-31T09:00:00Z"), 1, ISTANBUL)
                        .warning())
                .isPresent();
        assertThat(TURKEY.worksOn(LocalDate.parse("2031-10-29")))
                .as("yearly holidays too")
                .isFalse();
    }

    @Test
    void daysAreNamedAndCounted() {
        assertThat(TURKEY.holiday(LocalDate.parse("2027-03-08")))
                .hasValueSatisfying(h -> assertThat(h.name().tr()).isEqualTo("Ramazan Bayramı arifesi"));
        assertThat(TURKEY.holiday(LocalDate.parse("2026-11-24"))).isEmpty();
        LocalDate newYear = LocalDate.parse("2025-12-31");
        // 261 weekdays; on one of them falls each of 1.1., 20.3., 23.4., 1.5., 19.5., 27.-29.5., 15.7., 29.10.
        assertThat(TURKEY.workingDaysBetween(newYear, LocalDate.parse("2026-12-31")))
                .isEqualTo(251);
        assertThat(TURKEY.workingDaysBetween(newYear, newYear)).isZero();
        LocalDate day = newYear;
        for (int i = 1; i <= 251; i++) {
            day = TURKEY.plusWorkingDays(day, 1);
            assertThat(TURKEY.worksOn(day)).isTrue();
            assertThat(TURKEY.plusWorkingDays(newYear, i)).isEqualTo(day);
            assertThat(TURKEY.workingDaysBetween(newYear, day)).isEqualTo(i);
        }
    }

    @Test
    void mistakesOfTheCallerAreRefused() {
        assertThatThrownBy(() -> TURKEY.closing(LocalDate.parse("2026-10-29")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TURKEY.plusWorkingDays(LocalDate.EPOCH, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LeadTime(-1, LocalTime.NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCalendarOfItsOwnIsReadAsAWhole() {
        WorkingCalendar own = WorkingCalendar.parse("""
                {"format": "peyk-working-calendar-1", "name": "n", "source": "Senato", "weekend": ["SUNDAY"],
                 "closing": "16:30", "halfDayClosing": "12:00",
                 "years": [{"year": 2026, "days": [{"day": "2026-11-24", "name": {"tr": "İdari izin", "en": "Granted day"}}]}]}
                """);
        assertThat(own.due(Instant.parse("2026-11-23T09:00:00Z"), 4, ISTANBUL).closing())
                .isEqualTo("2026-11-28T13:30:00Z");
        List<LocalizedText> mistakes = catchThrowableOfType(
                        ConfigurationException.class, () -> WorkingCalendar.parse("""
                {"format": "peyk-working-calendar-1", "name": "n", "weekend": ["FUNDAY"], "closing": "12:00",
                 "halfDayClosing": "13:00", "yearly": [{"day": "02-30", "name": {"tr": "a", "en": "b"}}],
                 "years": [{"year": 2026, "days": [{"day": "2027-01-02", "name": {"tr": "a", "en": "b"}}]},
                           {"year": 2028, "days": [{"day": "2028-01-02", "name": {"tr": "a", "en": "b"}},
                                                   {"day": "2028-01-02", "half": 1, "name": {"tr": "a"}}]}]}
                """))
                .problems();
        assertThat(mistakes)
                .extracting(m -> m.en().substring(0, m.en().indexOf(": ")))
                .containsExactlyInAnyOrder(
                        "/source",
                        "/weekend/0",
                        "/halfDayClosing",
                        "/yearly/0/day",
                        "/years/0/days/0/day",
                        "/years/1/days/1/half",
                        "/years/1/days/1/name/en",
                        "/years");
    }
}
