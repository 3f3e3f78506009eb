package org.peyk.internal.reply;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.peyk.SignedReturnPath;
import org.peyk.calendar.WorkingCalendar;

/**
 * How answers are taken in.
 *
 * @param zone where the offices are whose working days count
 * @param dueWorkingDays how many working days a unit has for an answer; at least 1
 * @param pageSize how many mails are taken in one transaction; at least 1
 * @param calendar which days those are
 * @param returnPath by which reports are known, or null when return paths are not signed
 */
public record ReplySettings(
        ZoneId zone,
        int dueWorkingDays,
        int pageSize,
        WorkingCalendar calendar,
        @Nullable SignedReturnPath returnPath) {

    public static final int DUE_WORKING_DAYS = 3;
    public static final int PAGE_SIZE = 100;

    public ReplySettings {
        if (dueWorkingDays < 1 || dueWorkingDays > WorkingCalendar.MOST_DAYS || pageSize < 1) {
            throw new IllegalArgumentException(
                    "dueWorkingDays must be from 1 to " + WorkingCalendar.MOST_DAYS + ", pageSize at least 1");
        }
    }

    /** With return paths that are not signed. */
    public ReplySettings(ZoneId zone, int dueWorkingDays, int pageSize, WorkingCalendar calendar) {
        this(zone, dueWorkingDays, pageSize, calendar, null);
    }

    /** With the calendar that is shipped. */
    public ReplySettings(ZoneId zone, int dueWorkingDays, int pageSize) {
        this(zone, dueWorkingDays, pageSize, WorkingCalendar.turkey());
    }

    public static ReplySettings in(ZoneId zone) {
        return in(zone, WorkingCalendar.turkey());
    }

    public static ReplySettings in(ZoneId zone, WorkingCalendar calendar) {
        return new ReplySettings(zone, DUE_WORKING_DAYS, PAGE_SIZE, calendar);
    }

    public ReplySettings returnPath(@Nullable SignedReturnPath value) {
        return new ReplySettings(zone, dueWorkingDays, pageSize, calendar, value);
    }
}
