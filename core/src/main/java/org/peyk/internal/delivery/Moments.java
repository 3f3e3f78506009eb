package org.peyk.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the store keeps them, to the microsecond. */
final class Moments {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private Moments() {}

    /** A clock that never shows more than the store keeps, so that what is stored as due now is due now. */
    static Clock of(Clock clock) {
        return Clock.tick(clock, MICROSECOND);
    }

    /** The first moment the store can keep that is not before this one, so that nothing is done too early. */
    static Instant up(Instant at) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        return kept.equals(at) ? at : kept.plus(MICROSECOND);
    }
}
