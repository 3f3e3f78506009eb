package org.peyk.internal.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peyk.DeliveryState;
import org.peyk.LedgerRow;
import org.peyk.PeykException;
import org.peyk.RequestState;
import org.peyk.SendingConfig;
import org.peyk.internal.store.LedgerRows;
import org.peyk.internal.store.LedgerViews;
import org.peyk.internal.store.RequestLock;
import org.peyk.internal.store.Store;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.RequestId;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.FailureScope;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promise: whatever goes wrong, at the end every recipient is in exactly one state, nobody is lost, and nobody was written to twice who is
 * not listed as having been in doubt. The transport's own record is the truth.
 */
abstract class BooksContract extends EngineContract {

    private static final int PEOPLE = 120;

    private final AtomicBoolean dieAtNextMessage = new AtomicBoolean();

    @Test
    void theBooksBalanceAfterRandomFaultsPausesAndKills() {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("BooksContract seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
        Random random = new Random(seed);
        int rounds = Integer.getInteger("peyk.rounds", 3);
        for (int round = 0; round < rounds; round++) {
            source.with("g" + round, people("R" + round + "x", PEOPLE));
            round(round, random);
        }
    }

    private void round(int round, Random random) {
        InDoubtPolicy policy = round % 2 == 0 ? InDoubtPolicy.HOLD : InDoubtPolicy.RESEND;
        int window = 1 + random.nextInt(4);
        int connections = 1 + random.nextInt(4);
        long character = random.nextLong();
        RecordingTransport wire = new RecordingTransport();
        Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        wire.answeringEarly(d -> early(character, tries, d)).answering(d -> {
            if (dieAtNextMessage.compareAndSet(true, false)) {
                // the other side has it, and the process ends before it could hear so
                data.cut();
                return Answer.crash(true);
            }
            return late(character, tries, d);
        });
        SendingConfig config = Node.quick()
                .connections(connections)
                .intentWindow(window)
                .batchSize(25)
                .expansionPage(20)
                .recipientBackoff(List.of(Duration.ofMillis(50)))
                .rateWait(Duration.ofMillis(10))
                .inDoubtHold(Duration.ofMillis(100))
                .grace(Duration.ofMillis(500))
                .build();
        String what = "round " + round + ": " + policy + ", window " + window + ", connections " + connections;
        System.out.println(what);

        Node node = process(config, wire);
        RequestId id = node.scheduled(
                "R-" + round, form("g" + round).toBuilder().inDoubt(policy).build());
        int kills = 1 + random.nextInt(3);
        int steps = 0;
        while (node.state(id) != RequestState.SENT) {
            clock.advance(Duration.ofMillis(random.nextInt(20)));
            int target = wire.accepted().size() + random.nextInt(PEOPLE / 3);
            Node running = node;
            awaitMoving(
                    "it moves",
                    () -> wire.accepted().size() >= target
                            || running.state(id) == RequestState.SENT
                            || running.state(id) == RequestState.PAUSED
                            || running.counts(id).open() < PEOPLE / 3);
            if (node.state(id) == RequestState.PAUSED) {
                command(() -> running.resume(id));
            } else if (steps++ < 20 && random.nextInt(3) == 0) {
                command(() -> running.pause(id));
            } else if (kills > 0 && random.nextInt(2) == 0) {
                kills--;
                node = kill(node, id, config, wire, connections * window, what);
            }
        }
        check(node, id, wire, policy, what);
        node.close();
    }

    /** A person's command may come too late; that is for the person to see. */
    private static void command(Runnable command) {
        try {
            command.run();
        } catch (PeykException e) {
            assertThat(e.code().code()).startsWith("PEYK-1");
        }
    }

    private Node process(SendingConfig config, RecordingTransport wire) {
        FaultyDataSource own = data;
        wire.alive(() -> !own.isCut());
        return keep(new Node(store, clock, config, source, List.of(wire))).started();
    }

    private Node kill(
            Node node, RequestId id, SendingConfig config, RecordingTransport wire, int inFlight, String what) {
        dieAtNextMessage.set(true);
        FaultyDataSource own = data;
        Store outside = Store.open(database.dataSource(), () -> {});
        awaitMoving("it dies with a message half sent, or none is", () -> own.isCut() || !sendingOn(outside, id));
        dieAtNextMessage.set(false);
        Store again = afterCrash();
        long left = again.read(c -> LedgerViews.counts(c, id)).getOrDefault(DeliveryState.IN_FLIGHT, 0L);
        assertThat(left).as("in flight after a kill, " + what).isLessThanOrEqualTo(inFlight);
        Node next = process(config, wire);
        node.close();
        return next;
    }

    private static boolean sendingOn(Store outside, RequestId id) {
        return outside.read(
                c -> RequestLock.look(c, id).equals(Optional.of(RequestState.SENDING)) && LedgerRows.anyOpen(c, id));
    }

    private static int chance(long character, Delivery d, int salt) {
        return new Random(character ^ (d.envelope().recipient().hashCode() * 31L + salt)).nextInt(100);
    }

    private static Answer early(long character, Map<String, AtomicInteger> tries, Delivery d) {
        int n = tries.computeIfAbsent(d.envelope().recipient(), k -> new AtomicInteger())
                .incrementAndGet();
        int chance = chance(character, d, n);
        if (chance < 4) {
            return Answer.refuse(FailureScope.RECIPIENT);
        } else if (chance < 10 && n < 5) {
            return Answer.defer(FailureScope.RECIPIENT, null);
        } else if (chance < 13) {
            return Answer.defer(FailureScope.SESSION, null).thenBreak();
        }
        return Answer.accept();
    }

    private static Answer late(long character, Map<String, AtomicInteger> tries, Delivery d) {
        int n = tries.get(d.envelope().recipient()).get();
        int chance = chance(character, d, -n);
        if (chance < 4) {
            return Answer.inDoubt(true);
        } else if (chance < 8) {
            return Answer.inDoubt(false);
        } else if (chance < 10) {
            return Answer.crash(chance == 8);
        } else if (chance < 13) {
            return Answer.defer(FailureScope.RATE, null);
        } else if (chance < 15) {
            return Answer.refuse(FailureScope.CONTENT);
        } else if (chance < 16) {
            return Answer.refuse(FailureScope.ACCOUNT);
        }
        return Answer.accept();
    }

    private static void check(Node node, RequestId id, RecordingTransport wire, InDoubtPolicy policy, String what) {
        assertThat(node.counts(id).planned()).as(what).isEqualTo(PEOPLE);
        assertThat(node.counts(id).balanced()).as(what).isTrue();
        long rows = 0;
        for (DeliveryState state : DeliveryState.values()) {
            for (LedgerRow r : node.rows(id, state)) {
                rows++;
                int times = wire.times(r.messageId());
                String row = what + ", " + r + " doubted " + r.doubted() + " taken " + times;
                assertThat(state.settled()).as(row).isTrue();
                switch (state) {
                    case SENT -> assertThat(times).as(row).isBetween(1, 1 + r.doubted());
                    case FAILED -> assertThat(times).as(row).isLessThanOrEqualTo(r.doubted());
                    case IN_DOUBT -> assertThat(times).as(row).isLessThanOrEqualTo(r.doubted());
                    default -> assertThat(times).as(row).isZero();
                }
                if (policy == InDoubtPolicy.HOLD) {
                    assertThat(times).as("nobody twice, " + row).isLessThanOrEqualTo(1);
                }
            }
        }
        assertThat(rows).as(what).isEqualTo(PEOPLE);
    }
}
