package org.peyk.kvkk.document.internal.redact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.Relation;
import org.peyk.kvkk.document.internal.redact.Markup.Piece;
import org.peyk.kvkk.document.internal.xlsx.XlsxFormat;

/** Makes a copy of a Word or Excel file in which other texts stand. */
public final class OfficeCopy {
    /** The last step of the way to a formula. */
    public static final String FORMULA = "formül";

    /** The first step of the way to what stands in a file inside. */
    private static final String INSIDE = "gömülü dosya ";

    private static final String SHEET_NAME = "sayfa adı";
    private static final String NOWHERE = "https://redacted.invalid/";

    /** Blackens a file inside of the file. */
    @FunctionalInterface
    public interface Inside {
        /**
         * Makes a copy of the file.
         *
         * @param name its name
         * @param bytes its bytes
         * @return the copy's bytes
         * @throws IOException when there can be none
         */
        byte[] copy(String name, byte[] bytes) throws IOException;
    }

    private final OoxmlPackage file;
    private final Parts parts = new Parts();
    private final List<Change> changes;
    private final boolean all;
    private final SameValues same;

    private OfficeCopy(OoxmlPackage file, List<Change> changes, boolean all) {
        this.file = file;
        this.changes = changes;
        this.all = all;
        this.same = SameValues.of(changes);
        for (String name : file.originalNames()) {
            parts.put(name, file.bytes(name));
        }
    }

    /**
     * Makes a copy.
     *
     * @param bytes the file
     * @param changes everything that was read in it, in its order
     * @param all whether a text that goes has to go wherever it stands
     * @param inside blackens files inside of it
     * @param reading keeps the bounds
     * @return the copy
     * @throws IOException when a file inside cannot be blackened
     */
    public static byte[] of(byte[] bytes, List<Change> changes, boolean all, Inside inside, Reading reading)
            throws IOException {
        reading.packed(bytes.length);
        OfficeCopy copy = new OfficeCopy(OoxmlPackage.open(bytes, reading), changes, all);
        copy.write(inside);
        return copy.parts.zip();
    }

    private void write(Inside inside) throws IOException {
        files(inside);
        String main = file.mainPart();
        Set<String> done = new LinkedHashSet<>();
        List<Unit> units = new ArrayList<>();
        List<Unit> copies = new ArrayList<>();
        if (main != null && Parts.key(main).startsWith("xl/")) {
            workbook(main, units, done);
        }
        for (String part : inReadingOrder(main)) {
            Markup markup = done.contains(part) || !isXml(part) ? null : parts.markup(part);
            if (markup == null) {
                continue;
            }
            if (part.endsWith(".rels")) {
                links(markup);
            } else {
                boolean story = part.startsWith("word/") && StoryUnits.isStory(markup);
                if (story) {
                    units.addAll(StoryUnits.of(markup));
                }
                List<Unit> loose = story ? LooseUnits.attributes(markup, part) : LooseUnits.of(markup, part);
                units.addAll(loose);
                // counts of pages and parts are no copies of a cell
                copies.addAll(part.startsWith("docprops/") ? List.of() : loose);
                Leftovers.remove(markup);
            }
        }
        new Lines(units).blacken(changes.stream().filter(OfficeCopy::isLoose).toList(), all);
        same.blacken(copies);
        // a picture of the first page, and signatures that no longer fit
        parts.drop("docprops/thumbnail");
        parts.drop("_xmlsignatures/");
    }

    /** What is found by its line, not by the name of a cell. */
    private static boolean isLoose(Change change) {
        String first = change.path().isEmpty() ? "" : change.path().get(0);
        String last =
                change.path().isEmpty() ? "" : change.path().get(change.path().size() - 1);
        boolean sheetCell = change.cell() && change.path().size() == 2 && !first.startsWith("tablo ");
        return !(sheetCell && isCellName(last)) && !first.startsWith(INSIDE) && !last.equals(FORMULA);
    }

    private static boolean isCellName(String step) {
        return !step.isEmpty()
                && step.charAt(0) >= 'A'
                && step.charAt(0) <= 'Z'
                && step.chars().anyMatch(Character::isDigit);
    }

    private static boolean isXml(String part) {
        return part.endsWith(".xml") || part.endsWith(".rels") || part.endsWith(".vml");
    }

    private List<String> inReadingOrder(@Nullable String main) {
        Set<String> order = new LinkedHashSet<>();
        if (main != null) {
            order.add(Parts.key(main));
            for (Relation relation : file.relations(main)) {
                if (!relation.external() && !relation.type().equals("comments")) {
                    order.add(Parts.key(relation.target()));
                }
            }
        }
        order.addAll(parts.names());
        order.retainAll(parts.names());
        return List.copyOf(order);
    }

