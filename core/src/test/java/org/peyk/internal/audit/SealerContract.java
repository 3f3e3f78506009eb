package org.peyk.internal.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.AuditAnchor;
import org.peyk.Histories;
import org.peyk.Samples;
import org.peyk.internal.store.Store;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Sealing, on either engine. */
abstract class SealerContract {

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private Store store;
    private Histories histories;

    abstract Store open(Path dir);

    @BeforeEach
    void begin() {
        store = open(directory);
        histories = new Histories(store, clock);
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void sealsEveryEventOnceInTheOrderOfItsHistory() {
        AnchorSealer sealer = new AnchorSealer(store, clock);
        assertThat(sealer.seal()).isZero();
        assertThat(sealer.head()).isEqualTo(new AuditAnchor(0, HashChain.GENESIS));
        histories.sending("R-1");
        histories.sending("R-2");
        assertThat(sealer.seal()).isEqualTo(14);
        assertThat(sealer.seal()).isZero();
        AuditAnchor head = sealer.head();
        assertThat(head.pos()).isEqualTo(14);
        assertThat(histories.one("select count(*) from peyk_anchor a join peyk_anchor b on a.request_id = b.request_id"
                        + " and a.seq < b.seq and a.pos > b.pos"))
                .isEqualTo("0");
        assertThat(new AuditVerifier(store).verify(head)).isEmpty();
    }

    @Test
    void moreThanOneBatchIsSealedInOneCall() {
        histories.sending("R-1");
        histories.sending("R-2");
        AnchorSealer sealer = new AnchorSealer(store, clock, 7);
        assertThat(sealer.seal()).as("two full batches and an empty one").isEqualTo(14);
        histories.sending("R-3");
        histories.draft("R-4");
        assertThat(sealer.seal()).isEqualTo(8);
        assertThat(new AuditVerifier(store).verify(sealer.head())).isEmpty();
    }

    @Test
    void severalNodesSealWhileOthersWriteAndMakeOneChain() throws Exception {
        int writers = 3;
        int requests = 20;
        ExecutorService threads = Executors.newFixedThreadPool(2 * writers);
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int name = w;
                writing.add(threads.submit(() -> {
                    for (int i = 0; i < requests; i++) {
                        histories.sending("R-" + name + "-" + i);
                    }
                }));
            }
            // a sealer of its own each, as on different nodes
            List<Future<Long>> sealing = new ArrayList<>();
            for (int s = 0; s < writers; s++) {
                AnchorSealer sealer = new AnchorSealer(store, clock);
                sealing.add(threads.submit(() -> {
                    long sealed = 0;
                    while (writing.stream().anyMatch(f -> !f.isDone())) {
                        sealed += sealer.seal();
                        assertThat(new AuditVerifier(store).verify(null)).isEmpty();
                    }
                    return sealed + sealer.seal();
                }));
            }
            for (Future<?> f : writing) {
                f.get(120, TimeUnit.SECONDS);
            }
            long sealed = 0;
            for (Future<Long> f : sealing) {
                sealed += f.get(120, TimeUnit.SECONDS);
            }
            assertThat(sealed).isEqualTo(7L * writers * requests);
        } finally {
            threads.shutdownNow();
        }
        AuditAnchor head = new AnchorSealer(store, clock).head();
        assertThat(head.pos()).isEqualTo(7L * writers * requests);
        assertThat(new AuditVerifier(store).verify(head)).isEmpty();
    }
}
