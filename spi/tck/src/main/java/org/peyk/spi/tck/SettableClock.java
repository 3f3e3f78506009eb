package org.peyk.spi.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is set. May be read and set by any thread. */
public final class SettableClock extends Clock {
    private final Hands hands;
    private final ZoneId zone;

    private SettableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** What clocks of different zones share. */
    private static final class Hands {
        private Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        synchronized Instant now() {
            return now;
        }

        synchronized void set(Instant moment) {
            now = moment;
        }

        synchronized void advance(Duration by) {
            now = now.plus(by);
        }
    }

    /**
     * A clock that shows a moment, in UTC.
     *
     * @param moment what it shows
     * @return the clock
     */
    public static SettableClock at(Instant moment) {
        return new SettableClock(new Hands(moment), ZoneOffset.UTC);
    }

    /**
     * A clock that shows a moment.
     *
     * @param moment what it shows, such as {@code 2026-11-23T09:00:00Z}
     * @return the clock
     */
    public static SettableClock at(String moment) {
        return at(Instant.parse(moment));
    }

    /**
     * Sets the clock, to an earlier moment too.
     *
     * @param moment what it shows from now on
     */
    public void set(Instant moment) {
        hands.set(moment);
    }

    /**
     * Moves the clock.
     *
     * @param by how far; backwards when negative
     */
    public void advance(Duration by) {
        hands.advance(by);
    }

    @Override
    public Instant instant() {
        return hands.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /**
     * The same clock in another zone: setting one sets both.
     *
     * @param other the zone
     * @return a clock that shows the same moment
     */
    @Override
    public SettableClock withZone(ZoneId other) {
        return new SettableClock(hands, other);
    }
}
