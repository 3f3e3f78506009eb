package org.peyk.spi.tck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peyk.spi.PersonId;
import org.peyk.spi.Plugin;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.event.ProcessListener;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract of a {@link ProcessListener}. */
public interface ProcessListenerContract extends PluginContract {

    /**
     * A new instance with the same effects, as there is after a restart. Closed by the contract when it can be closed.
     *
     * @return the listener
     */
    ProcessListener listener();

    /**
     * What listeners have done so far: rows that were written, messages that were sent, lines that were logged.
     *
     * @return a copy that is equal to another one when nothing was done in between
     * @throws Exception when it cannot be found out
     */
    Object effects() throws Exception;

    /**
     * Whether an event that comes again changes nothing. The library gives events at least once; a listener that does not mind says so
     * here, and the contract checks that it is true.
     *
     * @return true, unless overridden
     */
    default boolean idempotent() {
        return true;
    }

    /**
     * A listener that waits for something that does not come.
     *
     * @return the listener; empty when it never waits
     */
    default Optional<ProcessListener> stuckListener() {
        return Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * @return a new listener
     */
    @Override
    default Plugin plugin() {
        return listener();
    }

    /**
     * Every type of event is taken, and not all of them for nothing.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void takesEveryEvent() throws Exception {
        Object before = effects();
        give(listener(), history("talep-1", 1));
        assertThat(effects().equals(before))
                .as("the listener did nothing at all")
                .isFalse();
    }

    /**
     * What comes again, at once, later, or after a restart, changes nothing; or does, if the listener says so.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void takesWhatComesAgain() throws Exception {
        List<ProcessEvent> history = history("talep-1", 1);
        ProcessListener listener = listener();
        try {
            give(listener, history);
            Object once = effects();
            give(listener, history.subList(0, 3));
            give(listener(), history);
            assertThat(effects().equals(once))
                    .as("no effect of events that came again")
                    .isEqualTo(idempotent());
        } finally {
            Crowd.close(listener);
        }
    }

    /**
     * Values of any kind are taken: none, unknown ones, long ones, by nobody. An event that a listener cannot take comes again for ever.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void takesAnyValues() throws Exception {
        List<Map<String, String>> datas = List.of(
                Map.of(),
                Map.of("peyk-tck-bilinmeyen", "ığüşöç İ 🙂"),
                Map.of("step", "x".repeat(100_000), "reason", "", "key with blank", "a\r\nb\0"),
                Map.of("count", "-1", "size", "99999999999999999999"));
        List<ProcessEvent> events = new ArrayList<>();
        for (Map<String, String> data : datas) {
            for (EventType type : EventType.values()) {
                int n = events.size() + 1;
                events.add(new ProcessEvent(n, RequestId.of("talep-2"), n, type, Instant.EPOCH, null, data));
            }
        }
        give(listener(), events);
    }

    /**
     * Histories of several requests come interleaved, on whatever thread.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void takesEventsOnAnyThread() throws Exception {
        List<ProcessEvent> events = new ArrayList<>(history("talep-3", 1));
        events.addAll(history("talep-4", 2));
        events.sort(Comparator.comparingLong(ProcessEvent::position));
        ProcessListener listener = listener();
        try {
            for (ProcessEvent event : events) {
                give(listener, List.of(event), false);
            }
        } finally {
            Crowd.close(listener);
        }
    }

    /**
     * A thread that is asked to stop stops, or finishes and still knows that it was asked.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void answersAnInterrupt() throws Exception {
        ProcessEvent event = history("talep-5", 1).get(0);
        Optional<ProcessListener> stuck = stuckListener();
        if (stuck.isPresent()) {
            Interrupts.areAnswered("onEvent", bound(), () -> {
                stuck.get().onEvent(event);
                return event;
            });
        }
        ProcessListener listener = listener();
        try {
            Interrupts.areNotSwallowed("onEvent", bound(), () -> {
                listener.onEvent(event);
                return event;
            });
        } finally {
            Crowd.close(listener);
        }
    }

    /**
     * A null is a mistake of the caller.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void refusesMistakesOfTheCaller() throws Exception {
        ProcessListener listener = listener();
        try {
            Wrong.isProgrammersError("onEvent(null)", () -> listener.onEvent(Wrong.nothing()));
        } finally {
            Crowd.close(listener);
        }
    }

    private void give(ProcessListener listener, List<ProcessEvent> events) throws Exception {
        give(listener, events, true);
    }

    private void give(ProcessListener listener, List<ProcessEvent> events, boolean close) throws Exception {
        try {
            Crowd.within(patience(), () -> {
                for (ProcessEvent event : events) {
                    listener.onEvent(event);
                }
                return events;
            });
        } finally {
            if (close) {
                Crowd.close(listener);
            }
        }
    }

    /** One event of each type, as of a request that met everything. */
    private static List<ProcessEvent> history(String request, int offset) {
        List<ProcessEvent> events = new ArrayList<>();
        for (EventType type : EventType.values()) {
            int n = events.size() + 1;
            events.add(new ProcessEvent(
                    10L * n + offset,
                    RequestId.of(request),
                    n,
                    type,
                    Instant.parse("2026-11-23T06:00:00Z").plusSeconds(n),
                    PersonId.of("kisi-" + n),
                    Map.of("revision", "1")));
        }
        return Collections.unmodifiableList(events);
    }
}
