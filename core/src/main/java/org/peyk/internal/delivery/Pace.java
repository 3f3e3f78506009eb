package org.peyk.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast one sending account may go on this node. A server that asks to slow down means the account, whichever message it said it of: no
 * session of the account goes on before the wait is over, then half as many as before, and one more each minute without such an answer.
 * Thread-safe.
 */
final class Pace {

    private static final Duration STEP = Duration.ofMinutes(1);

    private final int most;
    private int allowed;
    private Instant changed = Instant.MIN;
    private @Nullable Instant until;

    Pace(int most) {
        this.most = most;
        this.allowed = most;
    }

    /** The server asked to slow down. Answers to what was under way when it first said so mean the same. */
    synchronized void slowDown(Instant to, Instant now) {
        Instant held = until;
        if (held == null || !now.isBefore(held)) {
            allowed = Math.max(1, allowed(now) / 2);
        }
        if (held == null || held.isBefore(to)) {
            until = to;
        }
        changed = until == null ? to : until;
    }

    /** Until when nothing may leave, or null when something may. */
    synchronized @Nullable Instant heldUntil(Instant now) {
        Instant held = until;
        return held != null && now.isBefore(held) ? held : null;
    }

    /** Whether fewer sessions may be open than the account has. */
    synchronized boolean slowed(Instant now) {
        return allowed(now) < most;
    }

    /** How many sessions may be open at once. */
    synchronized int allowed(Instant now) {
        if (allowed < most && now.isAfter(changed)) {
            long steps = Duration.between(changed, now).dividedBy(STEP);
            if (steps > 0) {
                allowed = (int) Math.min(most, allowed + steps);
                changed = changed.plus(STEP.multipliedBy(steps));
            }
        }
        return allowed;
    }
}
