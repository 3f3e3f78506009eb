package org.peyk.examples.benchmarks.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The same job for several contenders in turns, until each has had its rounds; prints a table and the ratios that matter. */
final class Comparison {
    private static final int MOST = 400_000;
    private static final int WARMING = 12;

    private final SinkProcess sink;
    private final double seconds;
    private final int rounds;

    Comparison(SinkProcess sink, double seconds, int rounds) {
        this.sink = sink;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** Medians of one contender. */
    record Figures(double perSecond, double cpuPer10000, double heap, double resident, double bytes) {}

    private record Turn(Contender contender, Job job, List<Run> runs) {}

    private record Run(Contender.Result result, int messages, double bytes) {}

    Map<String, Figures> run(String title, Job job, List<Contender> contenders)
            throws IOException, InterruptedException {
        List<Turn> turns = new ArrayList<>();
        for (Contender c : contenders) {
            if (c.canDo(job)) {
                turns.add(new Turn(c, job.of(calibrate(c, job)), new ArrayList<>()));
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (Turn turn : turns) {
                turn.runs().add(once(turn.contender(), turn.job()));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%n%s; medians of %d%n%-18s %10s %12s %8s %8s %8s%n",
                title,
                rounds,
                "",
                "per second",
                "CPU s/10,000",
                "heap MB",
                "RSS MB",
                "bytes");
        Map<String, Figures> figures = new LinkedHashMap<>();
        for (Turn turn : turns) {
            String name = turn.contender().name();
            List<Run> all = turn.runs();
            Figures f = new Figures(
                    median(all, r -> r.messages() / r.result().seconds()),
                    median(all, r -> r.result().cpuSeconds() / r.messages() * 10_000),
                    median(all, r -> r.result().heapMegabytes()),
                    median(all, r -> r.result().residentMegabytes()),
                    median(all, Run::bytes));
            figures.put(name, f);
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %10.0f %12.3f %8.0f %8.0f %8.0f%n",
                    name,
                    f.perSecond(),
                    f.cpuPer10000(),
                    f.heap(),
                    f.resident(),
                    f.bytes());
        }
        Ratios.print(figures);
        return figures;
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> value) {
        return runs.stream()
                .map(value::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(runs.size() / 2);
    }

    /** How many messages take about the wanted time; finding out warms the contender, until it gets no faster. */
    private int calibrate(Contender c, Job job) throws IOException, InterruptedException {
        int count = Math.max(20, 5 * job.connections());
        double before = 0;
        double total = 0;
        for (int run = 0; run < WARMING; run++) {
            double took = once(c, job.of(count)).result().seconds();
            total += took;
            double rate = count / took;
            boolean steady = before > 0 && rate < before * 1.25;
            int wanted = (int) Math.max(job.connections(), Math.min(MOST, rate * seconds));
            if (steady && took > seconds * 0.6 && total > 2 * seconds) {
                return wanted;
            }
            before = rate;
            count = (int) Math.min(wanted, Math.max(20, count * 8.0));
        }
        return count;
    }

    private Run once(Contender c, Job job) throws IOException, InterruptedException {
        long[] before = sink.taken();
        Contender.Result result = c.run(job);
        long[] after = sink.taken();
        double bytes = job.bytes();
        if (before != null && after != null && !c.name().startsWith("jca")) {
            if (after[0] - before[0] != job.messages()) {
                throw new IOException(c.name() + " sent " + (after[0] - before[0]) + " of " + job.messages());
            }
            bytes = (double) (after[1] - before[1]) / job.messages();
        }
        return new Run(result, job.messages(), bytes);
    }
}
