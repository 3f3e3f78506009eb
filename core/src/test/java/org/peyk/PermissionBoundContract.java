package org.peyk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.LaterReview;

import static org.assertj.core.api.Assertions.assertThat;

/** A policy that sets a bound and never asks how often its permission was used: the bound holds all the same. */
abstract class PermissionBoundContract {

    private static final int ROUNDS = 20;

    @TempDir
    Path directory;

    /** A database that nobody else uses. */
    abstract DataSource database(Path dir);

    private static ApprovalPlan bound(String permission, int uses) {
        LaterReview review = new LaterReview(
                LaterReview.Kind.BLANKET_PERMISSION,
                permission,
                Authority.of(Samples.REGISTRAR),
                LocalizedText.of("Kesinti duyurusu", "Outage"),
                new LaterReview.Limit(uses, Instant.EPOCH));
        return new ApprovalPlan("test", "test policy", List.of(), LocalizedText.of("İzin", "Permission"), review);
    }

    @Test
    @Timeout(120)
    void twoRequestsInTheSameMomentCannotExceedItTogether() throws Exception {
        AtomicReference<ApprovalPlan> plan = new AtomicReference<>(bound("first", 1));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (MailProcess process = PortalProcess.over(database(directory), Clock.fixed(Samples.NOON, ZoneOffset.UTC))
                .policy(context -> plan.get())
                .build()) {
            Requests requests = process.requests();
            for (int round = 0; round < ROUNDS; round++) {
                String permission = "kesinti-" + round;
                plan.set(bound(permission, 1));
                CyclicBarrier gate = new CyclicBarrier(2);
                List<Future<String>> outcomes = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    RequestId draft = PortalProcess.draft(requests);
                    outcomes.add(threads.submit(() -> {
                        gate.await(30, TimeUnit.SECONDS);
                        try {
                            return requests.submit(Samples.REQUESTER, draft)
                                    .state()
                                    .name();
                        } catch (PeykException e) {
                            return e.code().name();
                        }
                    }));
                }
                List<String> all = new ArrayList<>();
                for (Future<String> outcome : outcomes) {
                    all.add(outcome.get(60, TimeUnit.SECONDS));
                }
                assertThat(all).as("round " + round).containsExactlyInAnyOrder("APPROVED", "PERMISSION_USED_UP");
                assertThat(process.reviews().uses(permission, Instant.EPOCH, 10))
                        .hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void asManyAsItAllowsAreApproved() {
        try (MailProcess process = PortalProcess.over(database(directory), Clock.fixed(Samples.NOON, ZoneOffset.UTC))
                .policy(context -> bound("kesinti", 3))
                .build()) {
            Requests requests = process.requests();
            List<String> outcomes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                RequestId draft = PortalProcess.draft(requests);
                try {
                    outcomes.add(
                            requests.submit(Samples.REQUESTER, draft).state().name());
                } catch (PeykException e) {
                    outcomes.add(e.code().name());
                }
            }
            assertThat(outcomes).containsExactly("APPROVED", "APPROVED", "APPROVED", "PERMISSION_USED_UP");
        }
    }
}
