package org.peyk.kvkk.document.internal.redact;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has gone from cells and texts, to find the same value where a file keeps it a second time: in caches of charts and pivot tables, names of
 * columns, filters, bound data. There it stands without the neighbours by which it was found.
 */
final class SameValues {
    /** A shorter piece of a sentence is too often something else. */
    private static final int SHORTEST = 4;

    private static final int LONGEST_SERIAL = 7;

    private final Map<String, String> gone = new HashMap<>();

    private SameValues() {}

    static SameValues of(List<Change> changes) {
        SameValues same = new SameValues();
        for (Change change : changes) {
            if (!change.any()) {
                continue;
            }
            String before = change.before();
            String whole = before.strip();
            if (change.cell() && !whole.isEmpty()) {
                int at = before.indexOf(whole);
                same.gone.putIfAbsent(whole, change.after().substring(at, at + whole.length()));
            }
            same.pieces(before, change.after());
        }
        return same;
    }

    private void pieces(String before, String after) {
        int start = after.indexOf(Black.INK);
        while (start >= 0) {
            int end = start;
            while (end < after.length()
                    && (after.charAt(end) == Black.INK || Character.isWhitespace(after.charAt(end)))) {
                end++;
            }
            String value = before.substring(start, end).strip();
            if (value.length() >= SHORTEST) {
                gone.putIfAbsent(value, ink(value));
            }
            start = after.indexOf(Black.INK, end);
        }
    }

    private static String ink(String value) {
        return String.valueOf(Black.INK).repeat(value.length());
    }

    /** A number as a cell stores it; it may be a day, which caches write in another way. */
    void addStored(String value) {
        if (value.isEmpty()) {
            return;
        }
        gone.put(value, ink(value));
        int point = value.indexOf('.');
        String whole = point < 0 ? value : value.substring(0, point);
        if (whole.length() <= LONGEST_SERIAL && whole.chars().allMatch(c -> c >= '0' && c <= '9') && !whole.isEmpty()) {
            long days = Long.parseLong(whole);
            for (LocalDate start : List.of(LocalDate.of(1899, 12, 30), LocalDate.of(1904, 1, 1))) {
                String day = start.plusDays(days) + "T00:00:00";
                gone.put(day, ink(day));
            }
        }
    }

    void blacken(List<Unit> copies) {
        for (Unit unit : copies) {
            String text = unit.text().strip();
            String black = gone.get(text);
            if (black != null) {
                unit.blacken(unit.text().indexOf(text), black);
            }
        }
    }
}
