package org.peyk.examples.sms;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One request, two texts, one approval: mails and short messages, and the request ends when both have. */
public final class SmsExample {

    private static final String USAGE = "Kullanım / usage: java -jar sms-smpp.jar [--store DIR]";
    private static final int WRONG_USE = 2;

    private SmsExample() {}

    /**
     * Runs the example. Exit code 0 when everything came out as it should, 1 when not, 2 when it was called wrongly.
     *
     * @param args nothing, or {@code --store} and a directory that is kept
     * @throws Exception when it cannot be run
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length != 0 && !(args.length == 2 && args[0].equals("--store"))) {
            System.err.println(USAGE);
            System.exit(WRONG_USE);
        }
        System.exit(run(args.length == 2 ? Path.of(args[1]) : null, out) ? 0 : 1);
    }

    static boolean run(@Nullable Path store, PrintStream out) throws IOException, InterruptedException {
        Path directory = store == null ? Files.createTempDirectory("peyk-sms") : store;
        try (Campus campus = Campus.open(directory)) {
            return new Story(campus, out).tell();
        } finally {
            if (store == null) {
                delete(directory);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
