package org.peyk.kvkk.document.internal.ole;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.CellName;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.Span;

/** Hands the text of an old Word document on: its paragraphs and tables, and what belongs to none of them. */
final class WordText {
    private static final char PARAGRAPH = '\r';
    private static final char CELL = '\u0007';
    private static final char PAGE = '\f';
    private static final char FIELD = '\u0013';
    private static final char RESULT = '\u0014';
    private static final char FIELD_END = '\u0015';
    private static final char PICTURE = '\u0001';
    private static final int DEEPEST = 100;

    private static final String[] PARTS = {
        "", "dipnot", "üst ve alt bilgi", "makro", "yorum", "son not", "metin kutusu", "metin kutusu"
    };
    private static final int COMMENTS = 4;
    private static final int MACROS = 3;

    private final WordFile file;
    private final Reading reading;
    private final StringBuilder visible = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private final StringBuilder codes = new StringBuilder();
    private final List<TableWriter.Cell> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    /** For each open field whether its result is being read. */
    private final List<Boolean> fields = new ArrayList<>();

    private @Nullable TableWriter table;
    private int tables;
    private int rows;
    private int paragraphs;

    WordText(WordFile file, Reading reading) {
        this.file = file;
        this.reading = reading;
    }

    void read() {
        int from = 0;
        int[] lengths = file.lengths();
        for (int part = 0; part < lengths.length; part++) {
            int to = (int) Math.min(file.length(), (long) from + lengths[part]);
            part(from, to, part);
            from = to;
        }
        for (int i = 0; i < file.drawnPictures(); i++) {
            reading.picture();
        }
        // a last mark stands behind the parts; whatever else does is nobody's
        part(from, file.length(), COMMENTS);
    }

    private void part(int from, int to, int part) {
        paragraphs = 0;
        for (int i = from; i < to; i++) {
            char c = file.charAt(i);
            if (c == PARAGRAPH || c == CELL || c == PAGE) {
                end(i, part);
            } else {
                letter(c, i);
            }
            reading.tick();
        }
        if (!visible.isEmpty() || !hidden.isEmpty() || !codes.isEmpty()) {
            paragraph(part);
        }
        endTable();
        fields.clear();
    }

    private void letter(char c, int position) {
        switch (c) {
            case FIELD -> {
                if (fields.size() < DEEPEST) {
                    fields.add(false);
                }
            }
            case RESULT -> {
                if (!fields.isEmpty()) {
                    fields.set(fields.size() - 1, true);
                }
            }
            case FIELD_END -> {
                if (!fields.isEmpty()) {
                    fields.remove(fields.size() - 1);
                }
                codes.append(codes.isEmpty() ? "" : " ");
            }
            case PICTURE -> {
                // among the codes of a field it stands for what the field keeps
                if (!fields.contains(false)) {
                    reading.picture();
                }
            }
            case '\u000B' -> append('\n', position);
            case '\u001E' -> append('-', position);
            case '\t' -> append('\t', position);
            default -> {
                // pictures, anchors and marks of notes have letters below the space
                if (c >= ' ') {
                    append(c, position);
                }
            }
        }
    }

    private void append(char c, int position) {
        if (fields.contains(false)) {
            codes.append(c);
        } else if (file.hidden(position)) {
            hidden.append(c);
        } else {
            visible.append(c);
        }
        reading.checkLength(visible.length());
    }

    private void end(int position, int part) {
        char c = file.charAt(position);
        if (!file.inTable(position) && c != CELL) {
            endTable();
            paragraph(part);
            return;
        }
        if (file.endsRow(position)) {
            endRow();
        } else if (c == CELL) {
            if (table == null) {
                table = new TableWriter(reading, part == 0);
                tables++;
                rows = 0;
            }
            List<String> place = place(part, "tablo " + tables, CellName.of(rows, row.size()));
            cell.append(cell.isEmpty() ? "" : "\n").append(visible.toString().strip());
            row.add(new TableWriter.Cell(row.size(), cell.toString().strip(), place, part == COMMENTS));
            told(place);
            cell.setLength(0);
            visible.setLength(0);
        } else {
            // a paragraph within a cell
            cell.append(cell.isEmpty() ? "" : "\n").append(visible.toString().strip());
            reading.checkLength(cell.length());
            visible.setLength(0);
        }
    }

    private void endRow() {
        visible.setLength(0);
        TableWriter open = table;
        if (open != null && !row.isEmpty()) {
            open.row(row, false);
            rows++;
        }
        row.clear();
    }

    private void endTable() {
        if (!row.isEmpty()) {
            endRow();
        }
        if (table != null) {
            table.end();
            table = null;
        }
        if (!cell.isEmpty()) {
            visible.insert(0, cell + "\n");
            cell.setLength(0);
        }
    }

    private void paragraph(int part) {
        String text = visible.toString().strip();
        if (!text.isEmpty()) {
            paragraphs++;
        }
        List<String> place = place(part, "paragraf " + Math.max(1, paragraphs));
        reading.segment(text, part == COMMENTS || part == MACROS, place);
        told(place);
        if (part == 0 && !text.isEmpty()) {
            reading.block(new Block.Paragraph(List.of(Span.of(text))));
        }
        visible.setLength(0);
    }

    /** Hands on what a reader of the document would overlook. */
    private void told(List<String> place) {
        segment(hidden, place, "gizli metin");
        segment(codes, place, "alan kodu");
    }

    private void segment(StringBuilder text, List<String> place, String what) {
        List<String> longer = new ArrayList<>(place);
        longer.add(what);
        reading.segment(text.toString().strip(), true, longer);
        text.setLength(0);
    }

    private static List<String> place(int part, String... steps) {
        List<String> place = new ArrayList<>();
        if (!PARTS[part].isEmpty()) {
            place.add(PARTS[part]);
        }
        place.addAll(List.of(steps));
        return place;
    }
}
