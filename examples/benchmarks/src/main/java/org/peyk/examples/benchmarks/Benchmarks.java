package org.peyk.examples.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peyk.examples.benchmarks.ledger.LedgerBenchmark;
import org.peyk.examples.benchmarks.smtp.SmtpBenchmark;

/** Runs one of the measurements: the first argument names it, the others are its own. */
public final class Benchmarks {

    /** A measurement. */
    interface Benchmark {
        void run(List<String> arguments) throws Exception;
    }

    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "kvkk",
            new KvkkBenchmark(),
            "ledger",
            LedgerBenchmark::run,
            "lifecycle",
            new LifecycleBenchmark(),
            "smtp",
            SmtpBenchmark::run,
            "worklists",
            new WorkListsBenchmark()));

    private Benchmarks() {}

    /**
     * The value that follows a name among the arguments.
     *
     * @param arguments of the measurement
     * @param name with its hyphens
     * @param otherwise when it is not there
     * @return the value
     */
    public static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 == arguments.size() ? otherwise : arguments.get(at + 1);
    }

    /**
     * Runs it.
     *
     * @param args name of the measurement, then its arguments
     * @throws Exception when it could not be run
     */
    public static void main(String[] args) throws Exception {
        Benchmark benchmark = args.length == 0 ? null : ALL.get(args[0]);
        if (benchmark == null) {
            System.err.println("usage: benchmarks <" + String.join("|", ALL.keySet()) + "> [arguments]");
            System.exit(2);
            return;
        }
        benchmark.run(Arrays.asList(args).subList(1, args.length));
    }
}
