package org.peyk.calendar;

import java.time.LocalTime;

/**
 * How long before a mail goes out its request must be there.
 *
 * @param workingDays working days between the day it comes in and the day it goes out; 0 for the same day
 * @param cutOff the hour from which on what comes in counts as of the next working day
 */
public record LeadTime(int workingDays, LocalTime cutOff) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when it is negative or above {@value WorkingCalendar#MOST_DAYS}
     */
    public LeadTime {
        if (workingDays < 0 || workingDays > WorkingCalendar.MOST_DAYS) {
            throw new IllegalArgumentException("workingDays must be from 0 to " + WorkingCalendar.MOST_DAYS);
        }
    }
}
