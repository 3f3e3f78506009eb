package org.peyk.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the embedded store acknowledged is in its file when the process is killed, also once the file uses space again: young files, which only
 * grow, hid an engine that forgot its last commits.
 */
class KilledStoreIT {

    private static final int KILLS = Integer.getInteger("peyk.kills", 6);
    private static final int THREADS = 4;
    private static final int ROWS = 400;

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("KilledStoreIT seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
        Random random = new Random(seed);
        Path acknowledged = Files.createFile(directory.resolve("acknowledged"));
        for (int kill = 1; kill <= KILLS; kill++) {
            run(acknowledged, 200 + random.nextInt(600));
            Map<Integer, Integer> expected = last(acknowledged);
            try (Store store = EmbeddedDatabase.open(directory.resolve("store"))) {
                Map<Integer, Integer> found = rows(store);
                expected.forEach((row, n) -> assertThat(found.get(row))
                        .as("row after kill, with seed " + seed)
                        .isGreaterThanOrEqualTo(n));
            }
        }
    }

    /** Kills the writer once it had so many commits acknowledged. */
    private void run(Path acknowledged, int commits) throws IOException, InterruptedException {
        long before = Files.size(acknowledged);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.resolve("store").toString(),
                        acknowledged.toString())
                .inheritIO()
                .start();
        try {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (Files.size(acknowledged) - before < (long) commits * Writer.LINE
                    && System.nanoTime() - deadline < 0) {
                assertThat(child.waitFor(5, TimeUnit.MILLISECONDS))
                        .as("the writer ended by itself")
                        .isFalse();
            }
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.size(acknowledged))
                .as("some commits were acknowledged")
                .isGreaterThan(before);
    }

    private static Map<Integer, Integer> last(Path acknowledged) throws IOException {
        Map<Integer, Integer> last = new HashMap<>();
        for (String line : Files.readAllLines(acknowledged)) {
            if (line.length() == Writer.LINE - 1) {
                last.merge(Integer.parseInt(line.substring(0, 6)), Integer.parseInt(line.substring(7)), Integer::max);
            }
        }
        return last;
    }

    private static Map<Integer, Integer> rows(Store store) {
        return store.read(c -> {
            Map<Integer, Integer> found = new HashMap<>();
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery("select id, n from counted")) {
                while (r.next()) {
                    found.put(r.getInt(1), r.getInt(2));
                }
            }
            return found;
        });
    }

    /** Counts rows up, each in a transaction of its own, and notes each count once the store has acknowledged it. */
    static final class Writer {

        static final int LINE = 14;

        private Writer() {}

        public static void main(String[] args) throws IOException {
            FileChannel out = FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Store store = EmbeddedDatabase.open(Path.of(args[0]));
            store.run(c -> {
                try (Statement s = c.createStatement()) {
                    // a file of any age uses space again at once
                    s.execute("set retention_time 200");
                    s.execute(
                            "create table if not exists counted (id int primary key, n int not null, filling varchar(200))");
                    s.execute("create index if not exists counted_n on counted (n)");
                    s.execute("insert into counted select x, 0, repeat('x', 150) from system_range(1, " + ROWS
                            + ") where not exists (select 1 from counted)");
                }
            });
            for (int t = 0; t < THREADS; t++) {
                int mine = t;
                new Thread(() -> count(store, out, mine)).start();
            }
        }

        private static void count(Store store, FileChannel out, int mine) {
            Random random = new Random();
            try {
                while (true) {
                    int row = 1 + random.nextInt(ROWS / THREADS) * THREADS + mine;
                    int n = store.write(c -> {
                        try (PreparedStatement p = c.prepareStatement("update counted set n = n + 1 where id = ?");
                                PreparedStatement q = c.prepareStatement("select n from counted where id = ?")) {
                            p.setInt(1, row);
                            p.executeUpdate();
                            q.setInt(1, row);
                            try (ResultSet r = q.executeQuery()) {
                                r.next();
                                return r.getInt(1);
                            }
                        }
                    });
                    String line = String.format(Locale.ROOT, "%06d %06d\n", row, n);
                    out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                }
            } catch (IOException | RuntimeException e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
