package org.peyk.internal.content;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/** Names of months and weekdays in Turkish and English, folded as {@link Letters#fold} folds. */
final class DateWords {

    private static final List<List<String>> MONTHS = List.of(
            List.of("ocak", "january", "jan"),
            List.of("subat", "february", "feb"),
            List.of("mart", "march", "mar"),
            List.of("nisan", "april", "apr"),
            List.of("mayis", "may"),
            List.of("haziran", "june", "jun"),
            List.of("temmuz", "july", "jul"),
            List.of("agustos", "august", "aug"),
            List.of("eylul", "september", "sept", "sep"),
            List.of("ekim", "october", "oct"),
            List.of("kasim", "november", "nov"),
            List.of("aralik", "december", "dec"));

    private static final List<List<String>> WEEKDAYS = List.of(
            List.of("pazartesi", "monday", "mon"),
            List.of("sali", "tuesday", "tue"),
            List.of("carsamba", "wednesday", "wed"),
            List.of("persembe", "thursday", "thu"),
            List.of("cuma", "friday", "fri"),
            List.of("cumartesi", "saturday", "sat"),
            List.of("pazar", "sunday", "sun"));

    private static final List<LocalizedText> WEEKDAY_NAMES = List.of(
            LocalizedText.of("Pazartesi", "Monday"),
            LocalizedText.of("Salı", "Tuesday"),
            LocalizedText.of("Çarşamba", "Wednesday"),
            LocalizedText.of("Perşembe", "Thursday"),
            LocalizedText.of("Cuma", "Friday"),
            LocalizedText.of("Cumartesi", "Saturday"),
            LocalizedText.of("Pazar", "Sunday"));

    private static final Map<String, Integer> MONTH_OF = index(MONTHS);
    private static final Map<String, Integer> WEEKDAY_OF = index(WEEKDAYS);

    /** Alternatives for a regular expression, the longest first so that {@code pazartesi} is not taken for {@code pazar}. */
    static final String MONTH = alternatives(MONTH_OF);

    static final String WEEKDAY = alternatives(WEEKDAY_OF);

    private DateWords() {}

    static int month(String folded) {
        return Objects.requireNonNull(MONTH_OF.get(folded)) + 1;
    }

    static @Nullable DayOfWeek weekday(@Nullable String folded) {
        Integer index = folded == null ? null : WEEKDAY_OF.get(folded);
        return index == null ? null : DayOfWeek.of(index + 1);
    }

    static LocalizedText name(DayOfWeek day) {
        return WEEKDAY_NAMES.get(day.getValue() - 1);
    }

    private static Map<String, Integer> index(List<List<String>> words) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            for (String word : words.get(i)) {
                index.put(word, i);
            }
        }
        return Map.copyOf(index);
    }

    private static String alternatives(Map<String, Integer> words) {
        List<String> sorted = words.keySet().stream()
                .sorted((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b))
                .toList();
        return String.join("|", sorted);
    }
}
