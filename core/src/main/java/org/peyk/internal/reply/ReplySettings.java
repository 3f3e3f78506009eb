package org.peyk.internal.reply;

import java.time.ZoneId;

/**
 * How answers are taken in.
 *
 * @param zone where the offices are whose working days count
 * @param dueWorkingDays how many working days a unit has for an answer; at least 1
 * @param pageSize how many mails are taken in one transaction; at least 1
 */
public record ReplySettings(ZoneId zone, int dueWorkingDays, int pageSize) {

    public static final int DUE_WORKING_DAYS = 3;
    public static final int PAGE_SIZE = 100;

    public ReplySettings {
        if (dueWorkingDays < 1 || pageSize < 1) {
            throw new IllegalArgumentException("dueWorkingDays and pageSize must be at least 1");
        }
    }

    public static ReplySettings in(ZoneId zone) {
        return new ReplySettings(zone, DUE_WORKING_DAYS, PAGE_SIZE);
    }
}
