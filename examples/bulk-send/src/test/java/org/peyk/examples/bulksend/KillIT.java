package org.peyk.examples.bulksend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten kills at random moments, each time started again: nobody lost, and nobody written to twice who is not listed. */
class KillIT {

    private static final int RECIPIENTS = 2_000;
    private static final int KILLS = 10;
    private static final int CONNECTIONS = 4;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"resend", "hold"})
    void nobodyIsLostAndNobodyTwiceUnlisted(String inDoubt) throws Exception {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("KillIT " + inDoubt + " seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
        Random random = new Random(seed);
        try (CountingServer server = new CountingServer()) {
            List<String> args = args(server, inDoubt);
            int killed = 0;
            for (int i = 0; i < KILLS; i++) {
                Jar run = Jar.start(directory, args);
                int before = server.accepted().size();
                // most kills meet a running sending, some the start or the expansion of the list
                if (random.nextInt(4) == 0) {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
                } else {
                    server.awaitAccepted(before + 1 + random.nextInt(RECIPIENTS / KILLS), run::alive);
                }
                if (run.alive()) {
                    run.kill();
                    killed++;
                }
            }
            assertThat(killed).as("kills that met a living process").isGreaterThan(KILLS / 2);
            Jar last = Jar.start(directory, args);
            assertThat(last.await()).as(last.out() + last.err()).isZero();
            assertBooks(server.accepted(), last.lastLine(), inDoubt, killed);

            int sent = server.accepted().size();
            Jar again = Jar.start(directory, args);
            assertThat(again.await()).isZero();
            assertThat(again.lastLine()).contains("\"outcome\":\"SENT\"");
            assertThat(server.accepted())
                    .as("a start after the end sends nothing")
                    .hasSize(sent);
        }
    }

    private void assertBooks(List<String> accepted, String json, String inDoubt, int kills)
            throws IOException, SQLException {
        Map<String, Long> times = accepted.stream().collect(Collectors.groupingBy(a -> a, Collectors.counting()));
        Map<String, Integer> doubted = doubted();
        JsonNode counts = new ObjectMapper().readTree(json).get("counts");
        assertThat(doubted.values().stream().mapToInt(d -> d).sum())
                .as("in doubt per kill: connections × window at most")
                .isLessThanOrEqualTo(kills * CONNECTIONS);
        for (int i = 0; i < RECIPIENTS; i++) {
            String address = address(i);
            long got = times.getOrDefault(address, 0L);
            int listed = doubted.getOrDefault(address, 0);
            assertThat(got).as("times accepted, listed in doubt " + listed).isLessThanOrEqualTo(1L + listed);
            if (inDoubt.equals("hold")) {
                assertThat(got).as("at most once").isLessThanOrEqualTo(1);
                assertThat(got > 0 || listed > 0).as("nobody lost unlisted").isTrue();
            } else {
                assertThat(got).as("nobody lost").isPositive();
            }
        }
        long settled = counts.get("SENT").asLong() + counts.get("IN_DOUBT").asLong();
        assertThat(settled).isEqualTo(RECIPIENTS);
    }

    private List<String> args(CountingServer server, String inDoubt) throws IOException {
        Path recipients = Files.writeString(
                directory.resolve("recipients.txt"),
                IntStream.range(0, RECIPIENTS).mapToObj(KillIT::address).collect(Collectors.joining("\n")));
        Path content = Files.writeString(directory.resolve("content.txt"), "Kütüphane 22.00'ye kadar açıktır.\n");
        return List.of(
                "--recipients",
                recipients.toString(),
                "--content",
                content.toString(),
                "--subject",
                "Kütüphane saatleri",
                "--smtp",
                server.url(),
                "--store",
                directory.resolve("store").toString(),
                "--connections",
                String.valueOf(CONNECTIONS),
                "--in-doubt",
                inDoubt);
    }

    private static String address(int i) {
        return "kisi" + i + "@ornek.edu.tr";
    }

    /** How often each recipient was listed in doubt, as the ledger has it. */
    private Map<String, Integer> doubted() throws SQLException {
        Map<String, Integer> doubted = new HashMap<>();
        try (Connection c = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("store/peyk"), "peyk", "");
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select address, doubted from peyk_delivery where doubted > 0")) {
            while (r.next()) {
                doubted.put(r.getString(1), r.getInt(2));
            }
        }
        return doubted;
    }
}
