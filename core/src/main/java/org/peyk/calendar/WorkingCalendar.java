package org.peyk.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.internal.config.JsonReading;
import org.peyk.spi.LocalizedText;

/**
 * The days and hours on which offices work (çalışma takvimi), as data that names its source and the years it knows. A half day, such as the
 * eve of a feast, is a working day that closes early. Beyond the years it knows, only weekends and the holidays of every year are left out,
 * and what is counted carries a warning. Immutable, thread-safe.
 */
public final class WorkingCalendar {

    /** The largest number of working days that can be counted at once. */
    public static final int MOST_DAYS = 1_000;

    private static final String TURKEY = "turkey.json";

    private final CalendarReader.Read data;

    private WorkingCalendar(CalendarReader.Read data) {
        this.data = data;
    }

    /**
     * The public holidays of Turkey that came with this version: law no. 2429, and the religious feasts of the years 2026 and 2027. It knows
     * nothing of days off that the government grants (idari izin); a university that needs those gives its own document.
     *
     * @return the calendar
     */
    public static WorkingCalendar turkey() {
        return Turkey.CALENDAR;
    }

    /** Read once, when it is first asked for. */
    private static final class Turkey {
        static final WorkingCalendar CALENDAR = shipped();

        private static WorkingCalendar shipped() {
            try (InputStream in = JsonReading.sound(WorkingCalendar.class.getResourceAsStream(TURKEY))) {
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads a calendar, in the form of the one that is shipped as {@code org/peyk/calendar/turkey.json}.
     *
     * @param json the document
     * @return the calendar
     * @throws ConfigurationException when anything in it is wrong, with all mistakes and the place of each as a JSON pointer
     */
    public static WorkingCalendar parse(String json) {
        return new WorkingCalendar(new CalendarReader().read(json));
    }

    /**
     * Reads a calendar from a file in UTF-8.
     *
     * @param file the file
     * @return the calendar
     * @throws IOException when it cannot be read
     * @throws ConfigurationException when anything in it is wrong, with all mistakes and the place of each as a JSON pointer
     */
    public static WorkingCalendar read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * Where the days come from.
     *
     * @return laws and publications
     */
    public String source() {
        return data.source();
    }

    /**
     * The first year of which all holidays are known.
     *
     * @return the year
     */
    public int firstYear() {
        return data.firstYear();
    }

    /**
     * The last year of which all holidays are known.
     *
     * @return the year
     */
    public int lastYear() {
        return data.lastYear();
    }

    /**
     * The holiday of a day.
     *
     * @param date the day
     * @return the holiday, or nothing; a half one gives way to a whole one on the same day
     */
    public Optional<Holiday> holiday(LocalDate date) {
        CalendarReader.@Nullable Named dated = data.days().get(date);
        CalendarReader.@Nullable Named yearly = data.yearly().get(MonthDay.from(date));
        CalendarReader.@Nullable Named named = dated == null || (dated.half() && yearly != null) ? yearly : dated;
        return Optional.ofNullable(named).map(n -> new Holiday(date, n.half(), n.name()));
    }

    /**
     * Whether offices work on a day, if only in the morning.
     *
     * @param date the day
     * @return false at weekends and on whole holidays
     */
    public boolean worksOn(LocalDate date) {
        return !data.weekend().contains(date.getDayOfWeek())
                && holiday(date).map(Holiday::half).orElse(true);
    }

    /**
     * When offices close on a working day (mesai bitimi).
     *
     * @param date a day on which they work
     * @return the time; earlier on a half day
     * @throws IllegalArgumentException when offices do not work on it
     */
    public LocalTime closing(LocalDate date) {
        if (!worksOn(date)) {
            throw new IllegalArgumentException("offices do not work on " + date);
        }
        return holiday(date).isPresent() ? data.halfDayClosing() : data.closing();
    }

    /**
     * Counts working days on from a day, which does not count itself, as in the law of periods.
     *
     * @param from the day to count from
     * @param days how many; with 0 the day itself, or the next working day when offices do not work on it
     * @return a working day
     * @throws IllegalArgumentException when days is negative or above {@value #MOST_DAYS}
     */
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be from 0 to " + MOST_DAYS);
        }
        if (days == 0) {
            return working(from);
        }
        LocalDate day = from;
        for (int left = days; left > 0; left--) {
            day = working(day.plusDays(1));
        }
        return day;
    }

