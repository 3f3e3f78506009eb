package org.peyk.internal.listener;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ConfigurationException;
import org.peyk.Histories;
import org.peyk.ReasonCode;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.internal.audit.AnchorSealer;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.event.ProcessListener;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ListenerPumpTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private Store store;
    private Histories histories;

    @BeforeEach
    void open() {
        store = EmbeddedDatabase.open(directory);
        histories = new Histories(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Remembers what it is told, and throws what it is given to throw. */
    private static final class Recorder implements ProcessListener {
        private final String name;
        private final List<ProcessEvent> told = new ArrayList<>();
        private int calls;
        private @Nullable Throwable trouble;
        private @Nullable EventType at;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public PluginInfo info() {
            return new PluginInfo(name, "1");
        }

        @Override
        public void onEvent(ProcessEvent event) throws Exception {
            calls++;
            if (trouble != null && (at == null || at == event.type())) {
                if (trouble instanceof Error e) {
                    throw e;
                }
                throw (Exception) trouble;
            }
            told.add(event);
        }

        List<EventType> types() {
            return told.stream().map(ProcessEvent::type).toList();
        }
    }

    private ListenerPump pump(ProcessListener... listeners) {
        return new ListenerPump(store, new AnchorSealer(store, clock), List.of(listeners), clock, DAY);
    }

    @Test
    void tellsEveryEventOnceAndInOrder() {
        Recorder listener = new Recorder("portal");
        ListenerPump pump = pump(listener);
        RequestId id = histories.sending("R-1");
        histories.sending("R-2");
        int delivered = pump.deliver();
        assertThat(delivered).isEqualTo(listener.told.size()).isEqualTo(14);
        assertThat(listener.told).extracting(ProcessEvent::position).isSorted().doesNotHaveDuplicates();
        assertThat(listener.told)
                .filteredOn(e -> e.request().equals(id))
                .extracting(ProcessEvent::sequence)
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(pump.deliver()).isZero();
        histories.comment(id, "not");
        assertThat(pump.deliver()).isEqualTo(1);
    }

    @Test
    void goesOnAfterARestartWhereItStoppedAndANewListenerHearsWhatHappensFromNowOn() {
        Recorder before = new Recorder("portal");
        pump(before);
        RequestId id = histories.sending("R-1");
        Recorder after = new Recorder("portal");
        Recorder late = new Recorder("late");
        ListenerPump pump = pump(after, late);
        histories.comment(id, "not");
        pump.deliver();
        assertThat(after.told).hasSize(8);
        assertThat(late.types()).containsExactly(EventType.COMMENTED);
        assertThat(before.told).isEmpty();
    }

    @Test
    void E15_aListenerThatThrowsLeavesTheStateAloneAndGetsTheEventAgain() {
        Recorder broken = new Recorder("broken");
        broken.trouble = new IllegalStateException("ali@ornek.edu.tr");
        broken.at = EventType.APPROVED;
        Recorder sound = new Recorder("sound");
        ListenerPump pump = pump(broken, sound);
        RequestId id = histories.sending("R-1");

        pump.deliver();
        assertThat(sound.told).hasSize(7);
        assertThat(broken.types()).endsWith(EventType.APPROVAL_GIVEN).doesNotContain(EventType.APPROVED);
        assertThat(histories.commands().load(id).state()).isEqualTo(RequestState.SENDING);

        int calls = broken.calls;
        pump.deliver();
        assertThat(broken.calls).as("not at once").isEqualTo(calls);
        clock.advance(Duration.ofSeconds(1));
        pump.deliver();
        assertThat(broken.calls).isEqualTo(calls + 1);
        clock.advance(Duration.ofSeconds(1));
        pump.deliver();
        assertThat(broken.calls).as("longer the second time").isEqualTo(calls + 1);

        broken.trouble = null;
        clock.advance(Duration.ofSeconds(1));
        pump.deliver();
        assertThat(broken.told).isEqualTo(sound.told);
        assertThat(sound.told).hasSize(7);
    }

    @Test
    void anErrorOfAListenerIsItsOwnToo() {
        Recorder broken = new Recorder("broken");
        broken.trouble = new NoClassDefFoundError("portal/Missing");
        Recorder sound = new Recorder("sound");
        ListenerPump pump = pump(broken, sound);
        histories.draft("R-1");
        assertThat(pump.deliver()).isEqualTo(1);
        assertThat(sound.told).hasSize(1);
    }

    @Test
    void saysTheStateAndCodesButNoTexts() {
        Recorder listener = new Recorder("portal");
        ListenerPump pump = pump(listener);
        RequestId id = histories.draft("R-1");
        histories.submitIncomplete(id);
        histories.submit(id);
        histories.sendBack(id, ReasonCode.WRONG_INFORMATION);
        histories.revise(id, "Gizli metin");
        histories.submit(id);
        histories.approveAll(id);
        histories.schedule(id);
        histories.pauseAndResume(id);
        histories.comment(id, "Gizli not");
        histories.note(id, EventType.REPLY_ROUTED, Map.of("reply", "7", "unit", "U-1", "mail", "ali@ornek.edu.tr"));
        pump.deliver();

        assertThat(listener.told)
                .filteredOn(e -> e.data().containsKey("state"))
                .extracting(e -> e.data().get("state"))
                .containsExactly(
                        "DRAFT",
                        "IN_APPROVAL",
                        "CHANGES_REQUESTED",
                        "CHANGES_REQUESTED",
                        "IN_APPROVAL",
                        "APPROVED",
                        "SCHEDULED",
                        "PAUSED",
                        "SCHEDULED");
        assertThat(of(listener, EventType.SUBMISSION_REFUSED))
                .containsEntry("code", "PEYK-201")
                .containsEntry("missing", "details.PLACE");
        assertThat(of(listener, EventType.CHANGES_REQUESTED)).containsEntry("reason", "WRONG_INFORMATION");
        assertThat(of(listener, EventType.REVISED)).containsEntry("revision", "2");
        assertThat(of(listener, EventType.APPROVAL_GIVEN)).containsEntry("step", "dean");
        assertThat(of(listener, EventType.REPLY_ROUTED)).isEqualTo(Map.of("reply", "7", "unit", "U-1"));
        assertThat(of(listener, EventType.COMMENTED)).isEmpty();
        assertThat(listener.told.toString()).doesNotContain("Gizli", "ornek.edu.tr", "Saat yanlış", "Bekleyin");
    }

    private static Map<String, String> of(Recorder listener, EventType type) {
        return listener.told.stream()
                .filter(e -> e.type() == type)
                .findFirst()
                .orElseThrow()
                .data();
    }

    @Test
    void aCommitWakesThePump() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (ListenerPump pump = pump(event -> told.countDown())) {
            Histories waking = new Histories(store, clock, pump);
            pump.start();
            waking.draft("R-1");
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void twoListenersOfOneNameAreRefused() {
        assertThatThrownBy(() -> pump(new Recorder("a"), new Recorder("a")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PEYK-501");
    }
}
