package org.peyk.kvkk.document.internal.odf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** What a document says about itself in its metadata: title, people, key words. */
final class Properties {
    private static final Set<String> TECHNICAL = Set.of(
            "generator",
            "creation-date",
            "date",
            "editing-duration",
            "editing-cycles",
            "print-date",
            "language",
            "document-statistic");

    private final Reading reading;
    private final List<String> values = new ArrayList<>();
    private @Nullable String title;

    Properties(Reading reading) {
        this.reading = reading;
    }

    void read(XmlEvents xml) throws IOException {
        while (!xml.atEnd()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = xml.name();
            if (element.equals("document-meta") || element.equals("meta")) {
                continue;
            }
            String value = xml.elementText().strip();
            if (!value.isEmpty() && !TECHNICAL.contains(element)) {
                reading.keep();
                values.add(value);
                if (element.equals("title")) {
                    title = value;
                }
            }
        }
    }

    @Nullable
    String title() {
        return title;
    }

    void write() {
        for (String value : values) {
            reading.property(value, List.of("belge özellikleri"));
        }
    }
}
