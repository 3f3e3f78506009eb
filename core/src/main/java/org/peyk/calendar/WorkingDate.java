package org.peyk.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * A day that was counted in working days.
 *
 * @param date the day; offices work on it
 * @param closing when offices close on it
 * @param doubt why it may be wrong, or null when the calendar knows all the days that were counted
 */
public record WorkingDate(
        LocalDate date, Instant closing, @Nullable LocalizedText doubt) {

    /**
     * What to tell whoever reads the date: the calendar does not reach as far, so that only weekends and yearly holidays were left out.
     *
     * @return the warning, or nothing when the date is certain
     */
    public Optional<LocalizedText> warning() {
        return Optional.ofNullable(doubt);
    }
}
