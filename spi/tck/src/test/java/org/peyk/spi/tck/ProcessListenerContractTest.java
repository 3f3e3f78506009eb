package org.peyk.spi.tck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.event.ProcessListener;

class ProcessListenerContractTest {

    enum Wrongness implements Defect {
        NONE(),
        INFO_CHANGES("saysWhoItIs"),
        DOES_NOTHING("takesEveryEvent"),
        KNOWS_NOT_ALL_TYPES("takesEveryEvent"),
        DOES_IT_AGAIN("takesWhatComesAgain"),
        REMEMBERS_IN_THE_INSTANCE("takesWhatComesAgain"),
        CHOKES_ON_VALUES("takesAnyValues"),
        NEEDS_AN_ACTOR("takesAnyValues"),
        BOUND_TO_A_THREAD("takesEventsOnAnyThread"),
        STUCK_FOR_GOOD("answersAnInterrupt"),
        SWALLOWS_INTERRUPTS("answersAnInterrupt"),
        TAKES_NULLS("refusesMistakesOfTheCaller");

        private final String caughtBy;

        Wrongness(String... caughtBy) {
            this.caughtBy = String.join(" ", caughtBy);
        }

        @Override
        public String caughtBy() {
            return caughtBy;
        }
    }

    @Nested
    class AListener extends Diary {
        AListener() {
            super(Wrongness.NONE);
        }
    }

    @Nested
    class AListenerThatDoesItAgain extends Diary {
        AListenerThatDoesItAgain() {
            super(Wrongness.DOES_IT_AGAIN);
        }

        @Override
        public boolean idempotent() {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void findsTheDefect(Wrongness defect, String check) throws Exception {
        ContractRun.fails(new Diary(defect), check);
    }

    static Stream<Arguments> defects() {
        return Defect.andChecks(Wrongness.values());
    }

    @Test
    void everyCheckCanFail() {
        ContractRun.allCanFail(ProcessListenerContract.class, Defect.allChecks(Wrongness.values()));
    }

    @Test
    void findsAListenerThatIsBetterThanItSays() throws Exception {
        Diary modest = new Diary(Wrongness.NONE) {
            @Override
            public boolean idempotent() {
                return false;
            }
        };
        ContractRun.fails(modest, "takesWhatComesAgain");
    }

    static class Diary implements ProcessListenerContract {
        private final Wrongness defect;
        private final List<String> lines = new ArrayList<>();

        Diary(Wrongness defect) {
            this.defect = defect;
        }

        @Override
        public ProcessListener listener() {
            return new DiaryListener(defect, lines, false);
        }

        @Override
        public Object effects() {
            synchronized (lines) {
                return List.copyOf(lines);
            }
        }

        @Override
        public Optional<ProcessListener> stuckListener() {
            return Optional.of(new DiaryListener(defect, lines, true));
        }

        @Override
        public Duration bound() {
            return defect == Wrongness.NONE ? Duration.ofSeconds(5) : Duration.ofMillis(300);
        }
    }

    /** Writes one line per event into a list that outlives it. */
    private static final class DiaryListener implements ProcessListener {
        private final Wrongness defect;
        private final List<String> lines;
        private final List<String> own = new ArrayList<>();
        private final boolean stuck;
        private @Nullable Thread first;

        DiaryListener(Wrongness defect, List<String> lines, boolean stuck) {
            this.defect = defect;
            this.lines = lines;
            this.stuck = stuck;
        }

        private boolean is(Wrongness other) {
            return defect == other;
        }

        @Override
        public PluginInfo info() {
            return new PluginInfo("diary", is(Wrongness.INFO_CHANGES) ? "" + System.nanoTime() : "1");
        }

        @Override
        public void onEvent(ProcessEvent event) throws InterruptedException {
            if (event == null && is(Wrongness.TAKES_NULLS)) {
                return;
            }
            if (stuck) {
                waitForGood();
            }
            if (is(Wrongness.SWALLOWS_INTERRUPTS)) {
                Thread.interrupted();
            }
            complain(event);
            String line = event.request() + " " + event.sequence();
            synchronized (lines) {
                boolean known = is(Wrongness.REMEMBERS_IN_THE_INSTANCE) ? own.contains(line) : lines.contains(line);
                if (!is(Wrongness.DOES_NOTHING) && (!known || is(Wrongness.DOES_IT_AGAIN))) {
                    lines.add(line);
                    own.add(line);
                }
            }
        }

        private void complain(ProcessEvent event) {
            if (first == null) {
                first = Thread.currentThread();
            }
            boolean wrong = (is(Wrongness.KNOWS_NOT_ALL_TYPES) && event.type() == EventType.COMMENTED)
                    || (is(Wrongness.CHOKES_ON_VALUES)
                            && "-1".equals(event.data().get("count")))
                    || (is(Wrongness.NEEDS_AN_ACTOR) && event.actor() == null)
                    || (is(Wrongness.BOUND_TO_A_THREAD)
                            && !Thread.currentThread().equals(first));
            if (wrong) {
                throw new IllegalStateException("cannot take " + event.type());
            }
        }

        private void waitForGood() throws InterruptedException {
            CountDownLatch never = new CountDownLatch(1);
            while (is(Wrongness.STUCK_FOR_GOOD)) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    // the defect: goes on waiting
                }
            }
            never.await();
        }
    }
}
