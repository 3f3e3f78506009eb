package org.peyk.examples.bulksend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that send are killed at numbered points and at random times, and others carry on. The server's memory is the truth.
 *
 * <p>The build runs a small form. The long one: {@code -Dpeyk.crash.occurrences=8 -Dpeyk.crash.random=20} kills at the 1st to 8th occurrence of
 * every point and at 20 random times, for each database and number of connections. Each line of results is added to
 * {@code target/crashes.md}.
 */
class CrashIT {

    private static final int OCCURRENCES = Integer.getInteger("peyk.crash.occurrences", 0);
    private static final int RANDOM = Integer.getInteger("peyk.crash.random", 1);
    private static final int PEOPLE_A_KILL = 120;
    private static final Path RESULTS = Path.of("target/crashes.md");
    private static EmbeddedPostgres postgres;
    private static int databases;

    @TempDir
    Path directory;

    private record Scenario(int number, boolean h2, int connections, int window, String inDoubt) {
        @Override
        public String toString() {
            return (h2 ? "H2" : "PostgreSQL") + ", " + connections + " connections, window " + window + ", " + inDoubt;
        }

        /** The points to kill at, in an order in which each can be met: the list is read once. */
        private List<String> points() {
            List<String> points = new ArrayList<>();
            if (OCCURRENCES > 0) {
                points.add(Points.PAGE + ":1");
                for (String p : Points.ALL.subList(1, Points.ALL.size())) {
                    IntStream.rangeClosed(1, OCCURRENCES).forEach(n -> points.add(p + ":" + n));
                }
            } else {
                // each scenario has two of them, so that all are met by the build
                int first = 2 * number % Points.ALL.size();
                int second = (2 * number + 1) % Points.ALL.size();
                Stream.of(first, second)
                        .sorted()
                        .forEach(p -> points.add(Points.ALL.get(p) + ":" + (p == 0 ? 1 : 1 + number % 3)));
            }
            return points;
        }
    }

    static List<Scenario> scenarios() {
        List<Scenario> all = new ArrayList<>();
        for (boolean h2 : new boolean[] {true, false}) {
            for (int connections : new int[] {1, 4, 16}) {
                all.add(new Scenario(all.size(), h2, connections, 1, connections == 4 ? "resend" : "hold"));
            }
            if (OCCURRENCES > 0) {
                all.add(new Scenario(all.size(), h2, 4, 8, "hold"));
            }
        }
        return all;
    }

    @BeforeAll
    static void startServer() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        postgres.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void nobodyIsLostAndNobodyTwiceUnlisted(Scenario scenario) throws Exception {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("CrashIT " + scenario + " seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
        Random random = new Random(seed);
        List<String> points = scenario.points();
        List<String> people = IntStream.range(0, PEOPLE_A_KILL * (points.size() + RANDOM + 1))
                .mapToObj(i -> "kisi" + i + "@ornek.edu.tr")
                .toList();
        String url = url(scenario);
        try (CountingServer server = new CountingServer()) {
            List<String> args = args(server, scenario, people, url);
            int kills = 0;
            int most = 0;
            Set<String> before = Set.of();
            for (String point : points) {
                Jar child = Jar.main(directory, CrashChild.class, List.of("-Dpeyk.point=" + point), args);
                if (child.await() == 0) {
                    continue;
                }
                assertThat(child.status()).as(point + child.out() + child.err()).isEqualTo(Jar.KILLED);
                kills++;
                Set<String> left = inFlight(scenario, url);
                most = Math.max(most, added(before, left));
                before = left;
            }
            for (int i = 0; i < RANDOM; i++) {
                Jar child = Jar.main(directory, CrashChild.class, List.of(), args);
                server.awaitAccepted(server.accepted().size() + 1 + random.nextInt(PEOPLE_A_KILL / 2), child::alive);
                if (child.alive()) {
                    child.kill();
                    kills++;
                    Set<String> left = inFlight(scenario, url);
                    most = Math.max(most, added(before, left));
                    before = left;
                }
            }
            assertThat(kills).as("kills that met a process at work").isGreaterThan((points.size() + RANDOM) / 2);
            assertThat(most)
                    .as("in doubt by one crash")
                    .isLessThanOrEqualTo(scenario.connections() * scenario.window());
            Jar last = Jar.main(directory, CrashChild.class, List.of(), args);
            assertThat(last.await()).as(last.out() + last.err()).isZero();
            try (Connection c = DriverManager.getConnection(url, user(scenario), "")) {
                Books books = Books.read(c, server.accepted());
                books.check(people, scenario.inDoubt().equals("resend"));
                assertThat(books.doubted()).as("in doubt, in all").isLessThanOrEqualTo(most * kills);
                note(scenario, kills, people, books, most);
            }
        }
    }

    private static void note(Scenario s, int kills, List<String> people, Books books, int most) throws IOException {
        String line = String.join(
                " | ",
                "| " + (s.h2() ? "H2" : "PostgreSQL"),
                Integer.toString(s.connections()),
                Integer.toString(s.window()),
                s.inDoubt(),
                Integer.toString(kills),
                Integer.toString(people.size()),
                Long.toString(books.lost(people)),
                Long.toString(books.twiceUnlisted()),
                Long.toString(books.twice()),
                Integer.toString(books.doubted()),
                most + " |");
        System.out.println(line);
        Files.writeString(RESULTS, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** What one crash left; a process that was killed at once may not have come to what the one before it had left. */
    private static int added(Set<String> before, Set<String> left) {
        Set<String> added = new HashSet<>(left);
        added.removeAll(before);
        return added.size();
    }

    /** Looks into a copy, as opening an embedded database would put in order what the next process must put in order by itself. */
    private Set<String> inFlight(Scenario s, String url) throws IOException, SQLException {
        String copy = url;
        if (s.h2()) {
            Files.copy(
                    directory.resolve("peyk.mv.db"),
                    directory.resolve("copy.mv.db"),
                    StandardCopyOption.REPLACE_EXISTING);
            copy = "jdbc:h2:file:" + directory.resolve("copy");
        }
        try (Connection c = DriverManager.getConnection(copy, user(s), "")) {
            return Books.inFlight(c);
        }
    }

    private static String user(Scenario s) {
        return s.h2() ? "peyk" : "postgres";
    }

    private String url(Scenario s) throws SQLException {
        if (s.h2()) {
            return "jdbc:h2:file:" + directory.resolve("peyk")
                    + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;RETENTION_TIME=200";
        }
        String name = "crash" + databases++;
        try (Connection c = postgres.getPostgresDatabase().getConnection();
                Statement st = c.createStatement()) {
            st.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    private List<String> args(CountingServer server, Scenario s, List<String> people, String url) throws IOException {
        Path recipients = Files.writeString(directory.resolve("recipients.txt"), String.join("\n", people));
        Path content = Files.writeString(directory.resolve("content.txt"), "Kütüphane 22.00'ye kadar açıktır.\n");
        return CrashChild.arguments(
                server, recipients, content, url, user(s), s.connections(), s.window(), s.inDoubt());
    }
}
