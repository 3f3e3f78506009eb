package org.peyk.smtp.internal.wire;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.SmtpRelay;

/**
 * Which relay the next connection goes to. Those with a weight share the connections; where none of them works, the next one that stands in is
 * taken. One that failed rests: 30 seconds, then twice as long each time, up to 15 minutes. It is not forgotten: it is tried when no other one
 * works. Only an accepted message ends its record of failures, for a server that is shutting down still opens connections.
 *
 * <p>One that is new or comes back starts slowly: one connection, then one more with each message that it accepts, and one more after each
 * step of time, so that a connection over which nothing is sent holds nobody up for long. Safe for use by several threads.
 */
final class Relays {
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 6;

    /** A connection may be opened to this relay, or none may before some time is over. */
    record Choice(@Nullable SmtpRelay relay, long waitNanos) {}

    private static final class Standing {
        private final SmtpRelay relay;
        private int open;
        private int accepted;
        private boolean begun;
        private long begunAt;
        private volatile boolean grown;
        private volatile int failures;
        private volatile long restsUntil;

        Standing(SmtpRelay relay) {
            this.relay = relay;
        }
    }

    private final List<Standing> records;
    private final int most;
    private final long step;
    private final LongSupplier nanoTime;

    /**
     * Starts with all of them new.
     *
     * @param relays in order of preference
     * @param most how many connections there may be in all
     * @param slowStart the step of a slow start, or zero for none
     * @param nanoTime a clock that never jumps
     */
    Relays(List<SmtpRelay> relays, int most, Duration slowStart, LongSupplier nanoTime) {
        this.records = relays.stream().map(Standing::new).toList();
        this.most = most;
        this.step = slowStart.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Takes a place at the relay that a connection is to be opened to; {@link #release} gives it back.
     *
     * @param tried those that failed just now, which are passed over
     * @return null when all were tried
     */
    synchronized @Nullable Choice choose(Collection<SmtpRelay> tried) {
        long now = nanoTime.getAsLong();
        List<Standing> left =
                records.stream().filter(r -> !tried.contains(r.relay)).toList();
        List<Standing> working = left.stream().filter(r -> !rests(r, now)).toList();
        List<Standing> sharing =
                working.stream().filter(r -> r.relay.weight() > 0).toList();
        if (!sharing.isEmpty()) {
            return sharing.stream()
                    .filter(r -> hasRoom(r, now))
                    .min(Comparator.comparingDouble(Relays::load))
                    .map(r -> take(r, now))
                    .orElseGet(() -> sharing.stream()
                            .map(r -> untilRoom(r, now))
                            .min(Comparator.comparingLong(Choice::waitNanos))
                            .orElseThrow());
        }
        Standing next = working.isEmpty()
                ? left.stream()
                        .min(Comparator.comparingLong(r -> r.restsUntil - now))
                        .orElse(null)
                : working.get(0);
        if (next == null) {
            return null;
        }
        return hasRoom(next, now) ? take(next, now) : untilRoom(next, now);
    }

    private static Choice take(Standing record, long now) {
        record.open++;
        if (!record.begun) {
            record.begun = true;
            record.begunAt = now;
        }
        return new Choice(record.relay, 0);
    }

    /** How much of its share it would have with one more. */
    private static double load(Standing record) {
        return (record.open + 1.0) / record.relay.weight();
    }

    private boolean hasRoom(Standing record, long now) {
        return record.open < allowed(record, now);
    }

    private int allowed(Standing record, long now) {
        if (record.grown || step == 0) {
            return Integer.MAX_VALUE;
        }
        long allowed = 1 + record.accepted + (record.begun ? (now - record.begunAt) / step : 0);
        if (allowed >= most) {
            record.grown = true;
        }
        return (int) Math.min(most, allowed);
    }

    private Choice untilRoom(Standing record, long now) {
        return new Choice(null, record.begun ? step - (now - record.begunAt) % step : step);
    }

    /** The connection that has a place at it is closed, or did not come about. */
    synchronized void release(SmtpRelay relay) {
        for (Standing record : records) {
            if (record.relay.equals(relay)) {
                record.open--;
            }
        }
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
                record.grown = false;
                record.accepted = 0;
                record.begun = false;
            }
        }
    }

    /**
     * It accepted a message.
     *
     * @return whether one more connection may be opened to it because of that
     */
    boolean worked(SmtpRelay relay) {
        boolean more = false;
        for (Standing record : records) {
            if ((record.failures > 0 || !record.grown) && record.relay.equals(relay)) {
                synchronized (this) {
                    record.failures = 0;
                    record.accepted = Math.min(most, record.accepted + 1);
                    more = !record.grown;
                    record.grown |= record.accepted >= most;
                }
            }
        }
        return more;
    }
}
