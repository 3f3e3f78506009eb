package org.peyk.smtp.internal.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that looks after all connections of a transport, several times a second. It lives only while there are connections, so that a
 * transport at rest costs nothing.
 */
final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger("org.peyk.smtp");
    private static final long PERIOD_NANOS = 200_000_000;

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final Runnable housekeeping;
    private @Nullable Thread thread;

    /**
     * Makes a watchdog.
     *
     * @param housekeeping also run at each round; must not block or throw
     */
    Watchdog(Runnable housekeeping) {
        this.housekeeping = housekeeping;
    }

    synchronized void watch(Guard guard) {
        guards.add(guard);
        if (thread == null) {
            Thread started = new Thread(this::run, "peyk-smtp-watchdog");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    /** Gives back whether it was watched. */
    boolean forget(Guard guard) {
        return guards.remove(guard);
    }

    private void run() {
        do {
            LockSupport.parkNanos(PERIOD_NANOS);
            long now = System.nanoTime();
            try {
                guards.forEach(guard -> guard.look(now));
                housekeeping.run();
            } catch (RuntimeException e) {
                // whatever one connection did, the others are still to be watched
                LOG.warn("an SMTP connection could not be looked after", e);
            }
        } while (!endsNow());
    }

    private synchronized boolean endsNow() {
        if (!guards.isEmpty()) {
            return false;
        }
        thread = null;
        return true;
    }
}
