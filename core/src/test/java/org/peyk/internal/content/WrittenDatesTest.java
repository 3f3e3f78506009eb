package org.peyk.internal.content;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class WrittenDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17 Aralık 2026",
                "17 ARALIK 2026",
                "17 aralik 2026",
                "17. Aralık 2026",
                "17 December 2026",
                "17th of December 2026",
                "December 17, 2026",
                "Dec. 17, 2026",
                "17.12.2026",
                "17/12/2026",
                "17-12-2026",
                "17 . 12 . 2026",
                "2026-12-17",
                "Tarih:17.12.2026.",
                "(17\u00a0Aralık\u00a02026)"
            })
    void findsADateInEachForm(String text) {
        assertThat(WrittenDates.in(text)).singleElement().satisfies(d -> {
            assertThat(d.first()).isEqualTo(LocalDate.of(2026, 12, 17));
            assertThat(d.last()).isEqualTo(d.first());
            assertThat(d.weekday()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17 Aralık",
                "Aralık 2026",
                "31.02.2026",
                "45 Ekim 2026",
                "192.168.12.2026",
                "1.17.12.2026",
                "17.12.20260",
                "IBAN 17 12 2026",
                "2026-13-01",
                "0212 123 2026"
            })
    void whatIsNoDateIsNotFound(String text) {
        assertThat(WrittenDates.in(text)).isEmpty();
    }

    @Test
    void aRangeHasAFirstAndALastDay() {
        for (String text : List.of("29-30 Ekim 2026", "29 – 30 Ekim 2026", "29 ve 30 Ekim 2026")) {
            assertThat(WrittenDates.in(text)).singleElement().satisfies(d -> {
                assertThat(d.first()).isEqualTo(LocalDate.of(2026, 10, 29));
                assertThat(d.last()).isEqualTo(LocalDate.of(2026, 10, 30));
                assertThat(d.covers(LocalDate.of(2026, 10, 30))).isTrue();
                assertThat(d.covers(LocalDate.of(2026, 10, 31))).isFalse();
            });
        }
    }

    @Test
    void placesPointIntoTheText() {
        String text = "İlk: Perşembe, 29 Ekim 2026; ikinci: 30.10.2026 (Cuma).";
        assertThat(WrittenDates.in(text).stream().map(d -> text.substring(d.start(), d.end())))
                .containsExactly("Perşembe, 29 Ekim 2026", "30.10.2026 (Cuma)");
    }

    @Test
    void everyDayOfTenYearsIsReadBackInBothLanguages() {
        List<String> months = List.of(
                "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım",
                "Aralık");
        for (LocalDate d = LocalDate.of(2020, 1, 1); d.getYear() < 2030; d = d.plusDays(1)) {
            String name = DateWords.name(d.getDayOfWeek()).tr();
            String turkish =
                    d.getDayOfMonth() + " " + months.get(d.getMonthValue() - 1) + " " + d.getYear() + " " + name;
            String english =
                    d.format(java.time.format.DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH));
            for (String text : List.of(turkish, english, turkish.toUpperCase(Locale.forLanguageTag("tr")))) {
                WrittenDate found = WrittenDates.in(text).get(0);
                assertThat(found.first()).as(text).isEqualTo(d);
                assertThat(found.weekday()).as(text).isEqualTo(d.getDayOfWeek());
                assertThat(found.weekdayWrong()).as(text).isFalse();
            }
        }
    }

    @Test
    void noTextMakesThePatternsRunWild() {
        long seed = 20261124L;
        Random random = new Random(seed);
        String[] pieces = {" ", "1", "29", "-", ".", "/", "ekim", "cuma", "2026", "ve", ",", "(", "\n", "ı", "of"};
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            b.append(pieces[random.nextInt(pieces.length)].repeat(1 + random.nextInt(30) * random.nextInt(2)));
        }
        String mixed = b.toString();
        assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
                    WrittenDates.in(mixed);
                    WrittenDates.in("29 Ekim 2026" + " ".repeat(1_000_000) + "x");
                    WrittenDates.in("1".repeat(1_000_000));
                    WrittenDates.in("1 ".repeat(500_000));
                }))
                .as("seed %d", seed)
                .doesNotThrowAnyException();
    }
}
