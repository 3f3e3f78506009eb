package org.peyk.report;

/** Writes HTML. Values get in by {@link #text} and as attribute values alone, and both are escaped. */
final class Markup {

    private final StringBuilder out = new StringBuilder(32_768);

    /** Opens an element; attributes as name, value, name, value. Names come from the library's own code. */
    Markup open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    Markup text(String value) {
        escape(value);
        return this;
    }

    /** An element with nothing but text in it. */
    Markup element(String element, String value, String... attributes) {
        return open(element, attributes).text(value).close(element);
    }

    /** Text of the library's own, such as its style sheet, that goes in as it is. */
    Markup own(String code) {
        out.append(code);
        return this;
    }

    /** Characters that are markup; and those that are no text in XML or could turn the direction of what follows. */
    private void escape(String value) {
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(harmless(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean harmless(int c) {
        boolean control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F);
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        return !control && !direction && !half && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
