package org.peyk.audience;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what separates the fields of a file: the one of semicolon, comma and tabulator that its first line has most of. */
final class CsvSeparator {

    /** Excel in Turkish writes semicolons; a tie goes to the first. */
    private static final char[] KNOWN = {';', ',', '\t'};

    /** A first line is not looked at beyond this many characters. */
    private static final int LIMIT = 1 << 16;

    private CsvSeparator() {}

    static char detect(Path path, Charset charset) throws IOException {
        try (InputStream in = Files.newInputStream(path);
                Reader reader = new InputStreamReader(in, charset)) {
            char[] buffer = new char[LIMIT];
            int length = 0;
            for (int n = reader.read(buffer, 0, LIMIT);
                    n > 0 && length < LIMIT;
                    n = reader.read(buffer, length, LIMIT - length)) {
                length += n;
            }
            return detect(new String(buffer, 0, length));
        }
    }

    static char detect(String text) {
        String line = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        int[] count = new int[KNOWN.length];
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            for (int k = 0; k < KNOWN.length; k++) {
                if (!quoted && c == KNOWN[k]) {
                    count[k]++;
                }
            }
        }
        int best = 0;
        for (int k = 1; k < KNOWN.length; k++) {
            if (count[k] > count[best]) {
                best = k;
            }
        }
        return KNOWN[best];
    }
}
