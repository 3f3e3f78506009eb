package org.peyk.kvkk.document.internal.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes paragraphs, tables and columns of the lines of a page, by where they stand. PDF files themselves know only letters and places.
 */
final class PageLayout {
    /** A line this much further away than lines usually are starts a paragraph. */
    private static final float PARAGRAPH_GAP = 1.35f;

    /** Not even double-spaced lines are further apart, in sizes of their letters. */
    private static final float WIDEST_GAP = 2.2f;

    private static final int ROWS_OF_A_TABLE = 3;
    private static final int LINES_OF_COLUMNS = 6;

    /** Cells hold a name or a number; a line of a column of prose is longer. */
    private static final int LETTERS_OF_A_COLUMN = 25;

    /** A part of a page. */
    sealed interface Part {}

    /**
     * A paragraph or heading.
     *
     * @param text its text, lines joined
     * @param size the size of its letters
     * @param bullet whether it starts with a bullet, which is taken off
     */
    record Text(String text, float size, boolean bullet) implements Part {}

    /**
     * A table.
     *
     * @param rows its rows, all with the same number of cells
     */
    record Grid(List<List<String>> rows) implements Part {
        /** Copies the rows. */
        public Grid {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final float usualGap;
    private final float right;

    private PageLayout(List<Line> lines) {
        usualGap = usualGap(lines);
        right = (float) lines.stream().mapToDouble(Line::right).max().orElse(0);
    }

    static List<Part> of(List<Line> lines) {
        PageLayout layout = new PageLayout(lines);
        layout.lay(lines);
        return layout.parts;
    }

    private void lay(List<Line> lines) {
        List<Line> plain = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = endOfGroupedLines(lines, i);
            if (end - i < ROWS_OF_A_TABLE) {
                plain.add(lines.get(i++));
                continue;
            }
            paragraphs(plain);
            plain.clear();
            grouped(lines.subList(i, end));
            i = end;
        }
        paragraphs(plain);
    }

    /** Behind the last of the lines from here on that have several groups. */
    private static int endOfGroupedLines(List<Line> lines, int from) {
        int end = from;
        while (end < lines.size() && lines.get(end).groups().size() > 1) {
            end++;
        }
        return end;
    }

    private void grouped(List<Line> lines) {
        List<float[]> columns = columns(lines);
        if (columns.size() < 2) {
            paragraphs(lines);
        } else if (isProse(lines, columns.size())) {
            for (int c = 0; c < columns.size(); c++) {
                List<Line> column = new ArrayList<>();
                for (Line line : lines) {
                    for (Line group : line.split()) {
                        if (columnOf(group.groups().get(0), columns) == c) {
                            column.add(group);
                        }
                    }
                }
                // a layout of its own, as its lines end where the column ends
                parts.addAll(ofColumn(column));
            }
        } else {
            parts.add(new Grid(rows(lines, columns)));
        }
    }

    private static List<Part> ofColumn(List<Line> column) {
        PageLayout layout = new PageLayout(column);
        layout.paragraphs(column);
        return layout.parts;
    }

    /** The stretches of the page's width that the groups of the lines cover, from left to right. */
    private static List<float[]> columns(List<Line> lines) {
        List<float[]> stretches = new ArrayList<>();
        lines.stream()
                .flatMap(l -> l.groups().stream())
                .sorted((a, b) -> Float.compare(a.left(), b.left()))
                .forEach(group -> {
                    float[] last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
                    if (last != null && group.left() < last[1]) {
                        last[1] = Math.max(last[1], group.right());
                    } else {
                        stretches.add(new float[] {group.left(), group.right()});
                    }
                });
        return stretches;
    }

    private static int columnOf(Word group, List<float[]> columns) {
        for (int c = columns.size() - 1; c > 0; c--) {
            if (group.left() >= columns.get(c)[0]) {
                return c;
            }
        }
        return 0;
    }

