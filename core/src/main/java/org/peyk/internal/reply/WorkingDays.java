package org.peyk.internal.reply;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Counts days on which offices work: Monday to Friday. */
final class WorkingDays {

    /** When a working day ends for somebody who waits for an answer (mesai bitimi). */
    static final LocalTime CLOSING = LocalTime.of(17, 0);

    private WorkingDays() {}

    /**
     * The end of a time that is given in working days. The day it begins on does not count, as in the law of periods; so what comes on a
     * Friday or over the weekend with three days is due on Wednesday.
     */
    static Instant after(Instant begin, int days, ZoneId zone) {
        LocalDate day = begin.atZone(zone).toLocalDate();
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.atTime(CLOSING).atZone(zone).toInstant();
    }
}
