package org.peyk.kvkk.document.internal.xlsx;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** Notes and threaded comments on the cells of a sheet, which show only when the pointer rests on the cell. */
final class SheetNotes {
    private final Reading reading;
    private final Sheet sheet;

    SheetNotes(Reading reading, Sheet sheet) {
        this.reading = reading;
        this.sheet = sheet;
    }

    void notes(XmlEvents xml) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            int inner = xml.depth();
            if (xml.name().equals("authors")) {
                while (xml.nextChild(inner)) {
                    reading.property(xml.elementText(), List.of(sheet.label(), "notu yazan"));
                }
            } else if (xml.name().equals("commentList")) {
                while (xml.nextChild(inner)) {
                    note(xml);
                }
            }
        }
    }

    private void note(XmlEvents xml) throws IOException {
        String cell = cell(xml.attribute("ref"));
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("text")) {
                reading.segment(SharedStrings.richText(xml), true, List.of(sheet.label(), cell, "not"));
            }
        }
    }

    void threads(XmlEvents xml) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String cell = cell(xml.attribute("ref"));
            int inner = xml.depth();
            while (xml.nextChild(inner)) {
                if (xml.name().equals("text")) {
                    reading.segment(xml.elementText(), true, List.of(sheet.label(), cell, "yorum"));
                }
            }
        }
    }

    private static String cell(@Nullable String reference) {
        return reference == null ? "?" : reference;
    }
}
