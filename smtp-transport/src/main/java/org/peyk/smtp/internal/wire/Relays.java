package org.peyk.smtp.internal.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.peyk.smtp.SmtpRelay;

/**
 * The relays in order of preference, and which of them rest because they failed: 30 seconds, then twice as long each time, up to 15 minutes.
 * One that rests is not forgotten: it is tried when no other one works. Only an accepted message ends its record of failures, for a server
 * that is shutting down still opens connections. Safe for use by several threads.
 */
final class Relays {
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 6;

    private static final class Standing {
        private final SmtpRelay relay;
        private volatile int failures;
        private volatile long restsUntil;

        Standing(SmtpRelay relay) {
            this.relay = relay;
        }
    }

    private final List<Standing> records;
    private final LongSupplier nanoTime;

    Relays(List<SmtpRelay> relays, LongSupplier nanoTime) {
        this.records = relays.stream().map(Standing::new).toList();
        this.nanoTime = nanoTime;
    }

    /** All relays in the order in which they are to be tried: those at work as preferred, then those at rest, the soonest rested first. */
    synchronized List<SmtpRelay> inOrder() {
        long now = nanoTime.getAsLong();
        List<Standing> order =
                new ArrayList<>(records.stream().filter(r -> !rests(r, now)).toList());
        records.stream()
                .filter(r -> rests(r, now))
                .sorted(Comparator.comparingLong(r -> r.restsUntil - now))
                .forEach(order::add);
        return order.stream().map(r -> r.relay).toList();
    }

    /** The relays that rest. */
    synchronized List<SmtpRelay> resting() {
        long now = nanoTime.getAsLong();
        return records.stream().filter(r -> rests(r, now)).map(r -> r.relay).toList();
    }

    private static boolean rests(Standing record, long now) {
        return record.failures > 0 && record.restsUntil - now > 0;
    }

    /** It could not be connected to, or ended a session. Connections that break together count once. */
    synchronized void failed(SmtpRelay relay) {
        long now = nanoTime.getAsLong();
        for (Standing record : records) {
            if (record.relay.equals(relay) && !rests(record, now)) {
                record.failures = Math.min(record.failures + 1, MOST_DOUBLINGS);
                record.restsUntil =
                        now + Math.min(LONGEST_REST.toNanos(), FIRST_REST.toNanos() << (record.failures - 1));
            }
        }
    }

    /** It accepted a message. */
    void worked(SmtpRelay relay) {
        for (Standing record : records) {
            if (record.failures > 0 && record.relay.equals(relay)) {
                synchronized (this) {
                    record.failures = 0;
                }
            }
        }
    }
}