    /**
     * Counts the working days in between.
     *
     * @param after the day from which on, exclusive
     * @param until the day up to which, inclusive
     * @return how many; 0 when until is not later
     */
    public long workingDaysBetween(LocalDate after, LocalDate until) {
        return until.isAfter(after)
                ? after.plusDays(1)
                        .datesUntil(until.plusDays(1))
                        .filter(this::worksOn)
                        .count()
                : 0;
    }

    /**
     * The end of a period that is given in working days: what comes on a Friday with three days is due when offices close on Wednesday.
     *
     * @param begin when it begins; that day does not count
     * @param days how many working days
     * @param zone where the offices are
     * @return the last day
     * @throws IllegalArgumentException when days is negative or above {@value #MOST_DAYS}
     */
    public WorkingDate due(Instant begin, int days, ZoneId zone) {
        LocalDate from = begin.atZone(zone).toLocalDate();
        return counted(from, plusWorkingDays(from, days), zone);
    }

    /**
     * When some working days have passed: at the same hour some working days later, and when offices close on that day if it began after
     * they closed or on a day off.
     *
     * @param begin when it begins
     * @param days how many working days
     * @param zone where the offices are
     * @return the moment
     * @throws IllegalArgumentException when days is negative or above {@value #MOST_DAYS}
     */
    public Instant after(Instant begin, int days, ZoneId zone) {
        ZonedDateTime at = begin.atZone(zone);
        LocalDate from = at.toLocalDate();
        LocalDate day = plusWorkingDays(from, days);
        boolean inHours = worksOn(from) && at.toLocalTime().isBefore(closing(from));
        LocalTime hour = inHours && at.toLocalTime().isBefore(closing(day)) ? at.toLocalTime() : closing(day);
        return day.atTime(hour).atZone(zone).toInstant();
    }

    /**
     * When some working days are left: at the same hour some working days earlier, and at the latest when offices close on that day.
     *
     * @param end when the time is over
     * @param days how many working days
     * @param zone where the offices are
     * @return the moment
     * @throws IllegalArgumentException when days is not from 1 to {@value #MOST_DAYS}
     */
    public Instant before(Instant end, int days, ZoneId zone) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be from 1 to " + MOST_DAYS);
        }
        ZonedDateTime at = end.atZone(zone);
        LocalDate day = at.toLocalDate();
        for (int left = days; left > 0; left--) {
            do {
                day = day.minusDays(1);
            } while (!worksOn(day));
        }
        LocalTime hour = at.toLocalTime().isBefore(closing(day)) ? at.toLocalTime() : closing(day);
        return day.atTime(hour).atZone(zone).toInstant();
    }

    /**
     * The earliest day on which a mail can go out. What comes in after the cut-off hour, after offices closed, or on a day off counts as of
     * the next working day.
     *
     * @param received when the request came in
     * @param lead the lead time
     * @param zone where the offices are
     * @return the day
     */
    public WorkingDate earliest(Instant received, LeadTime lead, ZoneId zone) {
        ZonedDateTime at = received.atZone(zone);
        LocalDate from = at.toLocalDate();
        boolean late = worksOn(from)
                && (!at.toLocalTime().isBefore(lead.cutOff())
                        || !at.toLocalTime().isBefore(closing(from)));
        LocalDate counts = working(late ? from.plusDays(1) : from);
        return counted(from, plusWorkingDays(counts, lead.workingDays()), zone);
    }

    /**
     * Whether the holidays of a span of days are known.
     *
     * @param first the first day
     * @param last the last day
     * @return what to tell whoever relies on it, naming the last year known; nothing when all are known
     */
    public Optional<LocalizedText> warning(LocalDate first, LocalDate last) {
        if (first.getYear() >= firstYear() && last.getYear() <= lastYear()) {
            return Optional.empty();
        }
        return Optional.of(LocalizedText.of(
                "Çalışma takvimi " + firstYear() + "–" + lastYear() + " yıllarını biliyor; " + first + " – " + last
                        + " arasında dinî bayramlar hesaba katılmamış olabilir. Takvim verisini yenileyin.",
                "The working calendar knows the years " + firstYear() + "–" + lastYear() + "; from " + first + " to "
                        + last + " religious holidays may be left out of account. Renew the calendar's data."));
    }

    private LocalDate working(LocalDate from) {
        LocalDate day = from;
        while (!worksOn(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private WorkingDate counted(LocalDate from, LocalDate date, ZoneId zone) {
        Instant closing = date.atTime(closing(date)).atZone(zone).toInstant();
        return new WorkingDate(date, closing, warning(from, date).orElse(null));
    }
}
