package org.peyk.internal.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.peyk.SendingConfig;
import org.peyk.internal.store.BatchKey;

/** How long a batch waits after its session failed: longer each time, until a session works again. */
final class SessionBackoff {

    private final Map<BatchKey, Integer> failures = new ConcurrentHashMap<>();
    private final Duration first;
    private final Duration limit;

    SessionBackoff(SendingConfig config) {
        this.first = config.sessionBackoff();
        this.limit = config.sessionBackoffLimit();
    }

    Duration failed(BatchKey key) {
        int n = failures.merge(key, 1, Integer::sum);
        Duration wait = first.multipliedBy(1L << Math.min(n - 1, 30));
        return wait.compareTo(limit) < 0 ? wait : limit;
    }

    void worked(BatchKey key) {
        failures.remove(key);
    }
}
