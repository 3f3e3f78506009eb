package org.peyk.kvkk.fuzz;

import java.io.IOException;
import java.time.Duration;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.KvkkScanner;
import org.peyk.kvkk.document.DocumentReaders;
import org.peyk.kvkk.document.DocumentRedactor;
import org.peyk.kvkk.document.RedactionException;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;

/** Any file: its reading ends within its limits, can be scanned, and says so when something is missing. */
public final class ReaderFuzz {
    private static final ReadLimits LIMITS =
            new ReadLimits(4_000_000, 500_000, 50, 5_000, 3, 100, Duration.ofSeconds(2));
    private static final long MOST_NANOS = Duration.ofSeconds(10).toNanos();
    private static final KvkkScanner SCANNER = KvkkScanner.of(KvkkRules.DEFAULT);
    private static final DocumentRedactor REDACTOR = DocumentRedactor.of(KvkkRules.DEFAULT, LIMITS);

    private ReaderFuzz() {}

    /** The entry that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        read(input);
    }

    static void read(byte[] file) throws IOException {
        DocumentInput input = new DocumentInput("a", "", ByteSource.of(file));
        long start = System.nanoTime();
        DocumentReading reading = DocumentReaders.standard().read(input, LIMITS);
        long chars =
                reading.segments().stream().mapToLong(s -> s.text().length()).sum();
        if (chars > LIMITS.outputChars()) {
            throw new AssertionError("more text than allowed");
        }
        if (reading.segments().isEmpty() && reading.notes().isEmpty()) {
            throw new AssertionError("nothing was read and nothing was said");
        }
        SCANNER.scan(reading);
        try {
            REDACTOR.copy(input);
        } catch (RedactionException e) {
            // a file that cannot be blackened
        }
        if (System.nanoTime() - start > MOST_NANOS) {
            throw new AssertionError("took longer than its limits");
        }
    }
}
