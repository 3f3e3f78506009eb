package org.peyk.internal.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * A date as it stands in a text.
 *
 * @param first the day, or the first day of a range such as {@code 29-30 Ekim 2026}
 * @param last the day, or the last day of the range
 * @param weekday the weekday written beside it, or null
 * @param start index of the first character, the weekday included
 * @param end index after the last one
 */
public record WrittenDate(
        LocalDate first, LocalDate last, @Nullable DayOfWeek weekday, int start, int end) {

    /**
     * Whether the weekday written beside the date is wrong; of a range, that of the first or the last day is right.
     *
     * @return whether a weekday is written and the date does not fall on it
     */
    public boolean weekdayWrong() {
        return weekday != null && weekday != first.getDayOfWeek() && weekday != last.getDayOfWeek();
    }

    /**
     * Name of the weekday on which the date really falls.
     *
     * @return the name of the last day's weekday, beside which a weekday stands
     */
    public LocalizedText rightWeekday() {
        return DateWords.name(last.getDayOfWeek());
    }

    /**
     * Whether a day is meant.
     *
     * @param day the day
     * @return whether it is the date or lies in the range
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
