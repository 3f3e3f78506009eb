package org.peyk.examples.benchmarks.ledger;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.benchmarks.Benchmarks;
import org.peyk.examples.benchmarks.Engine;
import org.peyk.examples.benchmarks.smtp.Keys;
import org.peyk.examples.benchmarks.smtp.SinkProcess;

/**
 * Messages a second from the order to send until every outcome is durable, with the ledger and with the same transport alone, in turns, against
 * one sink in a process of its own; beside them a scheduler's task and a job for each recipient. Database, sender and sink share this machine.
 * Arguments:
 *
 * <ul>
 *   <li>{@code --part sending,expansion} (both)
 *   <li>{@code --engine h2|postgres|both} (both), {@code --delay 0,20} round trips in milliseconds
 *   <li>{@code --connections 1,4,10}, {@code --windows 1,4,16,64}, {@code --peers yes|no} (yes)
 *   <li>{@code --seconds N} (3) of each run, {@code --rounds N} (3), {@code --rows N} (200000) of an expansion
 * </ul>
 */
public final class LedgerBenchmark {
    private static final int MOST = 200_000;
    private static final int FIRST = 2_000;

    private final List<String> arguments;
    private final double seconds;
    private final int rounds;

    private LedgerBenchmark(List<String> arguments) {
        this.arguments = arguments;
        this.seconds = Double.parseDouble(option("seconds", "3"));
        this.rounds = Integer.parseInt(option("rounds", "3"));
    }

    /**
     * Runs it.
     *
     * @param arguments see above
     * @throws Exception when it could not be run
     */
    public static void run(List<String> arguments) throws Exception {
        new LedgerBenchmark(arguments).run();
    }

    private String option(String name, String otherwise) {
        return Benchmarks.option(arguments, "--" + name, otherwise);
    }

    private int[] numbers(String name, String otherwise) {
        return Arrays.stream(option(name, otherwise).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private void run() throws Exception {
        List<String> parts = List.of(option("part", "sending,expansion").split(","));
        String chosen = option("engine", "both");
        for (String name : chosen.equals("both") ? List.of("h2", "postgres") : List.of(chosen)) {
            if (parts.contains("expansion")) {
                try (Engine engine = engine(name)) {
                    expansion(engine);
                }
            }
            if (parts.contains("sending")) {
                for (int delay : numbers("delay", "0,20")) {
                    try (Engine engine = engine(name)) {
                        sending(engine, delay);
                    }
                }
            }
        }
    }

    private static Engine engine(String name) throws IOException {
        return switch (name) {
            case "h2" -> Engine.h2();
            case "postgres" -> Engine.postgres();
            default -> throw new IllegalArgumentException("no engine is named " + name);
        };
    }

    private void expansion(Engine engine) throws Exception {
        Post post = new Post(0, 1, Integer.parseInt(option("rows", "200000")));
        LedgerSending ledger = new LedgerSending(engine, 1);
        ledger.expand(post.of(post.messages() / 4));
        PlainInsert.seconds(engine, post.messages() / 4);
        double[] ours = new double[rounds];
        double[] plain = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ours[i] = post.messages() / ledger.expand(post);
            plain[i] = post.messages() / PlainInsert.seconds(engine, post.messages());
        }
        System.out.printf(
                Locale.ROOT,
                "%n%s: rows a second, %d rows, medians of %d: expansion %.0f, plain batched insert %.0f, ratio %.2f%n",
                engine.label(),
                post.messages(),
                rounds,
                median(ours),
                median(plain),
                median(ours) / median(plain));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A way to send, with as many messages as it needs for a run of the wanted length. */
    private record Turn(Sending sending, Post post, List<Sending.Took> runs) {
        double median(ToDoubleFunction<Sending.Took> seconds) {
            return post.messages()
                    / LedgerBenchmark.median(runs.stream().mapToDouble(seconds).toArray());
        }
    }

    private void sending(Engine engine, int delay) throws Exception {
        try (Keys keys = Keys.make();
                SinkProcess sink = SinkProcess.start(keys, Duration.ofMillis(Math.max(1, delay)), false)) {
            for (int connections : numbers("connections", "1,4,10")) {
                List<Sending> all = contenders(engine);
                Post post = new Post(delay == 0 ? sink.plain() : sink.far(), connections, 0);
                List<Turn> turns = new ArrayList<>();
                for (Sending s : all) {
                    turns.add(new Turn(s, post.of(calibrate(s, post, delay)), new ArrayList<>()));
                }
                for (int round = 0; round < rounds; round++) {
                    for (Turn turn : turns) {
                        turn.runs().add(once(turn.sending(), turn.post(), sink));
                    }
                }
                print(engine, delay, connections, turns);
            }
        }
    }

    private List<Sending> contenders(Engine engine) throws Exception {
        List<Sending> all = new ArrayList<>();
        all.add(new BareSending());
        for (int window : numbers("windows", "1,4,16,64")) {
            all.add(new LedgerSending(engine, window));
        }
        if (option("peers", "yes").equals("yes")) {
            all.add(new TaskPerRecipient(engine));
            all.add(new JobPerRecipient(engine));
        }
        return all;
    }

    /** How many messages take about the wanted time; finding out warms both sides. */
    private int calibrate(Sending sending, Post post, int delay) throws Exception {
        int count = delay == 0 ? FIRST : 20 * post.connections();
        for (int run = 0; ; run++) {
            double took = sending.send(post.of(count)).seconds();
            int wanted = (int) Math.max(10L * post.connections(), Math.min(MOST, count / took * seconds));
            if (run == 2 || took > seconds / 2) {
                return wanted;
            }
            count = (int) Math.min(wanted, count * 8L);
        }
    }

    private static Sending.Took once(Sending sending, Post post, SinkProcess sink) throws Exception {
        long @Nullable [] before = sink.taken();
        Sending.Took took = sending.send(post);
        long @Nullable [] after = sink.taken();
        if (before != null && after != null && after[0] - before[0] != post.messages()) {
            throw new IllegalStateException(
                    sending.name() + " sent " + (after[0] - before[0]) + " of " + post.messages());
        }
        return took;
    }

    private void print(Engine engine, int delay, int connections, List<Turn> turns) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, %s, %d connections; messages a second, medians of %d%n%-28s %10s %8s %12s %8s%n",
                engine.label(),
                delay == 0 ? "loopback" : delay + " ms round trip",
                connections,
                rounds,
                "",
                "all of it",
                "ratio",
                "sending only",
                "ratio");
        double whole = turns.get(0).median(Sending.Took::seconds);
        double part = turns.get(0).median(Sending.Took::sending);
        for (Turn turn : turns) {
            double ours = turn.median(Sending.Took::seconds);
            double sent = turn.median(Sending.Took::sending);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %10.0f %8.2f %12.0f %8.2f%n",
                    turn.sending().name(),
                    ours,
                    ours / whole,
                    sent,
                    sent / part);
        }
    }
}
