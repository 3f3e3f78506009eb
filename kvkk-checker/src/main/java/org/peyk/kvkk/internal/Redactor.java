package org.peyk.kvkk.internal;

import java.util.HashMap;
import java.util.Map;

/** Masks personal data in short texts that are shown with a finding: file names, sheet names, notes of a reader. Not thread-safe. */
final class Redactor {

    private final Ruleset rules;
    private final Map<String, String> known = new HashMap<>();

    Redactor(Ruleset rules) {
        this.rules = rules;
    }

    /** The text with every value that is not ordinary masked. */
    String redact(String text) {
        return known.computeIfAbsent(text, this::masked);
    }

    private String masked(String text) {
        Scan scan = rules.scan();
        scan.add(text, -1, null);
        StringBuilder b = new StringBuilder();
        int from = 0;
        for (Hit hit : scan.finish()) {
            if (!hit.ordinary() && hit.start() >= from) {
                b.append(text, from, hit.start()).append(hit.masked());
                from = hit.end();
            }
        }
        return from == 0 ? text : b.append(text, from, text.length()).toString();
    }
}
