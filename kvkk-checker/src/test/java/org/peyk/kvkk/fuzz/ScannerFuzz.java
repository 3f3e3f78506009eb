package org.peyk.kvkk.fuzz;

import java.nio.charset.StandardCharsets;
import org.peyk.kvkk.KvkkRedactor;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.KvkkScanner;
import org.peyk.kvkk.Match;

/** Any text: what is found lies within it, and a blackened copy has the same length. */
public final class ScannerFuzz {
    private static final KvkkScanner SCANNER = KvkkScanner.of(KvkkRules.DEFAULT);
    private static final KvkkRedactor REDACTOR = KvkkRedactor.of(KvkkRules.DEFAULT);

    private ScannerFuzz() {}

    /** The entry that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        boolean wide = input.length > 0 && (input[0] & 1) == 1;
        String text = new String(input, wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        for (Match match : SCANNER.scan(text)) {
            if (match.start() < 0 || match.end() > text.length() || match.start() >= match.end()) {
                throw new AssertionError("a match outside of the text");
            }
        }
        if (REDACTOR.redact(text).length() != text.length()) {
            throw new AssertionError("a copy of another length");
        }
    }
}
