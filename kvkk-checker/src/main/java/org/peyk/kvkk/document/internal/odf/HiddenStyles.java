package org.peyk.kvkk.document.internal.odf;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** Automatic styles under which a sheet or a run of text is not shown. */
final class HiddenStyles {
    private final Reading reading;
    private final Set<String> names = new HashSet<>();

    HiddenStyles(Reading reading) {
        this.reading = reading;
    }

    void read(XmlEvents xml) throws IOException {
        String style = "";
        while (!xml.atEnd()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.name().equals("style")) {
                String name = xml.attribute("name");
                style = name == null ? "" : name;
            } else if (hides(xml)) {
                reading.keep();
                names.add(style);
            } else if (xml.name().equals("body")) {
                return;
            }
        }
    }

    private static boolean hides(XmlEvents xml) {
        boolean sheet = xml.name().equals("table-properties") && "false".equals(xml.attribute("display"));
        boolean text = xml.name().equals("text-properties")
                && ("none".equals(xml.attribute("display")) || "#ffffff".equalsIgnoreCase(xml.attribute("color")));
        boolean slide = xml.name().equals("drawing-page-properties") && "hidden".equals(xml.attribute("visibility"));
        return sheet || text || slide;
    }

    boolean hide(@Nullable String style) {
        return style != null && names.contains(style);
    }
}
