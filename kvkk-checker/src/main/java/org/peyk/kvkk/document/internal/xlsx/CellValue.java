package org.peyk.kvkk.document.internal.xlsx;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/**
 * What a cell holds.
 *
 * @param text what it shows
 * @param formula how it came to it, or null
 */
record CellValue(String text, @Nullable String formula) {

    /**
     * Reads a cell.
     *
     * @param xml at {@code c}
     * @param strings the shared texts
     * @param formats the looks of numbers
     * @return what it holds
     * @throws IOException when the XML is damaged
     */
    static CellValue read(XmlEvents xml, SharedStrings strings, CellFormats formats) throws IOException {
        String type = xml.attribute("t");
        int style = index(xml.attribute("s"));
        String text = "";
        String formula = null;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "v" -> text = show(type, xml.elementText(), style, strings, formats);
                case "is" -> text = SharedStrings.richText(xml);
                case "f" -> formula = xml.elementText();
                default -> {
                    // extensions
                }
            }
        }
        return new CellValue(text, formula);
    }

    private static String show(
            @Nullable String type, String stored, int style, SharedStrings strings, CellFormats formats) {
        if (type == null || type.equals("n")) {
            return formats.show(stored.strip(), style);
        }
        return switch (type) {
            case "s" -> strings.get(index(stored.strip()));
            case "b" -> stored.strip().equals("1") ? "DOĞRU" : "YANLIŞ";
            default -> stored;
        };
    }

    /** Whether a formula holds data itself rather than only cells and functions: a text in quotes or a long number. */
    boolean formulaTells() {
        String code = formula;
        if (code == null) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            // row numbers have up to seven digits
            if (digits > 7 || (c == '"' && i + 2 < code.length() && code.charAt(i + 1) != '"')) {
                return true;
            }
        }
        return false;
    }

    /** A small number in an attribute, or -1. */
    static int index(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
