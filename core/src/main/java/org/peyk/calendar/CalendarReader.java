package org.peyk.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.config.JsonPart;
import org.peyk.internal.config.JsonReading;
import org.peyk.spi.LocalizedText;

/** Reads a calendar's document and finds all of its mistakes. */
final class CalendarReader {

    static final String FORMAT = "peyk-working-calendar-1";

    private static final Set<String> DOCUMENT =
            Set.of("format", "name", "source", "weekend", "closing", "halfDayClosing", "yearly", "years");
    private static final Set<String> YEAR = Set.of("year", "days");
    private static final Set<String> DAY = Set.of("day", "half", "name");

    /** Whatever weekday they fall on, some day of each year remains to work on. */
    private static final int MOST_YEARLY = 50;

    /** A holiday without its date. */
    record Named(boolean half, LocalizedText name) {}

    /** A calendar's parts. */
    record Read(
            String source,
            Set<DayOfWeek> weekend,
            LocalTime closing,
            LocalTime halfDayClosing,
            Map<MonthDay, Named> yearly,
            Map<LocalDate, Named> days,
            int firstYear,
            int lastYear) {}

    private final JsonReading reading = new JsonReading();

    Read read(String json) {
        JsonPart root = reading.root(json);
        root.object(DOCUMENT);
        JsonPart format = root.needed("format");
        String given = format == null ? null : format.text();
        if (format != null && given != null && !given.equals(FORMAT)) {
            format.problem("“" + FORMAT + "” olmalı.", "must be “" + FORMAT + "”.");
        }
        JsonPart name = root.needed("name");
        if (name != null) {
            name.text();
        }
        JsonPart source = root.needed("source");
        String from = source == null ? null : source.text();
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        for (JsonPart part : root.items("weekend")) {
            DayOfWeek day = part.one(DayOfWeek.class);
            if (day != null) {
                weekend.add(day);
            }
        }
        if (weekend.size() == DayOfWeek.values().length) {
            root.problem("weekend", "en az bir iş günü kalmalı.", "must leave a day to work on.");
        }
        LocalTime closing = time(root, "closing");
        LocalTime half = time(root, "halfDayClosing");
        if (closing != null && half != null && !half.isBefore(closing)) {
            root.problem("halfDayClosing", "“closing” saatinden önce olmalı.", "must be before “closing”.");
        }
        Map<MonthDay, Named> yearly = new HashMap<>();
        for (JsonPart part : root.items("yearly")) {
            day(part, MonthDay::parse, "--AA-GG biçiminde gün", "a day as --MM-DD", yearly);
        }
        if (yearly.size() > MOST_YEARLY) {
            root.problem(
                    "yearly",
                    "en çok " + MOST_YEARLY + " gün olabilir.",
                    "must not be more than " + MOST_YEARLY + " days.");
        }
        TreeSet<Integer> years = new TreeSet<>();
        Map<LocalDate, Named> days = new TreeMap<>();
        root.needed("years");
        for (JsonPart part : root.items("years")) {
            year(part, years, days);
        }
        if (!years.isEmpty() && years.last() - years.first() + 1 != years.size()) {
            root.problem("years", "arada eksik yıl var.", "a year in between is missing.");
        }
        reading.refuseMistakes();
        return new Read(
                JsonReading.sound(from),
                Set.copyOf(weekend),
                JsonReading.sound(closing),
                JsonReading.sound(half),
                Map.copyOf(yearly),
                Map.copyOf(days),
                years.first(),
                years.last());
    }

    private static @Nullable LocalTime time(JsonPart root, String field) {
        JsonPart part = root.needed(field);
        return part == null ? null : part.parsed(LocalTime::parse, "SS:DD biçiminde saat", "a time as HH:MM");
    }

    private static void year(JsonPart part, Set<Integer> years, Map<LocalDate, Named> days) {
        if (!part.object(YEAR)) {
            return;
        }
        part.needed("year");
        int year = part.smallNumber("year", 1981, 1981);
        if (part.has("year") && !years.add(year)) {
            part.problem("year", "bu yıl iki kez verilmiş.", "is given twice.");
        }
        part.needed("days");
        for (JsonPart item : part.items("days")) {
            LocalDate date = day(item, LocalDate::parse, "YYYY-AA-GG biçiminde tarih", "a date as YYYY-MM-DD", days);
            if (date != null && date.getYear() != year) {
                item.problem("day", "başka bir yıldan.", "is of another year.");
            }
        }
    }

    private static <D> @Nullable D day(
            JsonPart part, Function<String, D> parser, String tr, String en, Map<D, Named> days) {
        if (!part.object(DAY)) {
            return null;
        }
        JsonPart written = part.needed("day");
        D day = written == null ? null : written.parsed(parser, tr, en);
        part.needed("name");
        LocalizedText name = part.localized("name");
        boolean half = part.flag("half");
        if (day != null && name != null && days.put(day, new Named(half, name)) != null) {
            part.problem("day", "iki kez verilmiş.", "is given twice.");
        }
        return day;
    }
}
