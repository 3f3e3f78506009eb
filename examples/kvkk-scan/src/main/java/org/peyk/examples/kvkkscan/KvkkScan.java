package org.peyk.examples.kvkkscan;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.peyk.kvkk.document.RedactedCopy;
import org.peyk.kvkk.document.RedactionException;
import org.peyk.kvkk.rules.JsonRules;

/** Looks for personal data in files and folders, with the check that a request to send meets. */
public final class KvkkScan {

    static final int ERROR = 3;

    private KvkkScan() {}

    /**
     * Runs the program; its exit code is 0 for clear, 1 for review, 2 for block and 3 for an error.
     *
     * @param arguments see the usage that it prints without any
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return run(Options.parse(arguments), out, err);
        } catch (Options.UsageException e) {
            err.println(e.getMessage() + "\n\n" + Options.USAGE);
            return ERROR;
        } catch (IOException e) {
            err.println("kvkk-scan: " + e.getClass().getSimpleName() + ": " + e.getMessage());
            return ERROR;
        }
    }

    private static int run(Options options, PrintStream out, PrintStream err) throws IOException {
        if (options.defaultRules()) {
            out.print(JsonRules.defaults());
            return 0;
        }
        if (options.jsonl() != null) {
            out.print(new Corpus(options.rules(), options.audience(), options.attachments()).predict(options.jsonl()));
            return 0;
        }
        if (options.redactTo() != null) {
            return redact(options, options.redactTo(), err);
        }
        Judging judging = new Judging(options.rules(), options.audience());
        Report report = new Report(options.language());
        for (Path file : files(options.files())) {
            report.add(file.toString(), judging.findings(List.of(), List.of(Judging.file(file))));
        }
        out.print(options.json() ? report.json() : report.text());
        return report.verdict().ordinal();
    }

    private static int redact(Options options, Path to, PrintStream err) throws IOException {
        try {
            RedactedCopy copy =
                    new Redaction(options.rules()).write(options.files().get(0), to);
            copy.notes().forEach(n -> err.println(n.text().in(options.language())));
            return 0;
        } catch (RedactionException e) {
            err.println(e.reason().code() + ": " + e.reason().text().in(options.language()));
            return ERROR;
        }
    }

    /** The files that are named, and all that are in the folders that are. */
    private static List<Path> files(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }
}
