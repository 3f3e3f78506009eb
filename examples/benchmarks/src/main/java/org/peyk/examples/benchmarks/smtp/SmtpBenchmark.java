package org.peyk.examples.benchmarks.smtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peyk.examples.benchmarks.Benchmarks;

/**
 * Messages a second, processor time and memory of the library's transport and of others, against one sink on this machine, in turns. All but
 * {@code angus-naive} set TCP_NODELAY. Arguments:
 *
 * <ul>
 *   <li>{@code --part loopback,delay,tls,personal,size,dkim} (all of them)
 *   <li>{@code --senders a,b} (all that fit the part), {@code --connections 1,4} (those of the part)
 *   <li>{@code --seconds N} (2) of each run, {@code --rounds N} (3)
 *   <li>{@code --delay N} (20), the far sink's round trip in milliseconds
 *   <li>{@code --sink own|postfix} (own)
 *   <li>{@code --quick}: every part and sender, but half a second for each run, one round, and three sizes; some minutes in all
 * </ul>
 */
public final class SmtpBenchmark {
    private static final int MESSAGE = 8_400;
    private static final List<String> ALL = List.of(
            "peyk",
            "peyk-chunking",
            "angus-naive",
            "angus-held",
            "angus-tuned",
            "simple-java-mail",
            "spring",
            "vertx",
            Contender.SMTP_SOURCE);
    private static final List<String> FEW = List.of("peyk", "peyk-chunking", "angus-tuned", "vertx");
    private static final int[] SIZES = {2_000, 8_400, 32_000, 128_000, 512_000, 2_000_000};

    private static final int[] QUICK_SIZES = {2_000, 32_000, 2_000_000};

    private final List<String> arguments;
    private final boolean quick;

    private SmtpBenchmark(List<String> arguments) {
        this.arguments = arguments;
        this.quick = arguments.contains("--quick");
    }

    /**
     * Runs it.
     *
     * @param arguments see above
     * @throws Exception when it could not be run
     */
    public static void run(List<String> arguments) throws Exception {
        new SmtpBenchmark(arguments).run();
    }

    private String option(String name, String otherwise) {
        return Benchmarks.option(arguments, "--" + name, otherwise);
    }

    private int[] connections(String otherwise) {
        return Arrays.stream(option("connections", otherwise).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private void run() throws Exception {
        List<String> parts =
                List.of(option("part", "loopback,delay,tls,personal,size,dkim").split(","));
        Duration roundTrip = Duration.ofMillis(Long.parseLong(option("delay", "20")));
        boolean ofPostfix = option("sink", "own").equals("postfix");
        try (Keys keys = Keys.make();
                UnpackedClasses classes = new UnpackedClasses();
                SinkProcess sink = SinkProcess.start(keys, roundTrip, ofPostfix)) {
            Comparison comparison = new Comparison(
                    sink,
                    Double.parseDouble(option("seconds", quick ? "0.5" : "2")),
                    Integer.parseInt(option("rounds", quick ? "1" : "3")));
            for (String part : parts) {
                Map<String, Contender> contenders = new LinkedHashMap<>();
                try {
                    for (String name : senders(part, ofPostfix)) {
                        contenders.put(name, Contender.start(name, classes.path(), keys));
                    }
                    for (Case one : cases(part, sink, roundTrip)) {
                        comparison.run(one.title(), one.job(), List.copyOf(contenders.values()));
                    }
                } finally {
                    for (Contender c : contenders.values()) {
                        c.close();
                    }
                }
            }
        }
    }

    private record Case(String title, Job job) {}

    private List<String> senders(String part, boolean ofPostfix) {
        List<String> fitting = switch (part) {
            case "loopback", "delay" -> ALL;
            case "dkim" -> List.of("jca-rsa", "peyk-rsa", "jca-ed25519", "peyk-ed25519");
            default -> FEW;
        };
        String wanted = option("senders", "");
        List<String> chosen = wanted.isEmpty() || part.equals("dkim") ? fitting : List.of(wanted.split(","));
        List<String> able = new ArrayList<>(chosen);
        if (able.contains(Contender.SMTP_SOURCE)
                && Contender.program(Contender.SMTP_SOURCE).isEmpty()) {
            System.out.println("smtp-source is not installed (Debian: postfix) and takes no part");
            able.remove(Contender.SMTP_SOURCE);
        }
        if (ofPostfix) {
            // its sink knows no chunks
            able.remove("peyk-chunking");
        }
        return able;
    }

    private List<Case> cases(String part, SinkProcess sink, Duration roundTrip) {
        List<Case> cases = new ArrayList<>();
        switch (part) {
            case "loopback" -> {
                for (int c : connections("1,4,10")) {
                    cases.add(new Case("loopback, " + c + " connections", job(sink.plain(), c)));
                }
            }
            case "delay" -> {
                for (int c : connections("1,4,10,20")) {
                    cases.add(new Case(
                            roundTrip.toMillis() + " ms round trip, " + c + " connections", job(sink.far(), c)));
                }
            }
            case "tls" -> {
                for (int c : connections("1,4")) {
                    cases.add(new Case("TLS, " + c + " connections", new Job(sink.tls(), true, c, 1, MESSAGE, false)));
                }
            }
            case "personal" -> {
                for (int c : connections("4")) {
                    cases.add(new Case(
                            "each text names its recipient, " + c + " connections",
                            new Job(sink.plain(), false, c, 1, MESSAGE, true)));
                }
            }
            case "size" -> {
                for (int size : quick ? QUICK_SIZES : SIZES) {
                    cases.add(new Case(
                            "messages of " + size + " bytes, 4 connections",
                            new Job(sink.plain(), false, 4, 1, size, false)));
                }
            }
            case "dkim" -> {
                for (int c : connections("2,4")) {
                    cases.add(new Case("DKIM, " + c + " connections", job(sink.plain(), c)));
                }
            }
            default -> throw new IllegalArgumentException("no part is named " + part);
        }
        return cases;
    }

    private static Job job(int port, int connections) {
        return new Job(port, false, connections, 1, MESSAGE, false);
    }
}
