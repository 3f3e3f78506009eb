package org.peyk.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.peyk.Activity;
import org.peyk.Health;
import org.peyk.MailProcess;
import org.peyk.RequestState;
import org.peyk.StoreException;
import org.peyk.Vitals;
import org.peyk.spi.Channel;

/**
 * Meters of a process. Labels are states, outcomes, channels and parts; none holds an address, a name, a request or a text, and there are no
 * more of them however many messages are sent.
 *
 * <table>
 *   <caption>Meters</caption>
 *   <tr><th>Name</th><th>Label</th><th>Meaning</th></tr>
 *   <tr><td>{@code peyk.deliveries}</td><td>{@code outcome}: sent, deferred, failed, in_doubt</td><td>answers of this node, counted</td></tr>
 *   <tr><td>{@code peyk.sessions}</td><td>{@code channel}</td><td>sessions of this node that are sending</td></tr>
 *   <tr><td>{@code peyk.ledger.commits}</td><td></td><td>transactions of the ledger on this node, counted</td></tr>
 *   <tr><td>{@code peyk.ledger.waiting}</td><td></td><td>changes that wait for the next one</td></tr>
 *   <tr><td>{@code peyk.requests}</td><td>{@code state}</td><td>requests of all nodes</td></tr>
 *   <tr><td>{@code peyk.healthy}</td><td>{@code part}: store, ledger, work</td><td>1, or 0 while something is wrong with it</td></tr>
 * </table>
 *
 * <p>Requests and health are asked of the store, at most every ten seconds however often the meters are read. Thread-safe.
 */
@SuppressWarnings("exports") // who has no Micrometer must not need its module; who uses this names it himself
public final class ProcessMeters implements MeterBinder {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Vitals vitals;
    private final Kept<Map<RequestState, Long>> requests;
    private final Kept<Health> health;

    /**
     * Makes meters; nothing is measured before they are bound.
     *
     * @param process the process, which may be started later
     */
    public ProcessMeters(MailProcess process) {
        this.vitals = process.vitals();
        this.requests = new Kept<>(vitals::requests);
        this.health = new Kept<>(vitals::health);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        deliveries(registry, "sent", Activity::sent);
        deliveries(registry, "deferred", Activity::deferred);
        deliveries(registry, "failed", Activity::failed);
        deliveries(registry, "in_doubt", Activity::inDoubt);
        for (Channel channel : Channel.values()) {
            Gauge.builder("peyk.sessions", vitals, v -> v.activity().sessions().getOrDefault(channel, 0))
                    .tag("channel", small(channel))
                    .description("Sessions that are sending at the moment")
                    .strongReference(true)
                    .register(registry);
        }
        FunctionCounter.builder("peyk.ledger.commits", vitals, v -> v.activity().ledgerCommits())
                .description("Transactions in which the ledger stored intents and results")
                .register(registry);
        Gauge.builder("peyk.ledger.waiting", vitals, v -> v.activity().ledgerWaiting())
                .description("Changes that wait for the ledger's next transaction")
                .strongReference(true)
                .register(registry);
        for (RequestState state : RequestState.values()) {
            Gauge.builder("peyk.requests", requests, r -> number(r, state))
                    .tag("state", small(state))
                    .description("Requests in a state")
                    .strongReference(true)
                    .register(registry);
        }
        for (Health.Part part : Health.Part.values()) {
            Gauge.builder("peyk.healthy", health, h -> h.get().healthy(part) ? 1 : 0)
                    .tag("part", small(part))
                    .description("1 when a part is in order")
                    .strongReference(true)
                    .register(registry);
        }
    }

    private void deliveries(MeterRegistry registry, String outcome, ToDoubleFunction<Activity> count) {
        FunctionCounter.builder("peyk.deliveries", vitals, v -> count.applyAsDouble(v.activity()))
                .tag("outcome", outcome)
                .description("Answers to messages, by what became of them")
                .register(registry);
    }

    private static double number(Kept<Map<RequestState, Long>> requests, RequestState state) {
        try {
            return requests.get().getOrDefault(state, 0L);
        } catch (StoreException e) {
            // what is not known is no number; the health says why
            return Double.NaN;
        }
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** An answer that is asked for anew when it is old. */
    private static final class Kept<T> {
        private final Supplier<T> question;
        private @Nullable T answer;
        private long askedAt;

        Kept(Supplier<T> question) {
            this.question = question;
        }

        synchronized T get() {
            T kept = answer;
            long now = System.nanoTime();
            if (kept == null || now - askedAt > FRESH_NANOS) {
                kept = question.get();
                answer = kept;
                askedAt = now;
            }
            return kept;
        }
    }
}
