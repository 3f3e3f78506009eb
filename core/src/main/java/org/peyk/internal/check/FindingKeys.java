package org.peyk.internal.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Sha256;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;

/** Names findings: the same finding of the same text has the same key, and after any change of the text it has another. */
final class FindingKeys {

    private static final int LENGTH = 16;

    private FindingKeys() {}

    /**
     * The key of a finding.
     *
     * @param check name of the check
     * @param digest digest of what was checked
     * @param repetition counts findings that are equal in everything else, from 0
     */
    static String key(String check, Finding f, String digest, int repetition) {
        Place p = f.place();
        StringBuilder b = new StringBuilder();
        List.of(
                        check,
                        f.code(),
                        p.part().name(),
                        text(p.language()),
                        text(p.file()),
                        String.valueOf(p.path().size()))
                .forEach(s -> append(b, s));
        p.path().forEach(s -> append(b, s));
        append(b, p.start() + ":" + p.end() + ":" + p.hidden());
        append(b, f.excerpt());
        append(b, digest);
        append(b, String.valueOf(repetition));
        return Sha256.hex(b.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
    }

    /** Each part with its length before it, so that no two different findings give the same text. */
    private static void append(StringBuilder b, String part) {
        b.append(part.length()).append(':').append(part).append('\n');
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
