package org.peyk.internal.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Detail;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;

/** After when a mail about something would come too late, by what it announces. */
public final class EventEnd {

    private EventEnd() {}

    /**
     * The start of an event that people are invited to, or the end of a call's closing date; null for other purposes, and where the form does
     * not say it yet.
     */
    public static @Nullable Instant of(RequestForm form, ZoneId zone) {
        if (form.purpose() == Purpose.INVITATION) {
            Optional<LocalDate> day = date(form, Detail.DATE);
            Optional<LocalTime> hour =
                    Optional.ofNullable(form.details().get(Detail.TIME)).flatMap(FormRules::parseTime);
            return day.isPresent() && hour.isPresent()
                    ? ZonedDateTime.of(day.get(), hour.get(), zone).toInstant()
                    : null;
        }
        if (form.purpose() == Purpose.CALL) {
            return date(form, Detail.DEADLINE)
                    .map(d -> d.plusDays(1).atStartOfDay(zone).toInstant())
                    .orElse(null);
        }
        return null;
    }

    private static Optional<LocalDate> date(RequestForm form, Detail detail) {
        return Optional.ofNullable(form.details().get(detail)).flatMap(FormRules::parseDate);
    }
}
