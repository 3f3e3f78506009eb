package org.peyk.internal.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyk.DeliveryState;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.BatchKey;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.internal.store.LedgerRows;
import org.peyk.spi.RequestId;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The gate: what it promises about the rows behind it, in whatever order a transport asks. */
abstract class GateContract extends EngineContract {

    private static final String OWNER = "test#1";

    private Node portal;
    private RequestId id;
    private LedgerFixture ledger;
    private LedgerWriter writer;

    @BeforeEach
    void beginSending() {
        // an engine that is not started: the request is in its sending, and only the test writes to the ledger
        portal = keep(new Node(store, clock, Node.quick().build(), source, List.of(transport)));
        id = portal.scheduled("R-1", form("all"));
        portal.commands.execute(id, null, r -> new Command.StartSending(r.digest()));
        ledger = new LedgerFixture(store, clock, portal.commands.load(id));
        writer = new LedgerWriter(store, clock, Duration.ofSeconds(2), "test");
        writer.start();
    }

    @AfterEach
    void endSending() {
        writer.close();
    }

    private static DeliveryOutcome outcome(Answer answer) {
        DeliveryOutcome outcome = answer.outcome();
        assertThat(outcome).isNotNull();
        return outcome;
    }

    @Test
    void neverMoreThanTheWindowIsInFlightAndEveryProceedIsDurable() throws Exception {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("GateContract seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            int window = 1 + random.nextInt(6);
            BatchKey key = ledger.batch(round, 40);
            wander(key, window, random);
        }
    }

