package org.peyk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What submission fixed about the time of a request: when it can go out at the earliest, and after when it would come too late.
 *
 * @param earliest the first moment the lead time allows; null without a lead time
 * @param earliestDay the day of that moment in the zone of the process; null without a lead time
 * @param end the moment after which nothing more may leave: the end of the window, the start of the event or the end of a call's closing
 *     date, whichever comes first; null for no such moment
 */
public record RequestTimes(
        @Nullable Instant earliest,
        @Nullable LocalDate earliestDay,
        @Nullable Instant end) {

    /** No bounds, as for a draft. */
    public static final RequestTimes NONE = new RequestTimes(null, null, null);

    /**
     * The times of a request that is changed: the lead time counts from when it first came in, and the end is found out anew.
     *
     * @return the times without an end
     */
    public RequestTimes open() {
        return new RequestTimes(earliest, earliestDay, null);
    }

    /**
     * These times with an end that is not later than another one.
     *
     * @param other another end, or null for none
     * @return the times
     */
    public RequestTimes endingBy(@Nullable Instant other) {
        boolean sooner = other != null && (end == null || other.isBefore(end));
        return sooner ? new RequestTimes(earliest, earliestDay, other) : this;
    }
}
