package org.peyk.acceptance;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peyk.Approval;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.ReasonCode;
import org.peyk.RequestState;
import org.peyk.spi.RequestId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.acceptance.Campus.AYSE;
import static org.peyk.acceptance.Campus.DEAN;
import static org.peyk.acceptance.Campus.REGISTRAR;
import static org.peyk.acceptance.Campus.SECRETARY;

/** Two people act at the same moment, again and again: one outcome each time, and nobody approves a text that he was not given. */
interface InterleavingContract {

    /** Of each pair; a thousand of all pairs together, or as many of each as is asked for with {@code -Dpeyk.interleavings=1000}. */
    int ROUNDS = Integer.getInteger("peyk.interleavings", 250);

    /** The university, on the store under test. */
    Campus campus();

    /** What became of one of two commands: its result, or why it was refused. */
    record Outcome(@Nullable MailRequest result, @Nullable ErrorCode refusal) {

        boolean done() {
            return result != null;
        }
    }

    /** Lets two threads act at nearly the same moment, a little differently each time. */
    final class Race implements AutoCloseable {
        private final ExecutorService threads = Executors.newFixedThreadPool(2);
        private final CyclicBarrier gate = new CyclicBarrier(2);
        private final Random random;

        private final int most;

        /** How far apart the two may begin, in turns of a waiting loop. */
        Race(String what, int most) {
            this.most = most;
            long seed = Long.getLong("peyk.seed", System.nanoTime());
            System.out.println(what + " seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
            random = new Random(seed);
        }

        List<Outcome> run(Callable<MailRequest> one, Callable<MailRequest> other) throws Exception {
            int spin = random.nextInt(2 * most) - most;
            Future<Outcome> a = threads.submit(() -> outcome(one, Math.max(0, spin)));
            Future<Outcome> b = threads.submit(() -> outcome(other, Math.max(0, -spin)));
            return List.of(a.get(60, TimeUnit.SECONDS), b.get(60, TimeUnit.SECONDS));
        }

        private Outcome outcome(Callable<MailRequest> command, int spin) throws Exception {
            gate.await(60, TimeUnit.SECONDS);
            for (int i = 0; i < spin; i++) {
                Thread.onSpinWait();
            }
            try {
                return new Outcome(command.call(), null);
            } catch (PeykException e) {
                return new Outcome(null, e.code());
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    /** Every approval there ever was is of the text that the request had at that moment, and of the one that was shown. */
    static void approvedOnlyWhatWasShown(MailRequest r, String shown) {
        for (Approval a : r.approvals()) {
            assertThat(a.digest()).isEqualTo(shown).isEqualTo(r.digest());
        }
    }

    @Test
    default void approveAndEdit() throws Exception {
        Campus campus = campus();
        int approvedFirst = 0;
        try (Race race = new Race("approve + edit", 20_000)) {
            for (int i = 0; i < ROUNDS; i++) {
                MailRequest seen = campus.submitted(Campus.information().build());
                RequestId id = seen.id();
                List<Outcome> both = race.run(
                        () -> campus.process.requests().approve(DEAN, id, seen.digest()),
                        () -> campus.process
                                .requests()
                                .revise(
                                        AYSE,
                                        id,
                                        seen.version(),
                                        Campus.invitation().build()));
                MailRequest now = campus.get(id);
                assertThat(both.stream().filter(Outcome::done)).as("round " + i).hasSize(1);
                approvedOnlyWhatWasShown(now, seen.digest());
                if (both.get(0).done()) {
                    approvedFirst++;
                    assertThat(both.get(1).refusal()).isEqualTo(ErrorCode.VERSION_CONFLICT);
                    assertThat(now.revision()).isEqualTo(1);
                    assertThat(now.approvals()).hasSize(1);
                } else {
                    assertThat(both.get(0).refusal()).isEqualTo(ErrorCode.APPROVAL_STALE);
                    assertThat(now.revision()).isEqualTo(2);
                    assertThat(now.approvals()).isEmpty();
                }
            }
        }
        System.out.println("approve + edit: the approval was first " + approvedFirst + " of " + ROUNDS + " times");
    }

    @Test
    default void E8_approveAndReject() throws Exception {
        Campus campus = campus();
        int approvedFirst = 0;
        try (Race race = new Race("approve + reject", 20_000)) {
            for (int i = 0; i < ROUNDS; i++) {
                RequestId id = campus.submitted(Campus.information().build()).id();
                campus.approve(DEAN, id);
                String digest = campus.get(id).digest();
                List<Outcome> both = race.run(
                        () -> campus.process.requests().approve(REGISTRAR, id, digest),
                        () -> campus.process.requests().reject(SECRETARY, id, ReasonCode.NOT_SUITABLE, "uygun değil"));
                MailRequest now = campus.get(id);
                assertThat(both.stream().filter(Outcome::done)).as("round " + i).hasSize(1);
                boolean approved = both.get(0).done();
                approvedFirst += approved ? 1 : 0;
                assertThat(now.state()).isEqualTo(approved ? RequestState.APPROVED : RequestState.REJECTED);
                assertThat(both.get(approved ? 1 : 0).refusal()).isEqualTo(ErrorCode.STATE);
            }
        }
        System.out.println("approve + reject: the approval was first " + approvedFirst + " of " + ROUNDS + " times");
    }

    @Test
    default void A5_submitAndSubmit() throws Exception {
        Campus campus = campus();
        try (Race race = new Race("submit + submit", 20_000)) {
            for (int i = 0; i < ROUNDS; i++) {
                RequestId id = campus.create(Campus.information().build()).id();
                List<Outcome> both = race.run(
                        () -> campus.process.requests().submit(AYSE, id),
                        () -> campus.process.requests().submit(AYSE, id));
                assertThat(both).as("round " + i).allMatch(Outcome::done);
                MailRequest now = campus.get(id);
                assertThat(now.state()).isEqualTo(RequestState.IN_APPROVAL);
                assertThat(now.version()).as("created and submitted once").isEqualTo(2);
            }
        }
    }

    @Test
    default void withdrawAndDispatch() throws Exception {
        Campus campus = campus();
        int sent = 0;
        int recipients = 0;
        try (Race race = new Race("withdraw + dispatch", 600_000)) {
            for (int i = 0; i < ROUNDS; i++) {
                RequestId id = campus.approved(Campus.information().build()).id();
                List<Outcome> both = race.run(
                        () -> campus.process.requests().withdrawApproval(DEAN, id, "geri alıyorum"),
                        () -> campus.process.requests().schedule(AYSE, id, null));
                if (both.get(0).done()) {
                    assertThat(campus.get(id).state()).as("round " + i).isEqualTo(RequestState.IN_APPROVAL);
                    assertThat(both.get(1).done() || both.get(1).refusal() == ErrorCode.STATE)
                            .isTrue();
                } else {
                    assertThat(both.get(0).refusal()).isEqualTo(ErrorCode.STATE);
                    campus.await(id, RequestState.SENT);
                    sent++;
                    recipients += 2;
                }
                assertThat(campus.transport.accepted()).as("round " + i).hasSize(recipients);
            }
        }
        System.out.println("withdraw + dispatch: sent " + sent + " of " + ROUNDS + " times");
    }
}