    private static boolean isProse(List<Line> lines, int columns) {
        double letters = lines.stream()
                .flatMap(l -> l.groups().stream())
                .mapToInt(g -> g.text().length())
                .average()
                .orElse(0);
        return columns <= 3 && lines.size() >= LINES_OF_COLUMNS && letters > LETTERS_OF_A_COLUMN;
    }

    private static List<List<String>> rows(List<Line> lines, List<float[]> columns) {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : lines) {
            List<String> row = new ArrayList<>();
            columns.forEach(c -> row.add(""));
            for (Word group : line.groups()) {
                int column = columnOf(group, columns);
                row.set(column, row.get(column).isEmpty() ? group.text() : row.get(column) + " " + group.text());
            }
            rows.add(row);
        }
        return rows;
    }

    private void paragraphs(List<Line> lines) {
        List<Line> paragraph = new ArrayList<>();
        for (Line line : lines) {
            if (!paragraph.isEmpty() && startsParagraph(paragraph, line)) {
                parts.add(joined(paragraph));
                paragraph.clear();
            }
            paragraph.add(line);
        }
        if (!paragraph.isEmpty()) {
            parts.add(joined(paragraph));
        }
    }

    private boolean startsParagraph(List<Line> paragraph, Line next) {
        Line last = paragraph.get(paragraph.size() - 1);
        float gap = next.baseline() - last.baseline();
        float size = Math.max(last.size(), next.size());
        return gap < 0
                || gap > Math.min(Math.max(usualGap, size) * PARAGRAPH_GAP, size * WIDEST_GAP)
                || Math.abs(next.size() - last.size()) > size * 0.15f
                || isBullet(next.text())
                || (numberOf(next.text()) > 0 && endsEarly(last))
                // an indented line below one that does not reach the margin
                || (next.left() > paragraph.get(0).left() + size && last.right() < right - 4 * size);
    }

    private Text joined(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        Line before = null;
        float size = 0;
        for (Line line : lines) {
            String next = line.text();
            if (before != null) {
                join(text, before, next);
            }
            text.append(next);
            before = line;
            size = Math.max(size, line.size());
        }
        boolean bullet = isBullet(text.toString());
        return new Text(bullet ? text.substring(1).strip() : text.toString(), size, bullet);
    }

    /** Joins the halves of a word that was parted at the end of a line; a line that ends early or has cells stays a line. */
    private void join(StringBuilder text, Line before, String next) {
        char last = text.charAt(text.length() - 1);
        boolean hyphen = last == '-' || last == '\u00AD' || last == '\u2010';
        boolean word = text.length() > 1 && Character.isLetter(text.charAt(text.length() - 2));
        if (hyphen && word && Character.isLowerCase(next.charAt(0))) {
            text.setLength(text.length() - 1);
        } else if (hyphen && last != '-') {
            text.setLength(text.length() - 1);
        } else if (endsEarly(before) || before.groups().size() > 1 || next.indexOf('\t') >= 0) {
            text.append('\n');
        } else {
            text.append(' ');
        }
    }

    private boolean endsEarly(Line line) {
        return line.right() < right * 0.75f;
    }

    /** The number of an item such as {@code 2. Başvuru}, or 0. */
    static int numberOf(String text) {
        int end = 0;
        while (end < text.length() && end < 3 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean marked = end > 0
                && end < 3
                && end + 1 < text.length()
                && (text.charAt(end) == '.' || text.charAt(end) == ')')
                && Character.isWhitespace(text.charAt(end + 1));
        return marked ? Integer.parseInt(text.substring(0, end)) : 0;
    }

    private static boolean isBullet(String text) {
        return text.length() > 1 && "•▪●◦‣·–-".indexOf(text.charAt(0)) >= 0 && Character.isWhitespace(text.charAt(1));
    }

    /** The distance of lines within paragraphs: a low one of all, as the gaps between paragraphs are wider. */
    private static float usualGap(List<Line> lines) {
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float gap = lines.get(i).baseline() - lines.get(i - 1).baseline();
            if (gap > 0 && gap < 3 * Math.max(lines.get(i).size(), 1)) {
                gaps.add(gap);
            }
        }
        gaps.sort(null);
        return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 4);
    }
}
