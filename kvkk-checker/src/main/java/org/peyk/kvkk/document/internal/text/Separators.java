package org.peyk.kvkk.document.internal.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which character parts the columns of a table in a text file. */
final class Separators {
    /** By preference: Excel in Turkish writes semicolons, for the comma parts decimals there. */
    private static final char[] CANDIDATES = {';', '\t', '|', ','};

    private static final int LINES = 50;

    private Separators() {}

    /**
     * Finds the separator of a file known to be a table.
     *
     * @param head its beginning
     * @return the separator; a semicolon when there is only one column
     */
    static char of(String head) {
        String first = head.lines().findFirst().orElse("");
        if (first.length() == 5 && first.startsWith("sep=")) {
            return first.charAt(4);
        }
        Guess best = null;
        for (char candidate : CANDIDATES) {
            Guess guess = guess(head, candidate);
            if (guess != null && (best == null || guess.betterThan(best))) {
                best = guess;
            }
        }
        return best == null ? ';' : best.separator;
    }

    /**
     * Whether a text is a table although nothing says so: most lines have the same number of separators. Commas are too common in prose.
     *
     * @param head the text's beginning
     * @return whether to read it as a table
     */
    static boolean tabular(String head) {
        for (char candidate : new char[] {';', '\t', '|'}) {
            Guess guess = guess(head, candidate);
            if (guess != null && guess.matching >= 3 && guess.share >= 0.7) {
                return true;
            }
        }
        return false;
    }

    /** How well a separator explains the first lines: the commonest number of its occurrences, and the share of lines that have it. */
    private record Guess(char separator, int columns, int matching, double share) {
        boolean betterThan(Guess other) {
            return share > other.share + 0.05 || (Math.abs(share - other.share) <= 0.05 && columns > other.columns);
        }
    }

    private static @Nullable Guess guess(String head, char separator) {
        List<String> lines = head.lines().filter(l -> !l.isBlank()).limit(LINES).toList();
        Map<Integer, Integer> byCount = new HashMap<>();
        for (String line : lines) {
            int count = count(line, separator);
            if (count > 0) {
                byCount.merge(count, 1, Integer::sum);
            }
        }
        return byCount.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new Guess(separator, e.getKey() + 1, e.getValue(), (double) e.getValue() / lines.size()))
                .orElse(null);
    }

    private static int count(String line, char separator) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                count++;
            }
        }
        return count;
    }
}
