package org.peyk.kvkk.document.internal.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** The styles of a document: which paragraphs are headings or in lists, and whether text is hidden. */
final class Styles {
    /** Styles are based on each other; a damaged file may have a circle. */
    private static final int LONGEST_CHAIN = 20;

    private static final int DEEPEST_HEADING = 6;
    private static final int BODY_TEXT = 9;

    private record Style(String name, @Nullable String basedOn, ParagraphLook paragraph, RunLook run) {}

    private final Map<String, Style> styles = new HashMap<>();

    static Styles of(OoxmlPackage file, @Nullable String part, Reading reading) {
        Styles read = new Styles();
        if (part != null) {
            file.xml(part, xml -> read.read(xml, reading));
        }
        return read;
    }

    private void read(XmlEvents xml, Reading reading) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String id = xml.attribute("styleId");
            if (xml.name().equals("style") && id != null) {
                reading.keep();
                styles.put(id, style(xml));
            }
        }
    }

    private static Style style(XmlEvents xml) throws IOException {
        String name = "";
        String basedOn = null;
        ParagraphLook paragraph = ParagraphLook.PLAIN;
        RunLook run = RunLook.PLAIN;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String value = xml.attribute("val");
            switch (xml.name()) {
                case "name" -> name = value == null ? "" : value.toLowerCase(Locale.ROOT);
                case "basedOn" -> basedOn = value;
                case "pPr" -> paragraph = ParagraphLook.read(xml);
                case "rPr" -> run = RunLook.read(xml, RunLook.PLAIN, null);
                default -> {
                    // numbering of the style list, table looks
                }
            }
        }
        return new Style(name, basedOn, paragraph, run);
    }

    private List<Style> chain(@Nullable String id) {
        List<Style> chain = new ArrayList<>();
        Style style = id == null ? null : styles.get(id);
        while (style != null && chain.size() < LONGEST_CHAIN) {
            chain.add(style);
            style = style.basedOn == null ? null : styles.get(style.basedOn);
        }
        return chain;
    }

    /** The look of text in a paragraph or character style. */
    RunLook look(@Nullable String id) {
        RunLook look = RunLook.PLAIN;
        for (Style style : chain(id)) {
            look = look.or(style.run);
        }
        return look;
    }

    /** Level of a heading from 1 to 6, or 0 for other paragraphs. Built-in styles keep their English names in every language. */
    int headingLevel(ParagraphLook look) {
        if (look.outline() >= 0) {
            return look.outline() >= BODY_TEXT ? 0 : Math.min(look.outline() + 1, DEEPEST_HEADING);
        }
        for (Style style : chain(look.style())) {
            if (style.paragraph.outline() >= 0) {
                return style.paragraph.outline() >= BODY_TEXT
                        ? 0
                        : Math.min(style.paragraph.outline() + 1, DEEPEST_HEADING);
            }
            if (style.name.equals("title")) {
                return 1;
            }
            if (style.name.equals("subtitle")) {
                return 2;
            }
            if (style.name.startsWith("heading ")) {
                int level = ParagraphLook.number(style.name.substring(8).strip(), 0);
                return Math.min(level, DEEPEST_HEADING);
            }
        }
        return 0;
    }

    /** The paragraph's own list, or its style's; null when it is in none. */
    @Nullable
    ListPlace list(ParagraphLook look) {
        ParagraphLook said = look;
        if (said.list() == null) {
            said = chain(look.style()).stream()
                    .map(Style::paragraph)
                    .filter(p -> p.list() != null)
                    .findFirst()
                    .orElse(ParagraphLook.PLAIN);
        }
        String list = said.list();
        return list == null || list.equals("0") ? null : new ListPlace(list, said.listLevel());
    }

    /**
     * Where a paragraph is in a list.
     *
     * @param list the list
     * @param level from 0
     */
    record ListPlace(String list, int level) {}
}
