package org.peyk.examples.bulksend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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
            assertThat(last.lastLine()).contains("\"outcome\":\"SENT\"");
            assertBooks(server.accepted(), inDoubt, killed);

            int sent = server.accepted().size();
            Jar again = Jar.start(directory, args);
            assertThat(again.await()).isZero();
            assertThat(again.lastLine()).contains("\"outcome\":\"SENT\"");
            assertThat(server.accepted())
                    .as("a start after the end sends nothing")
                    .hasSize(sent);
        }
    }

    private void assertBooks(List<String> accepted, String inDoubt, int kills) throws SQLException {
        try (Connection c =
                DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("store/peyk"), "peyk", "")) {
            Books books = Books.read(c, accepted);
            assertThat(books.doubted())
                    .as("in doubt per kill: connections × window at most")
                    .isLessThanOrEqualTo(kills * CONNECTIONS);
            books.check(IntStream.range(0, RECIPIENTS).mapToObj(KillIT::address).toList(), inDoubt.equals("resend"));
        }
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
}