    /** A pipelining transport that does everything its contract allows, in a random order. */
    private void wander(BatchKey key, int window, Random random) throws Exception {
        List<ClaimedRow> rows = ledger.claim(key, OWNER);
        BatchFeed feed = ledger.feed(rows, writer, new RequestRun(true, true), window);
        List<Delivery> asked = new ArrayList<>();
        Deque<Delivery> outstanding = new ArrayDeque<>();
        long sent = 0;
        long failed = 0;
        int withdrawn = 0;
        int steps = 0;
        boolean empty = false;
        while ((!empty || !asked.isEmpty() || !outstanding.isEmpty()) && steps++ < 60 + random.nextInt(200)) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    Delivery d = feed.poll();
                    empty = d == null;
                    if (d != null) {
                        asked.add(d);
                    }
                }
                case 1 -> {
                    if (asked.isEmpty()) {
                        continue;
                    }
                    Delivery d = asked.get(random.nextInt(3) == 0 ? asked.size() - 1 : 0);
                    GateAnswer answer = feed.gate(d);
                    if (answer == GateAnswer.SETTLE_FIRST) {
                        assertThat(outstanding).hasSize(window);
                    } else {
                        asked.remove(d);
                        if (answer == GateAnswer.PROCEED) {
                            outstanding.add(d);
                            assertThat(ledger.states(key))
                                    .as("the intent is durable before the end may leave")
                                    .containsEntry(d.id().value(), DeliveryState.IN_FLIGHT);
                        } else {
                            withdrawn++;
                        }
                    }
                }
                case 2 -> {
                    Delivery d = random.nextBoolean() ? outstanding.pollFirst() : outstanding.pollLast();
                    if (d != null) {
                        feed.report(d, outcome(Answer.accept()));
                        sent++;
                    }
                }
                default -> {
                    Delivery d = random.nextInt(4) == 0 && !asked.isEmpty() ? asked.remove(0) : null;
                    if (d != null) {
                        feed.report(d, outcome(Answer.refuse(FailureScope.RECIPIENT)));
                        failed++;
                    }
                }
            }
            assertThat(ledger.count(key, DeliveryState.IN_FLIGHT))
                    .as("window " + window)
                    .isLessThanOrEqualTo(window);
        }
        assertThat(withdrawn).isZero();
        assertThat(feed.end().get(10, TimeUnit.SECONDS)).isTrue();
        store.run(c -> LedgerRows.unclaim(c, key, OWNER, clock.instant()));
        assertThat(ledger.count(key, DeliveryState.SENT)).isEqualTo(sent);
        assertThat(ledger.count(key, DeliveryState.FAILED)).isEqualTo(failed);
        assertThat(ledger.count(key, DeliveryState.IN_DOUBT))
                .as("what the transport left unreported")
                .isEqualTo(outstanding.size());
        assertThat(ledger.count(key, DeliveryState.PENDING)).isEqualTo(40 - sent - failed - outstanding.size());
    }

    @Test
    void aRowThatWasTakenOverIsWithdrawn() throws Exception {
        BatchKey key = ledger.batch(0, 3);
        BatchFeed feed = ledger.feed(ledger.claim(key, OWNER), writer, new RequestRun(true, true), 1);
        Delivery first = feed.take();
        assertThat(first).isNotNull();
        store.run(c -> LedgerRows.takeOver(c, key, null, clock.instant()));
        List<ClaimedRow> others = ledger.claim(key, "other#1");
        assertThat(others).hasSize(3);
        assertThat(feed.gate(first)).isEqualTo(GateAnswer.WITHDRAW);
        assertThat(feed.poll()).as("nothing more is worth trying").isNull();
        assertThat(feed.end().get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ledger.count(key, DeliveryState.CLAIMED))
                .as("the other's rows are as they were")
                .isEqualTo(3);
    }

    /** A worker may have read the request just before: it must not ask the server about one recipient more. */
    @Test
    void nothingIsClaimedOnceTheRequestIsStopped() {
        BatchKey key = ledger.batch(0, 3);
        portal.commands.execute(id, null, r -> new Command.Pause("ACCOUNT", "stopped"));
        assertThat(ledger.claim(key, OWNER)).isEmpty();
        assertThat(ledger.count(key, DeliveryState.PENDING)).isEqualTo(3);
    }

    @Test
    void aRowOfAnEarlierEpochIsWithdrawnEvenWithTheSameOwner() throws Exception {
        BatchKey key = ledger.batch(0, 1);
        BatchFeed old = ledger.feed(ledger.claim(key, OWNER), writer, new RequestRun(true, true), 1);
        Delivery d = old.take();
        assertThat(d).isNotNull();
        store.run(c -> LedgerRows.takeOver(c, key, null, clock.instant()));
        BatchFeed fresh = ledger.feed(ledger.claim(key, OWNER), writer, new RequestRun(true, true), 1);
        assertThat(old.gate(d)).isEqualTo(GateAnswer.WITHDRAW);
        Delivery again = fresh.take();
        assertThat(again).isNotNull();
        assertThat(fresh.gate(again)).isEqualTo(GateAnswer.PROCEED);
        fresh.report(again, outcome(Answer.accept()));
        assertThat(fresh.end().get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ledger.count(key, DeliveryState.SENT)).isEqualTo(1);
    }

    @Test
    void aFeedRefusesWhatIsNotItsOwn() throws Exception {
        BatchFeed one = ledger.feed(ledger.claim(ledger.batch(0, 1), OWNER), writer, new RequestRun(true, true), 1);
        BatchFeed other = ledger.feed(ledger.claim(ledger.batch(1, 1), OWNER), writer, new RequestRun(true, true), 1);
        Delivery d = one.take();
        assertThat(d).isNotNull();
        assertThatThrownBy(() -> other.gate(d)).isInstanceOf(IllegalArgumentException.class);
        one.report(d, outcome(Answer.refuse(FailureScope.RECIPIENT)));
        assertThatThrownBy(() -> one.report(d, outcome(Answer.accept())))
                .as("an outcome is reported once")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCommitWhoseEndIsUnknownIsReadBackBeforeTheGateOpens() throws Exception {
        for (FaultyDataSource.Commit lost : List.of(FaultyDataSource.LOST_AFTER, FaultyDataSource.LOST_BEFORE)) {
            int number = lost == FaultyDataSource.LOST_AFTER ? 0 : 1;
            BatchKey key = ledger.batch(number, 2);
            BatchFeed feed = ledger.feed(ledger.claim(key, OWNER), writer, new RequestRun(true, true), 1);
            Delivery first = feed.take();
            assertThat(first).isNotNull();
            data.script("peyk-ledger", lost);
            assertThat(feed.gate(first)).isEqualTo(GateAnswer.PROCEED);
            assertThat(ledger.states(key)).containsEntry(first.id().value(), DeliveryState.IN_FLIGHT);
            data.script("peyk-ledger", lost);
            feed.report(first, outcome(Answer.accept()));
            Delivery second = feed.take();
            assertThat(second).isNotNull();
            assertThat(feed.gate(second)).isEqualTo(GateAnswer.PROCEED);
            feed.report(second, outcome(Answer.accept()));
            assertThat(feed.end().get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ledger.count(key, DeliveryState.SENT)).isEqualTo(2);
        }
    }

    @Test
    void whileTheStoreIsAwayNothingLeavesAndResultsAreKept() throws Exception {
        BatchKey key = ledger.batch(0, 2);
        BatchFeed feed = ledger.feed(ledger.claim(key, OWNER), writer, new RequestRun(true, true), 1);
        Delivery first = feed.take();
        assertThat(first).isNotNull();
        assertThat(feed.gate(first)).isEqualTo(GateAnswer.PROCEED);
        data.cut();
        feed.report(first, outcome(Answer.accept()));
        Delivery second = feed.take();
        assertThat(second).isNotNull();
        ExecutorService session = Executors.newSingleThreadExecutor();
        try {
            Future<GateAnswer> gate = session.submit(() -> feed.gate(second));
            assertThat(waits(gate)).as("the gate stays shut").isTrue();
            data.mend();
            assertThat(gate.get(30, TimeUnit.SECONDS)).isEqualTo(GateAnswer.PROCEED);
            session.submit(() -> feed.report(second, outcome(Answer.accept()))).get(10, TimeUnit.SECONDS);
            assertThat(feed.end().get(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            session.shutdownNow();
        }
        assertThat(ledger.count(key, DeliveryState.SENT)).isEqualTo(2);
    }

    private static boolean waits(Future<?> gate) throws Exception {
        try {
            gate.get(200, TimeUnit.MILLISECONDS);
            return false;
        } catch (java.util.concurrent.TimeoutException e) {
            return true;
        }
    }

    @Test
    void anInterruptedGateTakesItsIntentBack() throws Exception {
        BatchKey key = ledger.batch(0, 2);
        BatchFeed feed = ledger.feed(ledger.claim(key, OWNER), writer, new RequestRun(true, true), 1);
        Delivery first = feed.take();
        assertThat(first).isNotNull();
        data.cut();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread session = new Thread(() -> {
            try {
                feed.gate(first);
                interrupted.complete(false);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        session.start();
        session.interrupt();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        data.mend();
        assertThat(feed.end().get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ledger.count(key, DeliveryState.IN_FLIGHT)).isZero();
        assertThat(ledger.count(key, DeliveryState.PENDING)).isEqualTo(1);
    }

    @Test
    void sessionsShareCommits() throws Exception {
        int sessions = 12;
        List<BatchFeed> feeds = new ArrayList<>();
        for (int i = 0; i <= sessions; i++) {
            feeds.add(ledger.feed(ledger.claim(ledger.batch(i, 2), OWNER), writer, new RequestRun(true, true), 1));
        }
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        data.script("peyk-ledger", c -> {
            held.countDown();
            Await.latch(release, "the first commit may end");
            c.commit();
        });
        ExecutorService threads = Executors.newFixedThreadPool(sessions + 1);
        try {
            List<Future<GateAnswer>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> firstGate(feeds.get(0))));
            Await.latch(held, "the first commit is under way");
            for (BatchFeed feed : feeds.subList(1, feeds.size())) {
                answers.add(threads.submit(() -> firstGate(feed)));
            }
            Await.until("all others wait for the second", () -> writer.waiting() == sessions);
            release.countDown();
            for (Future<GateAnswer> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(GateAnswer.PROCEED);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(writer.commits()).isEqualTo(2);
    }

    private static GateAnswer firstGate(BatchFeed feed) throws InterruptedException {
        Delivery d = feed.take();
        assertThat(d).isNotNull();
        return feed.gate(d);
    }
}
