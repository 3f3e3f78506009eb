package org.peyk.kvkk.document.internal.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.CellName;
import org.peyk.kvkk.document.internal.redact.Markup.Piece;

/**
 * The cells of a workbook. A cell that has to go keeps its look and becomes a text of its own, without the formula that would compute the value
 * again; a text that cells share is blackened in its place when all of them have to go.
 */
final class Cells {

    private record Cell(
            Markup sheet,
            int open,
            int close,
            int shared,
            @Nullable Change change) {}

    private final List<Unit> sharedTexts = new ArrayList<>();
    private final Map<Integer, List<Cell>> users = new HashMap<>();
    private final List<Cell> changed = new ArrayList<>();
    private final Set<String> rawValues = new HashSet<>();
    private boolean formulasGone;

    Cells(@Nullable Markup strings) {
        if (strings != null) {
            List<Piece> pieces = strings.pieces();
            for (int i = 0; i < pieces.size(); i++) {
                if (pieces.get(i).kind == Piece.Kind.OPEN && pieces.get(i).name.equals("si")) {
                    int end = strings.endOf(i);
                    sharedTexts.add(sharedText(pieces, i, end));
                    i = end;
                }
            }
        }
    }

    private static Unit sharedText(List<Piece> pieces, int from, int to) {
        Unit unit = new Unit();
        boolean pronunciation = false;
        String element = "";
        for (int i = from; i <= to; i++) {
            Piece piece = pieces.get(i);
            if (piece.kind == Piece.Kind.OPEN) {
                element = piece.name;
                pronunciation |= element.equals("rPh");
            } else if (piece.kind == Piece.Kind.CLOSE) {
                pronunciation &= !piece.name.equals("rPh");
                element = "";
            } else if (piece.kind == Piece.Kind.TEXT && element.equals("t") && !pronunciation) {
                unit.add(piece.text(), 0, piece.text().length());
            }
        }
        return unit;
    }

    /** Whether a workbook has lost formulas, so that the order in which they are computed no longer fits. */
    boolean formulasGone() {
        return formulasGone;
    }

    /** What stood in the file for cells that were overwritten; a cell may show a number or a date in another way. */
    Set<String> rawValues() {
        return rawValues;
    }

    /** Texts that no cell showed from the start. */
    List<Unit> unused() {
        List<Unit> unused = new ArrayList<>();
        for (int i = 0; i < sharedTexts.size(); i++) {
            if (!users.containsKey(i) && !sharedTexts.get(i).isBlank()) {
                unused.add(sharedTexts.get(i));
            }
        }
        return unused;
    }

    /**
     * Looks through a sheet.
     *
     * @param sheet its XML
     * @param changes what is to go, by the name of the cell
     * @param formulas cells whose formulas are to go
     */
    void sheet(Markup sheet, Map<String, Change> changes, Set<String> formulas) {
        List<Piece> pieces = sheet.pieces();
        long row = -1;
        int column = -1;
        Set<String> gone = new HashSet<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind != Piece.Kind.OPEN) {
                continue;
            }
            if (piece.name.equals("row")) {
                long named = number(piece.valueOf("r"));
                row = named > 0 ? named - 1 : row + 1;
                column = -1;
            } else if (piece.name.equals("c")) {
                String name = piece.valueOf("r");
                int named = name.isEmpty() ? -1 : CellName.columnOf(name);
                column = named > column ? named : column + 1;
                String place = CellName.of(row, column);
                int end = sheet.endOf(i);
                Change change = changes.get(place);
                int shared = piece.valueOf("t").equals("s") ? (int) number(valueIn(pieces, i, end)) : -1;
                Cell cell = new Cell(sheet, i, end, shared, change);
                if (shared >= 0) {
                    users.computeIfAbsent(shared, k -> new ArrayList<>()).add(cell);
                }
                if (change != null) {
                    changed.add(cell);
                }
                if (change != null || formulas.contains(place)) {
                    removeFormula(sheet, i, end, gone);
                }
                i = end;
            }
        }
        if (!gone.isEmpty()) {
            removeSharers(sheet, gone);
        }
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static String valueIn(List<Piece> pieces, int from, int to) {
        boolean value = false;
        for (int i = from; i <= to; i++) {
            Piece piece = pieces.get(i);
            if (piece.kind == Piece.Kind.OPEN) {
                value = piece.name.equals("v");
            } else if (value && piece.kind == Piece.Kind.TEXT) {
                return piece.text().text().strip();
            }
        }
        return "";
    }

    private void removeFormula(Markup sheet, int from, int to, Set<String> gone) {
        List<Piece> pieces = sheet.pieces();
        for (int i = from; i <= to; i++) {
            Piece piece = pieces.get(i);
            if (piece.kind == Piece.Kind.OPEN && piece.name.equals("f")) {
                if (piece.valueOf("t").equals("shared") && piece.attribute("ref") != null) {
                    gone.add(piece.valueOf("si"));
                }
                sheet.remove(i, sheet.endOf(i));
                formulasGone = true;
            }
        }
    }

    /** Cells that took their formula from one that has lost it keep the value they have. */
    private static void removeSharers(Markup sheet, Set<String> gone) {
        List<Piece> pieces = sheet.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind == Piece.Kind.OPEN
                    && piece.name.equals("f")
                    && piece.valueOf("t").equals("shared")
                    && gone.contains(piece.valueOf("si"))) {
                sheet.remove(i, sheet.endOf(i));
            }
        }
    }

    /** Overwrites what is to go, when all sheets are looked through. */
    void blacken() {
        Set<Cell> done = new HashSet<>();
        users.forEach((index, cells) -> {
            if (index >= sharedTexts.size()) {
                return;
            }
            List<Change> changes = new ArrayList<>();
            for (Cell cell : cells) {
                if (cell.change() != null) {
                    changes.add(cell.change());
                }
            }
            if (changes.size() < cells.size()) {
                return;
            }
            boolean alike = changes.stream().map(Change::after).distinct().count() == 1;
            for (Change change : changes) {
                sharedTexts.get(index).blacken(0, change.after());
            }
            if (alike) {
                done.addAll(cells);
            }
        });
        for (Cell cell : changed) {
            if (!done.contains(cell) && cell.change() != null) {
                if (cell.shared() < 0) {
                    rawValues.add(valueIn(cell.sheet().pieces(), cell.open(), cell.close()));
                }
                write(cell, cell.change().after());
            }
        }
    }

    private static void write(Cell cell, String text) {
        Markup sheet = cell.sheet();
        Piece open = sheet.pieces().get(cell.open());
        String prefix = open.qualified.substring(0, open.qualified.indexOf(':') + 1);
        StringBuilder xml = new StringBuilder("<").append(open.qualified);
        open.attributes.forEach((name, value) -> {
            // the type changes, and metadata belongs to a formula
            if (!name.equals("t") && !name.equals("cm") && !name.equals("vm")) {
                xml.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(Entities.encode(value.text()))
                        .append('"');
            }
        });
        xml.append(" t=\"inlineStr\"><")
                .append(prefix)
                .append("is><")
                .append(prefix)
                .append("t xml:space=\"preserve\">");
        xml.append(Entities.encode(text));
        xml.append("</").append(prefix).append("t></").append(prefix).append("is>");
        sheet.remove(cell.open(), cell.close() - 1);
        open.rewrite(xml.toString());
    }
}
