package org.peyk.kvkk.document.internal.docx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** Which lists are numbered and which have bullets. */
final class Numbering {
    private static final int MOST_LEVELS = 100;

    private final Map<String, Map<String, String>> formats = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();

    static Numbering of(OoxmlPackage file, @Nullable String part, Reading reading) {
        Numbering read = new Numbering();
        if (part != null) {
            file.xml(part, xml -> read.read(xml, reading));
        }
        return read;
    }

    private void read(XmlEvents xml, Reading reading) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            reading.keep();
            String abstractId = xml.attribute("abstractNumId");
            String id = xml.attribute("numId");
            if (xml.name().equals("abstractNum") && abstractId != null) {
                formats.put(abstractId, levels(xml));
            } else if (xml.name().equals("num") && id != null) {
                int inner = xml.depth();
                while (xml.nextChild(inner)) {
                    String value = xml.attribute("val");
                    if (xml.name().equals("abstractNumId") && value != null) {
                        lists.put(id, value);
                    }
                }
            }
        }
    }

    private static Map<String, String> levels(XmlEvents xml) throws IOException {
        Map<String, String> levels = new HashMap<>();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String level = xml.attribute("ilvl");
            if (xml.name().equals("lvl") && level != null) {
                int inner = xml.depth();
                while (xml.nextChild(inner)) {
                    String format = xml.attribute("val");
                    if (xml.name().equals("numFmt") && format != null && levels.size() < MOST_LEVELS) {
                        levels.put(level, format);
                    }
                }
            }
        }
        return levels;
    }

    /** Whether the items of a list's level are numbered; a level without numbers and bullets counts as bullets. */
    boolean ordered(Styles.ListPlace place) {
        String format = formats.getOrDefault(lists.getOrDefault(place.list(), ""), Map.of())
                .get(Integer.toString(place.level()));
        return format != null && !format.equals("bullet") && !format.equals("none");
    }
}
