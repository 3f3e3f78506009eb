package org.peyk.kvkk.document.internal.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.CellName;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;
import org.peyk.kvkk.document.internal.ooxml.Relation;
import org.peyk.kvkk.document.internal.ooxml.WordedAttributes;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** Reads one sheet row by row. */
final class SheetReader {
    private static final int COLUMNS = 16_384;

    private final Reading reading;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final Sheet sheet;
    private final TableWriter table;
    private final BitSet hiddenColumns = new BitSet();
    private final Map<String, String> links = new HashMap<>();
    private long row = -1;

    SheetReader(Reading reading, SharedStrings strings, CellFormats formats, Sheet sheet, List<Relation> relations) {
        this.reading = reading;
        this.strings = strings;
        this.formats = formats;
        this.sheet = sheet;
        this.table = new TableWriter(reading, !sheet.hidden());
        for (Relation relation : relations) {
            if (relation.external()) {
                links.put(relation.id(), relation.target());
            }
        }
    }

    void read(XmlEvents xml) throws IOException {
        try {
            int depth = xml.depth();
            while (xml.nextChild(depth)) {
                switch (xml.name()) {
                    case "cols" -> columns(xml);
                    case "sheetData" -> rows(xml);
                    case "hyperlinks" -> hyperlinks(xml);
                    case "headerFooter" -> headerAndFooter(xml);
                    case "dataValidations" -> validations(xml);
                    case "autoFilter" -> worded(xml, "süzgeç");
                    case "scenarios" -> worded(xml, "senaryo");
                    case "customSheetViews" -> worded(xml, "özel görünüm");
                    default -> {
                        // views, widths and other looks
                    }
                }
            }
        } finally {
            table.end();
        }
    }

    private void columns(XmlEvents xml) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            int from = CellValue.index(xml.attribute("min"));
            int to = Math.min(CellValue.index(xml.attribute("max")), COLUMNS);
            if (xml.flag("hidden") && from > 0 && to >= from) {
                hiddenColumns.set(from - 1, to);
            }
        }
    }

    private void rows(XmlEvents xml) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("row")) {
                int number = CellValue.index(xml.attribute("r"));
                row = number > 0 ? number - 1 : row + 1;
                cells(xml, xml.flag("hidden"));
            }
        }
    }

    private void cells(XmlEvents xml, boolean hiddenRow) throws IOException {
        List<TableWriter.Cell> cells = new ArrayList<>();
        try {
            cells(xml, hiddenRow, cells);
        } finally {
            if (!cells.isEmpty()) {
                table.row(cells, false);
            }
        }
    }

    private void cells(XmlEvents xml, boolean hiddenRow, List<TableWriter.Cell> cells) throws IOException {
        int column = -1;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (!xml.name().equals("c")) {
                continue;
            }
            String name = xml.attribute("r");
            int named = name == null ? -1 : CellName.columnOf(name);
            column = named > column && named < COLUMNS ? named : column + 1;
            if (column >= COLUMNS) {
                throw reading.tooComplex("XFD");
            }
            CellValue value = CellValue.read(xml, strings, formats);
            boolean hidden = sheet.hidden() || hiddenRow || hiddenColumns.get(column);
            List<String> place = List.of(sheet.label(), place(column, hiddenRow));
            if (!value.text().isBlank()) {
                cells.add(new TableWriter.Cell(column, value.text(), place, hidden));
            }
            if (value.formula() != null && value.formulaTells()) {
                reading.segment(value.formula(), true, List.of(place.get(0), place.get(1), "formül"));
            }
        }
    }

    private String place(int column, boolean hiddenRow) {
        String name = CellName.of(row, column);
        if (hiddenRow) {
            return name + " (gizli satır)";
        }
        return hiddenColumns.get(column) ? name + " (gizli sütun)" : name;
    }

    private void hyperlinks(XmlEvents xml) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            List<String> place = List.of(sheet.label(), orEmpty(xml.attribute("ref")), "bağlantı adresi");
            String id = xml.attribute("id");
            reading.segment(id == null ? "" : links.getOrDefault(id, ""), true, place);
            reading.segment(orEmpty(xml.attribute("tooltip")), true, place);
            reading.segment(orEmpty(xml.attribute("display")), true, place);
        }
    }

    /** Attributes of what stands in an element, however deep: what a column is filtered by, values that stand in for others. */
    private void worded(XmlEvents xml, String what) throws IOException {
        List<String> place = List.of(sheet.label(), what);
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String element = xml.name();
            xml.eachAttribute((name, value) -> {
                if (WordedAttributes.tell(element, name)) {
                    reading.segment(value, true, place);
                }
            });
            if (element.equals("headerFooter")) {
                headerAndFooter(xml);
            } else {
                worded(xml, what);
            }
        }
    }

    private void headerAndFooter(XmlEvents xml) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String name = xml.name().endsWith("Header") ? "üst bilgi" : "alt bilgi";
            reading.segment(xml.elementText(), sheet.hidden(), List.of(sheet.label(), name));
        }
    }

    private void validations(XmlEvents xml) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            List<String> place = List.of(sheet.label(), orEmpty(xml.attribute("sqref")), "veri doğrulama");
            for (String text : new String[] {"promptTitle", "prompt", "errorTitle", "error"}) {
                reading.segment(orEmpty(xml.attribute(text)), true, place);
            }
            int inner = xml.depth();
            while (xml.nextChild(inner)) {
                String formula = xml.elementText();
                if (formula.indexOf('"') >= 0) {
                    reading.segment(formula, true, place);
                }
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
