package org.peyk.kvkk.document.internal.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.OoxmlFormat;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.OoxmlType;
import org.peyk.kvkk.document.internal.ooxml.Relation;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Span;

/** Excel workbooks and templates, with and without macros; the binary form (.xlsb) is not one of them. */
public final class XlsxFormat extends OoxmlFormat {
    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final OoxmlType TYPE = new OoxmlType(
            "xl/",
            List.of(
                    "spreadsheetml.sheet.main+xml",
                    "spreadsheetml.template.main+xml",
                    "ms-excel.sheet.macroEnabled.main+xml",
                    "ms-excel.template.macroEnabled.main+xml"));

    /** The name, with a number, of a sheet that is in the file but not in the workbook's list: no program shows it, any can find it. */
    public static final String UNLISTED = "listede olmayan sayfa ";

    /** Makes the format. */
    public XlsxFormat() {
        super(MEDIA_TYPE, TYPE);
    }

    /**
     * Whether a part is a worksheet by where it is kept.
     *
     * @param part its name in lower case
     */
    public static boolean isSheet(String part) {
        return part.startsWith("xl/worksheets/") && part.endsWith(".xml");
    }

    @Override
    protected void body(OoxmlPackage file, Reading reading) {
        new Workbook(file, reading).read();
    }

    /** One workbook being read. */
    private static final class Workbook {
        private final OoxmlPackage file;
        private final Reading reading;
        private final SharedStrings strings = new SharedStrings();
        private final CellFormats formats = new CellFormats();
        private final List<Sheet> sheets = new ArrayList<>();

        Workbook(OoxmlPackage file, Reading reading) {
            this.file = file;
            this.reading = reading;
        }

        void read() {
            String named = file.mainPart();
            String main = named == null ? "xl/workbook.xml" : named;
            List<Relation> relations = file.relations(main);
            for (Relation relation : relations) {
                if (!relation.external() && relation.type().equals("sharedStrings")) {
                    file.xml(relation.target(), xml -> strings.read(xml, reading));
                } else if (!relation.external() && relation.type().equals("styles")) {
                    file.xml(relation.target(), xml -> formats.read(xml, reading));
                }
            }
            if (!file.xml(main, this::workbook)) {
                reading.note(Kind.DAMAGED, Notes.damagedPart(main));
            }
            boolean severalVisible = sheets.stream().filter(s -> !s.hidden()).count() > 1;
            for (Sheet sheet : sheets) {
                Relation relation = find(relations, sheet.relation());
                if (relation == null || !file.has(relation.target())) {
                    reading.note(Kind.DAMAGED, Notes.damagedPart("sheet"));
                    continue;
                }
                if (severalVisible && !sheet.hidden()) {
                    reading.block(new Block.Heading(2, List.of(Span.of(sheet.name()))));
                }
                sheet(sheet, relation.target());
            }
            List<String> left =
                    file.unread().stream().filter(XlsxFormat::isSheet).sorted().toList();
            for (int i = 0; i < left.size(); i++) {
                sheet(new Sheet(UNLISTED + (i + 1), "hidden", ""), left.get(i));
            }
            strings.writeUnused(reading);
        }

        private static @Nullable Relation find(List<Relation> relations, String id) {
            return relations.stream()
                    .filter(r -> r.id().equals(id) && !r.external())
                    .findFirst()
                    .orElse(null);
        }

        private void workbook(XmlEvents xml) throws IOException {
            int depth = xml.depth();
            while (xml.nextChild(depth)) {
                switch (xml.name()) {
                    case "workbookPr" -> formats.from1904(xml.flag("date1904"));
                    case "sheets" -> sheets(xml);
                    case "definedNames" -> definedNames(xml);
                    default -> {
                        // views and calculation settings
                    }
                }
            }
        }

        private void sheets(XmlEvents xml) throws IOException {
            int depth = xml.depth();
            while (xml.nextChild(depth)) {
                String name = xml.attribute("name");
                String state = xml.attribute("state");
                String id = xml.attribute("id");
                Sheet sheet =
                        new Sheet(name == null ? "?" : name, state == null ? "visible" : state, id == null ? "" : id);
                reading.keep();
                sheets.add(sheet);
                reading.property(sheet.name(), sheet.hidden(), List.of(sheet.label(), "sayfa adı"));
            }
        }

        /** Names for cells, formulas and constants; most only name cells, but people keep values in them, too. */
        private void definedNames(XmlEvents xml) throws IOException {
            int depth = xml.depth();
            while (xml.nextChild(depth)) {
                String name = xml.attribute("name");
                String comment = xml.attribute("comment");
                List<String> path = List.of("tanımlı ad " + (name == null ? "?" : name));
                String value = xml.elementText();
                if (new CellValue("", value).formulaTells() || value.indexOf('!') < 0) {
                    reading.segment(value, true, path);
                }
                reading.segment(comment == null ? "" : comment, true, path);
            }
        }

        private void sheet(Sheet sheet, String part) {
            List<Relation> relations = file.relations(part);
            SheetReader reader = new SheetReader(reading, strings, formats, sheet, relations);
            file.xml(part, reader::read);
            SheetNotes notes = new SheetNotes(reading, sheet);
            for (Relation relation : relations) {
                if (!relation.external() && relation.type().equals("comments")) {
                    file.xml(relation.target(), notes::notes);
                } else if (!relation.external() && relation.type().equals("threadedComment")) {
                    file.xml(relation.target(), notes::threads);
                }
            }
        }
    }
}
