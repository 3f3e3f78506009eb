package org.peyk.internal.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.Approval;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Evolution;
import org.peyk.internal.lifecycle.RandomCommands;
import org.peyk.internal.lifecycle.TransitionTable;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** 100,000 random commands through the store: the table is never left, nothing is sent unapproved, and the events add up. */
class RandomHistoryIT {

    private static final int COMMANDS = 100_000;

    @Test
    void randomCommandsNeverLeaveTheTable(@TempDir Path directory) {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("RandomHistoryIT seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
        Random random = new Random(seed);
        SettableClock clock = new SettableClock(Samples.NOON);
        List<String> wrong = new ArrayList<>();
        try (Store store = EmbeddedDatabase.open(directory)) {
            RequestCommands commands = new RequestCommands(store, clock, List.of(new Watch(wrong)));
            RandomCommands given = new RandomCommands(random);
            List<RequestId> ids = new ArrayList<>();
            RequestId current = begin(commands, ids);
            for (int i = 0; i < COMMANDS; i++) {
                MailRequest before = commands.load(current);
                // a request that is over takes only remarks; a few of those are enough
                if (before.state().terminal() && random.nextInt(4) == 0) {
                    current = begin(commands, ids);
                    continue;
                }
                clock.advance(Duration.ofMillis(random.nextInt(1000)));
                RandomCommands.Given g = given.next(before);
                try {
                    MailRequest after = commands.execute(current, g.actor(), r -> g.command());
                    if (after.version() != before.version()
                            && !TransitionTable.targets(
                                            before.state(), g.command().action())
                                    .contains(after.state())) {
                        wrong.add(before.state() + " × " + g.command().action() + " -> " + after.state());
                    }
                } catch (PeykException refused) {
                    assertThat(refused.code().code()).matches("PEYK-[1-3]\\d\\d");
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(ids).hasSizeGreaterThan(100);
            replayAll(store, ids);
        }
    }

    private static RequestId begin(RequestCommands commands, List<RequestId> ids) {
        RequestForm form = Samples.form();
        RequestId id = RequestId.of("R-" + ids.size());
        ids.add(id);
        commands.create(
                new Command.Create(id, Requester.of(Samples.REQUESTER, Samples.FACULTY), form, Samples.digest(form)),
                Samples.REQUESTER,
                null);
        return id;
    }

    private static void replayAll(Store store, List<RequestId> ids) {
        RequestRows rows = new RequestRows(store);
        int sent = 0;
        for (RequestId id : ids) {
            List<Evolution.Happened> history = store.read(c -> rows.history(c, id)).stream()
                    .map(rows::happened)
                    .toList();
            MailRequest stored = store.read(c -> rows.find(c, id)).orElseThrow();
            assertThat(Evolution.replay(id, history)).isEqualTo(stored);
            if (stored.state() == RequestState.SENT) {
                sent++;
            }
        }
        assertThat(sent)
                .as("some requests get through, or the test proves nothing")
                .isGreaterThan(10);
    }

    /** Looks at every change as it is stored: sending begins only with every approval given after the last change. */
    private record Watch(List<String> wrong) implements CommitHook {
        @Override
        public void with(Change change, @Nullable MailRequest before, MailRequest after, List<Event> events) {
            if (events.stream().anyMatch(e -> e instanceof Event.SendingStarted)) {
                boolean all = after.approvals().stream()
                                .map(Approval::step)
                                .distinct()
                                .count()
                        == 2;
                boolean bound =
                        after.approvals().stream().allMatch(a -> a.digest().equals(after.digest()));
                boolean strangers = after.approvals().stream()
                        .anyMatch(a -> after.touchers().contains(a.by()));
                boolean permitted = after.review() != null
                        && after.plan() != null
                        && after.plan().steps().isEmpty();
                if ((!all && !permitted) || !bound || strangers) {
                    wrong.add("sent without its approvals: " + after);
                }
            }
        }
    }
}
