package org.peyk.kvkk.document.internal.docx;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/**
 * What paragraph properties say.
 *
 * @param style the paragraph's style, or null
 * @param outline its level in the outline from 0, or -1
 * @param list the list it belongs to, {@code 0} for explicitly none, or null when nothing is said
 * @param listLevel its level in the list from 0
 */
record ParagraphLook(
        @Nullable String style, int outline, @Nullable String list, int listLevel) {
    static final ParagraphLook PLAIN = new ParagraphLook(null, -1, null, 0);

    /**
     * Reads paragraph properties.
     *
     * @param xml at {@code w:pPr}
     * @return what they say
     * @throws IOException when the XML is damaged
     */
    static ParagraphLook read(XmlEvents xml) throws IOException {
        String style = null;
        int outline = -1;
        String list = null;
        int listLevel = 0;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "pStyle" -> style = xml.attribute("val");
                case "outlineLvl" -> outline = number(xml.attribute("val"), -1);
                case "numPr" -> {
                    int inner = xml.depth();
                    while (xml.nextChild(inner)) {
                        if (xml.name().equals("numId")) {
                            list = xml.attribute("val");
                        } else if (xml.name().equals("ilvl")) {
                            listLevel = number(xml.attribute("val"), 0);
                        }
                    }
                }
                default -> {
                    // spacing, alignment and the look of the paragraph mark
                }
            }
        }
        return new ParagraphLook(style, outline, list, listLevel);
    }

    static int number(@Nullable String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        return Integer.parseInt(text);
    }
}
