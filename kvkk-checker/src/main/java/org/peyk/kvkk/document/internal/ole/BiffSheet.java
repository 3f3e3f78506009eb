package org.peyk.kvkk.document.internal.ole;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.peyk.kvkk.document.internal.CellName;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;

/** The records of one sheet: cells by row, and the texts of notes and boxes. */
final class BiffSheet {
    private static final int EOF = 0x0A;
    private static final int FORMULA = 0x06;
    private static final int HEADER = 0x14;
    private static final int FOOTER = 0x15;
    private static final int COLINFO = 0x7D;
    private static final int MULRK = 0xBD;
    private static final int LABELSST = 0xFD;
    private static final int TXO = 0x1B6;
    private static final int NUMBER = 0x203;
    private static final int LABEL = 0x204;
    private static final int STRING = 0x207;
    private static final int ROW = 0x208;
    private static final int RK = 0x27E;
    private static final int MOST_COLUMNS = 256;

    private final String name;
    private final boolean hidden;
    private final List<String> texts;
    private final BiffFormats formats;
    private final Reading reading;
    private final TableWriter table;
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final TreeMap<Integer, String> cells = new TreeMap<>();
    private int row = -1;
    private int formulaColumn = -1;

    BiffSheet(String name, boolean hidden, List<String> texts, BiffFormats formats, Reading reading) {
        this.name = hidden ? name + " (gizli sayfa)" : name;
        this.hidden = hidden;
        this.texts = texts;
        this.formats = formats;
        this.reading = reading;
        this.table = new TableWriter(reading, !hidden);
    }

    void read(BiffRecords records) {
        int depth = 0;
        try {
            while (records.advance()) {
                reading.tick();
                if (records.type() == 0x809) {
                    depth++;
                } else if (records.type() == EOF && --depth <= 0) {
                    break;
                }
                record(records);
            }
        } finally {
            flush();
            table.end();
        }
    }

    private void record(BiffRecords r) {
        switch (r.type()) {
            case ROW -> {
                if ((r.u2(12) & 0x20) != 0) {
                    hiddenRows.add(r.u2(0));
                }
            }
            case COLINFO -> {
                for (int c = r.u2(0); c <= Math.min(r.u2(2), MOST_COLUMNS); c++) {
                    if ((r.u2(8) & 1) != 0) {
                        hiddenColumns.add(c);
                    }
                }
            }
            case LABELSST -> {
                long index = r.u4(6);
                cell(r.u2(0), r.u2(2), index < texts.size() ? texts.get((int) index) : "");
            }
            case LABEL -> cell(r.u2(0), r.u2(2), r.text(8, r.u2(6)));
            case NUMBER -> cell(r.u2(0), r.u2(2), formats.show(r.f8(6), r.u2(4)));
            case RK -> cell(r.u2(0), r.u2(2), formats.show(rk(r.u4(6)), r.u2(4)));
            case MULRK -> {
                for (int i = 0; 4 + 6 * i + 6 <= r.length() - 2; i++) {
                    cell(r.u2(0), r.u2(2) + i, formats.show(rk(r.u4(6 + 6 * i)), r.u2(4 + 6 * i)));
                }
            }
            case FORMULA -> formula(r);
            case STRING -> {
                if (formulaColumn >= 0) {
                    cell(row, formulaColumn, r.text(2, r.u2(0)));
                }
            }
            case TXO -> {
                int length = r.u2(10);
                reading.segment(
                        length == 0 ? "" : r.continuedText(length), true, List.of(name, "yorum ya da metin kutusu"));
            }
            case HEADER, FOOTER ->
                reading.segment(r.length() < 3 ? "" : r.text(2, r.u2(0)), false, List.of(name, "üst ve alt bilgi"));
            default -> {
                // looks, links and drawings
            }
        }
    }

    private void formula(BiffRecords r) {
        boolean special = r.u2(12) == 0xFFFF;
        // the text of a formula stands in the next record
        if (!special) {
            cell(r.u2(0), r.u2(2), formats.show(r.f8(6), r.u2(4)));
        } else {
            cell(r.u2(0), r.u2(2), "");
            formulaColumn = r.u2(2);
        }
    }

    /** Numbers in four bytes (MS-XLS 2.5.217). */
    private static double rk(long value) {
        double number = (value & 2) != 0 ? (int) value >> 2 : Double.longBitsToDouble((value & 0xFFFFFFFCL) << 32);
        return (value & 1) != 0 ? number / 100 : number;
    }

    private void cell(int cellRow, int column, String text) {
        if (cellRow != row) {
            flush();
            row = cellRow;
        }
        formulaColumn = -1;
        if (!text.isBlank()) {
            reading.keep();
            cells.put(column, text);
        }
    }

    private void flush() {
        if (cells.isEmpty()) {
            return;
        }
        List<TableWriter.Cell> out = new ArrayList<>();
        cells.forEach((column, text) -> out.add(new TableWriter.Cell(
                column,
                text,
                List.of(name, CellName.of(row, column)),
                hidden || hiddenRows.contains(row) || hiddenColumns.contains(column))));
        cells.clear();
        table.row(out, false);
    }
}
