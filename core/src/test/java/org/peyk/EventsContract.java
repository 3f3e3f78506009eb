package org.peyk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The feed of events, and listeners beside it, through the public rooms on either engine. */
abstract class EventsContract {

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private DataSource database;
    private MailProcess process;

    abstract DataSource database(Path dir);

    @BeforeEach
    void begin() {
        database = database(directory);
        process = PortalProcess.over(database, clock).build();
    }

    @AfterEach
    void end() {
        process.close();
    }

    /** Reads on from a position to the present end, in small pages. */
    private static long read(MailProcess from, long position, List<ProcessEvent> into) {
        EventPage page = from.events().after(position, 3);
        while (!page.events().isEmpty()) {
            into.addAll(page.events());
            page = from.events().after(page.next(), 3);
        }
        return page.next();
    }

    @Test
    void missedEventsAreReadAgainByPositionAlsoAfterARestart() {
        RequestId id = PortalProcess.approved(process.requests());
        List<ProcessEvent> first = new ArrayList<>();
        long position = read(process, 0, first);
        assertThat(first)
                .extracting(ProcessEvent::type)
                .containsExactly(EventType.CREATED, EventType.SUBMITTED, EventType.APPROVAL_GIVEN, EventType.APPROVED);
        assertThat(position).isEqualTo(process.events().end());

        process.requests().comment(Samples.REQUESTER, id, "kapanmadan önce");
        process.close();
        process = PortalProcess.over(database, clock).build();
        process.requests().comment(Samples.REQUESTER, id, "açıldıktan sonra");

        List<ProcessEvent> later = new ArrayList<>();
        read(process, position, later);
        assertThat(later).extracting(ProcessEvent::sequence).containsExactly(5, 6);
        List<ProcessEvent> again = new ArrayList<>();
        read(process, 0, again);
        assertThat(again).startsWith(first.toArray(ProcessEvent[]::new)).endsWith(later.toArray(ProcessEvent[]::new));
        assertThat(again).hasSize(6);
        assertThat(again.toString()).doesNotContain("kapanmadan");
    }

    @Test
    void nothingIsMissedAndNothingReadTwiceWhileOthersWrite() throws Exception {
        int writers = 4;
        int each = 15;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<ProcessEvent> seen = new ArrayList<>();
        long position = 0;
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                writing.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
                            Requests joined = process.requests().in(t);
                            joined.comment(Samples.REQUESTER, PortalProcess.submitted(joined), "not");
                            t.commit();
                        }
                        PortalProcess.draft(process.requests());
                    }
                    return null;
                }));
            }
            boolean more = true;
            while (more) {
                more = writing.stream().anyMatch(f -> !f.isDone());
                position = read(process, position, seen);
            }
            for (Future<?> f : writing) {
                f.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen).hasSize(writers * each * 4);
        assertThat(seen).extracting(ProcessEvent::position).isSorted().doesNotHaveDuplicates();
        Set<String> places = new HashSet<>();
        seen.forEach(e -> places.add(e.request() + "/" + e.sequence()));
        assertThat(places).hasSize(seen.size());
    }

    @Test
    void positionAndLimitAreChecked() {
        assertThat(process.events().end()).isZero();
        assertThat(process.events().after(0, 1)).isEqualTo(new EventPage(List.of(), 0));
        assertThatThrownBy(() -> process.events().after(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> process.events().after(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> process.events().after(0, Events.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void E15_listenerThrowsAndGetsTheEventAgain() throws Exception {
        process.close();
        AtomicBoolean broken = new AtomicBoolean(true);
        CountDownLatch thrown = new CountDownLatch(1);
        LinkedBlockingQueue<ProcessEvent> told = new LinkedBlockingQueue<>();
        process = PortalProcess.over(database, clock)
                .listener(event -> {
                    if (event.type() == EventType.SUBMITTED && broken.get()) {
                        thrown.countDown();
                        throw new IllegalStateException("the portal's own trouble");
                    }
                    told.add(event);
                })
                .build()
                .start();
        RequestId id = PortalProcess.approved(process.requests());
        assertThat(thrown.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.requests().get(id).state()).as("state unaffected").isEqualTo(RequestState.APPROVED);

        broken.set(false);
        List<EventType> types = new ArrayList<>();
        for (int turn = 0; turn < 60 && !types.contains(EventType.APPROVED); turn++) {
            // whenever the listener's next turn is, it comes; a commit makes the process look
            clock.advance(Duration.ofMinutes(5));
            process.requests().comment(Samples.REQUESTER, id, "bak");
            ProcessEvent e = told.poll(1, TimeUnit.SECONDS);
            if (e != null) {
                types.add(e.type());
            }
        }
        assertThat(types)
                .containsExactly(EventType.CREATED, EventType.SUBMITTED, EventType.APPROVAL_GIVEN, EventType.APPROVED);
        assertThat(process.requests().get(id).state()).isEqualTo(RequestState.APPROVED);
        assertThat(process.audit().verify()).isEmpty();
    }
}
