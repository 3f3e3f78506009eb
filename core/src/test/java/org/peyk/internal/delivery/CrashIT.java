package org.peyk.internal.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.DeliveryState;
import org.peyk.LedgerRow;
import org.peyk.RequestState;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.LedgerViews;
import org.peyk.internal.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that sends is killed, as with kill -9, and another carries on with the same files. */
class CrashIT {

    private static final int PEOPLE = 400;
    private static final int KILLS = 3;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} connections, window {1}")
    @CsvSource({"1, 1", "4, 1", "3, 4"})
    void nobodyIsLostAndNobodyIsWrittenToTwice(int connections, int window) throws Exception {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("CrashIT seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
        Random random = new Random(seed);
        Path files = directory.resolve("store");
        Path truth = Files.createFile(directory.resolve("truth"));
        for (int kill = 0; kill < KILLS; kill++) {
            int target = lines(truth).size() + 1 + random.nextInt(PEOPLE / (KILLS + 1));
            run(files, truth, connections, window, target);
            try (Store store = EmbeddedDatabase.open(files)) {
                long left =
                        store.read(c -> LedgerViews.counts(c, CrashChild.ID)).getOrDefault(DeliveryState.IN_FLIGHT, 0L);
                assertThat(left).as("in flight when it died").isLessThanOrEqualTo((long) connections * window);
            }
        }
        try (Store store = EmbeddedDatabase.open(files);
                FileChannel last = FileChannel.open(truth, StandardOpenOption.APPEND);
                Node node = CrashChild.node(store, CrashChild.taking(last), PEOPLE, connections, window)) {
            node.started();
            Await.until("it is sent", () -> node.state(CrashChild.ID) == RequestState.SENT);
            check(node, lines(truth), connections * window * KILLS);
        }
    }

    private static void run(Path files, Path truth, int connections, int window, int target) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        files.toString(),
                        truth.toString(),
                        Integer.toString(PEOPLE),
                        Integer.toString(connections),
                        Integer.toString(window))
                .inheritIO()
                .start();
        try {
            Await.until("the other side took some messages", () -> {
                assertThat(child.isAlive()).as("the process lives").isTrue();
                return lines(truth).size() >= target;
            });
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<String> lines(Path truth) {
        try {
            return Files.readAllLines(truth);
        } catch (IOException e) {
            throw new IllegalStateException("the record cannot be read", e);
        }
    }

    private static void check(Node node, List<String> taken, int mostInDoubt) {
        Map<String, Integer> times = new HashMap<>();
        taken.forEach(m -> times.merge(m, 1, Integer::sum));
        assertThat(times.values()).as("nobody twice").allMatch(n -> n == 1);
        List<LedgerRow> sent = node.rows(CrashChild.ID, DeliveryState.SENT);
        List<LedgerRow> inDoubt = node.rows(CrashChild.ID, DeliveryState.IN_DOUBT);
        assertThat(sent.size() + inDoubt.size()).as("nobody lost").isEqualTo(PEOPLE);
        assertThat(sent).allMatch(r -> times.containsKey(r.messageId()));
        assertThat(inDoubt).hasSizeLessThanOrEqualTo(mostInDoubt);
        assertThat(times).hasSizeBetween(sent.size(), PEOPLE);
        assertThat(node.counts(CrashChild.ID).balanced()).isTrue();
    }
}
