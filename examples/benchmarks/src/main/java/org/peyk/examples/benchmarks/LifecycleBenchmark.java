package org.peyk.examples.benchmarks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.peyk.DuplicateRule;
import org.peyk.MailProcess;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.testing.RecordingTransport;

/**
 * Whole approval cycles a second: a request is made, handed in, and approved by two people, until it is ready to be sent; beside the same four
 * steps in a general workflow engine, in turns, on databases of the same kind. Every step is durable before the next begins; on H2 a commit of
 * the other engine survives a killed process, and one of ours a dead machine too, so that the other engine is measured once more over a data
 * source that forces its commits to disk as the library does. Arguments: {@code --seconds N} (6) of each measurement, {@code --rounds N} (3),
 * {@code --engine h2|postgres|both} (both).
 */
final class LifecycleBenchmark implements Benchmarks.Benchmark {

    private static final int[] THREADS = {1, 4};

    /** Something that takes one request through all four steps. */
    interface Cycle extends AutoCloseable {
        void run(int number);

        @Override
        void close();
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        int seconds = Integer.parseInt(Benchmarks.option(arguments, "--seconds", "6"));
        int rounds = Integer.parseInt(Benchmarks.option(arguments, "--rounds", "3"));
        String engine = Benchmarks.option(arguments, "--engine", "both");
        System.out.printf(
                Locale.ROOT,
                "cycles of create, submit, approve, approve; medians of %d rounds of %d s%n%-32s %8s %10s %10s %8s%n",
                rounds,
                seconds,
                "",
                "threads",
                "Peyk /s",
                "Flowable /s",
                "ratio");
        if (!engine.equals("postgres")) {
            try (Engine ours = Engine.h2();
                    Engine theirs = Engine.h2();
                    Engine forced = Engine.h2()) {
                compare(
                        ours,
                        List.of(
                                new Rival("as it is", theirs.dataSource()),
                                new Rival("Flowable forced too", ForcedCommits.over(forced.dataSource()))),
                        seconds,
                        rounds);
            }
            System.out.println("""
                    H2, as it is: a commit of Flowable is handed to the operating system, which survives a killed process;
                    one of Peyk is forced to disk as well, which survives a dead machine.
                    H2, Flowable forced too: its data source forces each commit to disk in the same way.""");
        }
        if (!engine.equals("h2")) {
            try (Engine ours = Engine.postgres();
                    Engine theirs = Engine.postgres()) {
                compare(ours, List.of(new Rival("forced by the server", theirs.dataSource())), seconds, rounds);
            }
        }
    }

    /** The other engine over a database, and what that database does at its commits. */
    private record Rival(String durability, DataSource database) {}

    private static void compare(Engine ours, List<Rival> rivals, int seconds, int rounds) throws Exception {
        List<Cycle> flowables = new ArrayList<>();
        try (Cycle peyk = new PeykCycle(ours)) {
            perSecond(peyk, 1, seconds);
            for (Rival rival : rivals) {
                flowables.add(new FlowableCycle(rival.database()));
                perSecond(flowables.get(flowables.size() - 1), 1, seconds);
            }
            for (int threads : THREADS) {
                double[] own = new double[rounds];
                double[][] others = new double[rivals.size()][rounds];
                for (int i = 0; i < rounds; i++) {
                    own[i] = perSecond(peyk, threads, seconds);
                    for (int r = 0; r < rivals.size(); r++) {
                        others[r][i] = perSecond(flowables.get(r), threads, seconds);
                    }
                }
                for (int r = 0; r < rivals.size(); r++) {
                    System.out.printf(
                            Locale.ROOT,
                            "%-32s %8d %10.0f %10.0f %8.1f%n",
                            ours.label() + ", " + rivals.get(r).durability(),
                            threads,
                            median(own),
                            median(others[r]),
                            median(own) / median(others[r]));
                }
            }
        } finally {
            flowables.forEach(Cycle::close);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double perSecond(Cycle cycle, int threads, int seconds) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            AtomicInteger number = new AtomicInteger();
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<Integer>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                all.add(workers.submit(() -> {
                    int done = 0;
                    while (System.nanoTime() < end) {
                        cycle.run(number.getAndIncrement());
                        done++;
                    }
                    return done;
                }));
            }
            int done = 0;
            for (Future<Integer> f : all) {
                done += f.get();
            }
            return done / ((System.nanoTime() - begin) / 1e9);
        } finally {
            workers.shutdownNow();
        }
    }

    /** The library, with its own checks and a policy that asks a dean and the office, and nothing to send. */
    private static final class PeykCycle implements Cycle {
        private final MailProcess process;

        PeykCycle(Engine engine) {
            this.process = MailProcess.builder()
                    .store(engine.dataSource())
                    .clock(Clock.systemUTC())
                    .node("benchmark")
                    .discoverPlugins(false)
                    .directory(Crowd.directory())
                    .policy(GroupAuthorityPolicy.builder()
                            .forGroup("akademik", Crowd.deanOf(Crowd.faculty(0)), Crowd.OFFICE)
                            .build())
                    .recipientSource(Crowd.source())
                    .transport(new RecordingTransport())
                    .duplicates(DuplicateRule.OFF)
                    .build();
            process.start();
        }

        @Override
        public void run(int number) {
            int who = number % Crowd.REQUESTERS;
            RequestId id = process.requests()
                    .create(Requester.of(Crowd.requester(who), Crowd.faculty(who % Crowd.FACULTIES)), Crowd.form())
                    .id();
            MailRequest r = process.requests().submit(Crowd.requester(who), id);
            process.requests().approve(Crowd.dean(0), id, r.digest());
            MailRequest ready = process.requests().approve(Crowd.officer(0), id, r.digest());
            if (ready.state() != RequestState.APPROVED) {
                throw new IllegalStateException("not approved");
            }
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
