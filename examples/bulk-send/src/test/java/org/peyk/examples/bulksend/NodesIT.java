package org.peyk.examples.bulksend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several processes send one list from one PostgreSQL; some are killed and started again, others are stopped (SIGSTOP) until their work was
 * taken from them, and then go on as if nothing had been (SIGCONT). The server's memory is the truth.
 *
 * <p>The build runs two processes for a short while. The long form: {@code -Dpeyk.nodes=2,5 -Dpeyk.nodes.blows=20}. Each line of results is
 * added to {@code target/nodes.md}.
 */
class NodesIT {
    private static final int BLOWS = Integer.getInteger("peyk.nodes.blows", 3);
    private static final int PEOPLE_A_BLOW = 250;
    private static final int CONNECTIONS = 2;
    private static final int HEARTBEAT_MILLIS = 1000;
    private static final int MISSED = 4;
    private static final int LONGEST_STOP_MILLIS = 5 * MISSED * HEARTBEAT_MILLIS;
    private static final Path RESULTS = Path.of("target/nodes.md");

    private static EmbeddedPostgres postgres;
    private static int databases;

    @TempDir
    Path directory;

    private record Scenario(int nodes, String inDoubt) {
        @Override
        public String toString() {
            return nodes + " processes, " + inDoubt;
        }
    }

    static List<Scenario> scenarios() {
        List<Scenario> all = new ArrayList<>();
        for (String nodes : System.getProperty("peyk.nodes", "2").split(",")) {
            for (String inDoubt : BLOWS > 3 ? List.of("hold", "resend") : List.of("resend")) {
                all.add(new Scenario(Integer.parseInt(nodes), inDoubt));
            }
        }
        return all;
    }

    @BeforeAll
    static void startServer() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
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
    void severalProcessesLoseNobodyAndSendToNobodyTwiceUnlisted(Scenario scenario) throws Exception {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("NodesIT " + scenario + " seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
        Random random = new Random(seed);
        List<String> people = IntStream.range(0, PEOPLE_A_BLOW * (BLOWS + 2))
                .mapToObj(i -> "kisi" + i + "@ornek.edu.tr")
                .toList();
        String url = database();
        try (CountingServer server = new CountingServer();
                Connection c = DriverManager.getConnection(url, "postgres", "")) {
            List<String> args = args(server, scenario, people, url);
            List<Jar> children = new ArrayList<>();
            for (int i = 0; i < scenario.nodes(); i++) {
                children.add(start(i, args));
            }
            int kills = 0;
            int stops = 0;
            int taken = 0;
            for (int blow = 0; blow < BLOWS; blow++) {
                server.awaitAccepted(
                        server.accepted().size() + 1 + random.nextInt(PEOPLE_A_BLOW / 2),
                        () -> children.stream().anyMatch(Jar::alive));
                int who = random.nextInt(children.size());
                Jar child = children.get(who);
                if (!child.alive()) {
                    continue;
                }
                if (random.nextBoolean()) {
                    child.kill();
                    kills++;
                    children.set(who, start(who, args));
                } else {
                    child.signal("STOP");
                    stops++;
                    taken += awaitTakenOver(c, who) ? 1 : 0;
                    child.signal("CONT");
                }
            }
            for (Jar child : children) {
                assertThat(child.await()).as(child.out() + child.err()).isZero();
            }
            Books books = Books.read(c, server.accepted());
            books.check(people, scenario.inDoubt().equals("resend"));
            note(scenario, kills, stops, taken, people, books);
        }
    }

    /** Waits until nothing is left of what a stopped process held, or for so long that others would have taken it. */
    private static boolean awaitTakenOver(Connection c, int who) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        boolean held = true;
        Object pause = new Object();
        synchronized (pause) {
            while (held && (System.nanoTime() - begin) / 1_000_000 < LONGEST_STOP_MILLIS) {
                pause.wait(100);
                held = holds(c, who);
            }
        }
        return !held;
    }

    private static boolean holds(Connection c, int who) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "select exists (select 1 from peyk_delivery where owner like ? and state in ('CLAIMED', 'IN_FLIGHT'))")) {
            p.setString(1, name(who) + "#%");
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return r.getBoolean(1);
            }
        }
    }

    private static void note(Scenario s, int kills, int stops, int taken, List<String> people, Books books)
            throws IOException {
        String line = String.join(
                " | ",
                "| " + s.nodes(),
                s.inDoubt(),
                Integer.toString(kills),
                stops + " (" + taken + ")",
                Integer.toString(people.size()),
                Long.toString(books.lost(people)),
                Long.toString(books.twiceUnlisted()),
                Long.toString(books.twice()),
                books.doubted() + " |");
        System.out.println(line);
        Files.writeString(RESULTS, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String name(int who) {
        return "node-" + who;
    }

    private Jar start(int who, List<String> args) throws IOException {
        return Jar.main(
                directory,
                CrashChild.class,
                Arrays.asList("-Dpeyk.node=" + name(who), "-Dpeyk.heartbeat=" + HEARTBEAT_MILLIS),
                args);
    }

    private static String database() throws SQLException {
        String name = "nodes" + databases++;
        try (Connection c = postgres.getPostgresDatabase().getConnection();
                Statement st = c.createStatement()) {
            st.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    private List<String> args(CountingServer server, Scenario s, List<String> people, String url) throws IOException {
        Path recipients = Files.writeString(directory.resolve("recipients.txt"), String.join("\n", people));
        Path content = Files.writeString(directory.resolve("content.txt"), "Kütüphane 22.00'ye kadar açıktır.\n");
        return CrashChild.arguments(server, recipients, content, url, "postgres", CONNECTIONS, 1, s.inDoubt());
    }
}