    private void files(Inside inside) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (Change change : changes) {
            if (change.any() && !change.path().isEmpty() && change.path().get(0).startsWith(INSIDE)) {
                names.add(change.path().get(0).substring(INSIDE.length()));
            }
        }
        Set<String> blackened = new HashSet<>();
        for (String part : parts.names()) {
            String name = part.substring(part.lastIndexOf('/') + 1);
            if (!isXml(part) && names.contains(name)) {
                parts.replace(part, inside.copy(name, parts.bytes(part)));
                blackened.add(part);
            }
        }
        if (!blackened.isEmpty()) {
            new Previews(file, parts, blackened).blank();
        }
    }

    private void links(Markup rels) {
        Set<String> gone = new HashSet<>();
        changes.stream().filter(Change::any).forEach(c -> gone.add(c.before().strip()));
        for (Piece piece : rels.pieces()) {
            Value target = piece.attribute("Target");
            if (target != null
                    && piece.valueOf("TargetMode").equals("External")
                    && gone.contains(target.text().strip())) {
                target.replace(NOWHERE);
            }
        }
    }

    private void workbook(String main, List<Unit> units, Set<String> done) {
        Markup book = parts.markup(main);
        if (book == null) {
            return;
        }
        Map<String, String> targets = new HashMap<>();
        Markup strings = null;
        for (Relation relation : file.relations(main)) {
            if (!relation.external()) {
                targets.put(relation.id(), relation.target());
                if (relation.type().equals("sharedStrings")) {
                    strings = parts.markup(relation.target());
                    done.add(Parts.key(relation.target()));
                }
            }
        }
        Cells cells = new Cells(strings);
        Map<String, String> renamed = new LinkedHashMap<>();
        Set<String> listed = new HashSet<>();
        for (Piece piece : book.pieces()) {
            if (piece.kind == Piece.Kind.OPEN && piece.name.equals("sheet")) {
                String name = piece.valueOf("name");
                String target = targets.getOrDefault(piece.valueOf("id"), "");
                listed.add(Parts.key(target));
                Markup sheet = parts.markup(target);
                if (sheet != null) {
                    sheet(sheet, name, cells);
                }
                String other = renamed(name, renamed);
                if (other != null) {
                    renamed.put(name, other);
                }
            }
        }
        List<String> unlisted = parts.names().stream()
                .filter(part -> XlsxFormat.isSheet(part) && !listed.contains(part))
                .sorted()
                .toList();
        for (int i = 0; i < unlisted.size(); i++) {
            Markup sheet = parts.markup(unlisted.get(i));
            if (sheet != null) {
                sheet(sheet, XlsxFormat.UNLISTED + (i + 1), cells);
            }
        }
        units.addAll(cells.unused());
        cells.blacken();
        cells.rawValues().forEach(same::addStored);
        if (strings != null) {
            Leftovers.remove(strings);
        }
        if (cells.formulasGone()) {
            parts.drop("xl/calcchain.xml");
        }
        renamed.forEach(this::rename);
    }

    private void sheet(Markup sheet, String name, Cells cells) {
        Map<String, Change> byCell = new HashMap<>();
        Set<String> formulas = new HashSet<>();
        for (Change change : changes) {
            List<String> path = change.path();
            if (!change.any() || path.size() < 2 || !isSheet(path.get(0), name)) {
                continue;
            }
            String cell = path.get(1).split(" ", 2)[0];
            if (path.get(path.size() - 1).equals(FORMULA)) {
                formulas.add(cell);
            } else if (change.cell() && path.size() == 2) {
                byCell.put(cell, change);
            }
        }
        cells.sheet(sheet, byCell, formulas);
    }

    /** A label is the name, with a word behind it when the sheet is hidden. */
    private static boolean isSheet(String label, String name) {
        return label.equals(name) || label.equals(name + " (gizli sayfa)") || label.equals(name + " (çok gizli sayfa)");
    }

    private @Nullable String renamed(String name, Map<String, String> before) {
        for (Change change : changes) {
            List<String> path = change.path();
            if (change.any()
                    && path.size() == 2
                    && path.get(1).equals(SHEET_NAME)
                    && change.before().equals(name)) {
                String other = change.after();
                for (int n = 2; before.containsValue(other); n++) {
                    // no two sheets may have one name
                    String number = Integer.toString(n);
                    other = change.after()
                                    .substring(0, Math.max(1, change.after().length() - number.length()))
                            + number;
                }
                return other;
            }
        }
        return null;
    }

    /** Formulas, names and charts point to sheets by their names. */
    private void rename(String before, String after) {
        String pointing = "'" + after + "'!";
        for (String part : parts.names()) {
            if (!part.endsWith(".xml") || !(part.startsWith("xl/") || part.equals("docprops/app.xml"))) {
                continue;
            }
            Markup markup = parts.markup(part);
            if (markup == null) {
                continue;
            }
            for (Piece piece : markup.pieces()) {
                if (piece.kind == Piece.Kind.TEXT && !piece.text().text().isBlank()) {
                    point(piece.text(), before, after, pointing, part.equals("docprops/app.xml"));
                }
                for (Map.Entry<String, Value> attribute : piece.attributes.entrySet()) {
                    boolean ownName =
                            piece.name.equals("sheet") && attribute.getKey().equals("name");
                    boolean sheet = attribute.getKey().equals("sheet");
                    if (ownName || sheet || attribute.getKey().equals("location")) {
                        point(attribute.getValue(), before, after, pointing, ownName || sheet);
                    }
                }
            }
        }
    }

    private static void point(Value value, String before, String after, String pointing, boolean isName) {
        String text = value.text();
        if (isName && text.equals(before)) {
            value.replace(after);
        } else if (text.indexOf('!') >= 0) {
            value.replace(text.replace("'" + before + "'!", pointing).replace(before + "!", pointing));
        }
    }
}
