package org.peyk.kvkk.document.internal.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines that a reader told in the XML they came from. Where the same line is told as often as it is written, the first one told is the
 * first one written, and so on; otherwise all are meant, for rather too much is blackened than too little.
 */
final class Lines {

    private record Found(Unit unit, int at) {}

    /** A line of a change without the white space around it. */
    record Line(String before, String after) {}

    private final List<Unit> units;
    private final Map<String, List<Found>> written = new HashMap<>();

    Lines(List<Unit> units) {
        this.units = units;
        for (Unit unit : units) {
            String text = unit.text();
            int at = 0;
            for (String line : text.split("\n", -1)) {
                String stripped = line.strip();
                if (!stripped.isEmpty()) {
                    int indent = line.indexOf(stripped);
                    written.computeIfAbsent(stripped, k -> new ArrayList<>()).add(new Found(unit, at + indent));
                }
                at += line.length() + 1;
            }
        }
    }

    static List<Line> of(Change change) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (String line : change.before().split("\n", -1)) {
            String stripped = line.strip();
            if (!stripped.isEmpty()) {
                int from = at + line.indexOf(stripped);
                lines.add(new Line(stripped, change.after().substring(from, from + stripped.length())));
            }
            at += line.length() + 1;
        }
        return lines;
    }

    /**
     * Blackens what is to go.
     *
     * @param changes everything that was told, in its order, also what stays
     * @param all whether every line that is the same is meant, wherever it stands
     */
    void blacken(List<Change> changes, boolean all) {
        List<Line> told = new ArrayList<>();
        changes.forEach(c -> told.addAll(of(c)));
        Map<String, Integer> count = new HashMap<>();
        told.forEach(l -> count.merge(l.before(), 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        for (Line line : told) {
            int number = seen.merge(line.before(), 1, Integer::sum) - 1;
            if (line.before().equals(line.after())) {
                continue;
            }
            List<Found> places = written.getOrDefault(line.before(), List.of());
            if (places.size() == count.getOrDefault(line.before(), 0) && !all) {
                places.get(number).unit().blacken(places.get(number).at(), line.after());
            } else if (!places.isEmpty() && !all) {
                places.forEach(f -> f.unit().blacken(f.at(), line.after()));
            } else {
                within(line);
            }
        }
    }

    /** A line that is written as a part of a longer one, or in pieces. */
    private void within(Line line) {
        boolean any = false;
        for (Unit unit : units) {
            any |= blackenAll(unit, line.before(), line.after());
        }
        if (any) {
            return;
        }
        int from = 0;
        while (from < line.after().length()) {
            int start = line.after().indexOf(Black.INK, from);
            if (start < 0) {
                return;
            }
            int end = start;
            while (end < line.after().length() && isBlackAt(line, end)) {
                end++;
            }
            String value = line.before().substring(start, end).strip();
            if (value.length() > 1) {
                String ink = String.valueOf(Black.INK).repeat(value.length());
                units.forEach(u -> blackenAll(u, value, ink));
            }
            from = end + 1;
        }
    }

    /** Black, or white space between what is. */
    private static boolean isBlackAt(Line line, int at) {
        return line.after().charAt(at) == Black.INK
                || Character.isWhitespace(line.after().charAt(at));
    }

    private static boolean blackenAll(Unit unit, String before, String after) {
        boolean any = false;
        String text = unit.text();
        for (int at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + before.length())) {
            unit.blacken(at, after);
            any = true;
        }
        return any;
    }
}
