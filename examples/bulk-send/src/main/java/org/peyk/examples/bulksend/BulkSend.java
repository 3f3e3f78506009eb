package org.peyk.examples.bulksend;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;

/**
 * Sends one content to a file of recipients, through the library's public API: one named person asks for it, another approves it. Started
 * again on the same store with the same files it carries on where it was stopped, or says again how it ended.
 */
public final class BulkSend {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int USAGE = 2;

    private BulkSend() {}

    /**
     * Runs from the command line. The exit status is 0 when every recipient has a final state, 1 when something must be done first, 2 when
     * the command line is wrong.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 0 || args[0].equals("--help")) {
            out.print(Options.USAGE);
            return args.length == 0 ? USAGE : DONE;
        }
        Options options;
        try {
            options = Options.parse(args);
        } catch (PeykException e) {
            complain(err, e.code().code(), e.text());
            return USAGE;
        }
        try (Campaign campaign = Campaign.open(options, out, err)) {
            return campaign.run() ? DONE : NOT_DONE;
        } catch (PeykException e) {
            complain(err, e.code().code(), e.text());
        } catch (PluginException e) {
            complain(err, e.code(), e.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            complain(err, ErrorCode.STATE.code(), LocalizedText.of("Durduruldu.", "Interrupted."));
        }
        return NOT_DONE;
    }

    static void complain(PrintStream err, String code, LocalizedText text) {
        err.println(code + ": " + text.tr());
        err.println(code + ": " + text.en());
    }
}
