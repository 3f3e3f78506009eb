package org.peyk.examples.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.peyk.PeykException;

/** Takes one request through the whole process and checks what it says about itself. */
public final class Quickstart {

    private static final int CLAIM_BROKEN = 1;
    private static final int USAGE = 2;

    private Quickstart() {}

    /**
     * Plays the story.
     *
     * @param args {@code --lang tr|en}, {@code --help}
     */
    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int code = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static int run(PrintStream out, PrintStream err, String... args) {
        Options options;
        try {
            options = Options.parse(args);
        } catch (Options.UsageException e) {
            err.println(e.getMessage());
            return USAGE;
        }
        Locale locale = options.language();
        if (options.help()) {
            out.printf(Line.USAGE.in(locale) + "%n");
            return 0;
        }
        try {
            return new Story(Terminal.detect(), locale, Path.of("target")).play(out) ? 0 : CLAIM_BROKEN;
        } catch (PeykException e) {
            err.println(String.format(
                    locale,
                    Line.BROKEN.in(locale),
                    e.code().code() + " " + e.text().in(locale)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            err.println(String.format(locale, Line.BROKEN.in(locale), e));
        }
        return CLAIM_BROKEN;
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
