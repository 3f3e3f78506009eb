package org.peyk.kvkk.document.internal.docx;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/**
 * The look of a run of text, as far as it matters.
 *
 * @param bold whether it is bold
 * @param italic whether it is italic
 * @param hidden whether it is neither shown nor printed
 */
record RunLook(boolean bold, boolean italic, boolean hidden) {
    static final RunLook PLAIN = new RunLook(false, false, false);

    /**
     * Reads run properties.
     *
     * @param xml at {@code w:rPr}
     * @param base what they change
     * @param styles the character styles, or null while the styles themselves are read
     * @return the look
     * @throws IOException when the XML is damaged
     */
    static RunLook read(XmlEvents xml, RunLook base, @Nullable Styles styles) throws IOException {
        RunLook look = base;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String value = xml.attribute("val");
            boolean on = value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
            look = switch (xml.name()) {
                case "rStyle" -> styles == null || value == null ? look : look.or(styles.look(value));
                case "b" -> new RunLook(on, look.italic, look.hidden);
                case "i" -> new RunLook(look.bold, on, look.hidden);
                case "vanish", "specVanish" -> new RunLook(look.bold, look.italic, on);
                default -> look;
            };
        }
        return look;
    }

    RunLook or(RunLook other) {
        return new RunLook(bold || other.bold, italic || other.italic, hidden || other.hidden);
    }
}
