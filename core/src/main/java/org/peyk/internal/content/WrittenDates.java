package org.peyk.internal.content;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in Turkish and English texts: {@code 29 Ekim 2026 Perşembe}, {@code Thursday, October 29, 2026}, {@code 29.10.2026}, {@code
 * 2026-10-29}. Numbers are day first, as both languages are written here. A date without a year is none.
 */
public final class WrittenDates {

    private static final String YEAR = "(?<year>(?:19|20)\\d{2})(?!\\d)";

    /** Without it there is no date; a text is soon looked through for it. */
    private static final Pattern A_YEAR = Pattern.compile("(?:19|20)\\d{2}(?!\\d)");

    /** What may follow a weekday: Turkish endings, with or without an apostrophe, as in {@code Cuma'ya}. */
    private static final String ENDING = "(?:'?(?:ya|ye|yi|e|a|da|de|dan|den|nin|si|gunu))?(?![a-z])";

    /** A gap within a date; more white space, as in a table, separates. Bounded, so that no text makes the patterns run wild. */
    private static final String GAP = "\\s{0,3}";

    private static final Pattern DATE = Pattern.compile("(?:"
            // 29 Ekim 2026, 29-30 Ekim 2026, 29th of October 2026
            + "(?:(?<![\\d./-])(?<from>\\d{1,2})" + GAP + "(?:-|–|ve|ile|and|to)" + GAP
            + "|(?<![\\d./-]))(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?" + GAP + "(?:of\\s)?(?<month>" + DateWords.MONTH
            + ")\\.?,?\\s{1,3}" + YEAR
            // October 29, 2026
            + "|(?<![a-z])(?<month2>" + DateWords.MONTH
            + ")\\.?\\s{1,3}(?<day2>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}" + YEAR.replace("year", "year2")
            // 29.10.2026, 29/10/2026
            + "|(?<![\\d./-])(?<day3>\\d{1,2})\\s?(?<sep>[./-])\\s?(?<month3>\\d{1,2})\\s?\\k<sep>\\s?"
            + YEAR.replace("year", "year3")
            // 2026-10-29
            + "|(?<![\\d-])(?<year4>(?:19|20)\\d{2})-(?<month4>\\d{2})-(?<day4>\\d{2})(?![\\d-]))");

    private static final Pattern AFTER = Pattern.compile("(?:'?(?:da|de|ta|te))?" + GAP + "[,(]?" + GAP + "(?<weekday>"
            + DateWords.WEEKDAY + ")" + ENDING + "\\.?\\)?");

    private static final Pattern BEFORE = Pattern.compile(
            "(?<![a-z])(?<weekday>" + DateWords.WEEKDAY + ")(?:\\sgunu)?\\.?" + GAP + "[,(]?" + GAP + "$");

    /** How far before a date a weekday may begin. */
    private static final int REACH = 24;

    private WrittenDates() {}

    /**
     * Finds all dates.
     *
     * @param text any text
     * @return the dates in reading order; what is no day of the calendar is left out
     */
    public static List<WrittenDate> in(String text) {
        String folded = Letters.fold(text);
        if (!A_YEAR.matcher(folded).find()) {
            return List.of();
        }
        List<WrittenDate> dates = new ArrayList<>();
        Matcher m = DATE.matcher(folded);
        int free = 0;
        while (m.find()) {
            Optional<LocalDate> last = day(m);
            if (last.isEmpty()) {
                continue;
            }
            LocalDate first = first(m, last.get());
            int start = m.start();
            int end = m.end();
            @Nullable DayOfWeek weekday = null;
            Matcher after = AFTER.matcher(folded).region(end, folded.length());
            if (after.lookingAt()) {
                weekday = DateWords.weekday(after.group("weekday"));
                end = after.end();
            } else {
                Matcher before = BEFORE.matcher(folded).region(Math.max(free, start - REACH), start);
                if (before.find()) {
                    weekday = DateWords.weekday(before.group("weekday"));
                    start = before.start();
                }
            }
            dates.add(new WrittenDate(first, last.get(), weekday, start, end));
            free = end;
        }
        return List.copyOf(dates);
    }

    private static Optional<LocalDate> day(Matcher m) {
        try {
            if (m.group("month") != null) {
                return Optional.of(date(m.group("year"), DateWords.month(m.group("month")), m.group("day")));
            } else if (m.group("month2") != null) {
                return Optional.of(date(m.group("year2"), DateWords.month(m.group("month2")), m.group("day2")));
            } else if (m.group("month3") != null) {
                return Optional.of(date(m.group("year3"), Integer.parseInt(m.group("month3")), m.group("day3")));
            }
            return Optional.of(date(m.group("year4"), Integer.parseInt(m.group("month4")), m.group("day4")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate first(Matcher m, LocalDate last) {
        String from = m.group("from");
        int day = from == null ? 0 : Integer.parseInt(from);
        return day >= 1 && day <= last.getDayOfMonth() ? last.withDayOfMonth(day) : last;
    }

    private static LocalDate date(String year, int month, String day) {
        return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
    }
}
