package org.peyk.examples.quickstart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The story's time: it begins on a Tuesday in November 2026, some weeks before the event that the documents announce, runs as real time does,
 * and skips the hours in which people think. So the story is the same on whatever day it is run.
 */
final class StoryClock extends Clock {

    static final Instant BEGINNING = Instant.parse("2026-11-24T06:10:00Z");

    private final Clock real;
    private final ZoneId zone;
    private final AtomicReference<Duration> ahead;

    StoryClock(Clock real, ZoneId zone) {
        this(real, zone, new AtomicReference<>(Duration.between(real.instant(), BEGINNING)));
    }

    private StoryClock(Clock real, ZoneId zone, AtomicReference<Duration> ahead) {
        this.real = real;
        this.zone = zone;
        this.ahead = ahead;
    }

    /** Time passes in which nothing happens. */
    void skip(Duration time) {
        ahead.updateAndGet(a -> a.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new StoryClock(real, other, ahead);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }
}
