package org.peyk.kvkk.document.internal.ooxml;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;

/**
 * Takes all text out of XML whose meaning does not matter: charts, diagrams, caches, custom data. Runs of one paragraph are joined, for a
 * number may be split among them.
 */
public final class LooseText {
    /** Elements of charts that name cells and formats, and of metadata that name programs, times and files. */
    private static final Set<String> TECHNICAL = Set.of(
            "f",
            "formatCode",
            "CreatorTool",
            "Producer",
            "CreateDate",
            "ModifyDate",
            "MetadataDate",
            "DocumentID",
            "InstanceID",
            "OriginalDocumentID",
            "image",
            "format");

    private final Reading reading;
    private final List<String> path;
    private final boolean hidden;
    private final boolean properties;
    private final boolean foreign;

    /**
     * Prepares the taking.
     *
     * @param reading takes the pieces
     * @param path where they stand
     * @param hidden whether a reader of the document would not see them
     */
    public LooseText(Reading reading, List<String> path, boolean hidden) {
        this(reading, path, hidden, false, false);
    }

    private LooseText(Reading reading, List<String> path, boolean hidden, boolean properties, boolean foreign) {
        this.reading = reading;
        this.path = List.copyOf(path);
        this.hidden = hidden;
        this.properties = properties;
        this.foreign = foreign;
    }

    /** For XML about the document: it does not make a picture-only file one with text. */
    public static LooseText ofProperties(Reading reading, List<String> path) {
        return new LooseText(reading, path, true, true, false);
    }

    /** For data of other programs, whose attributes may say anything. */
    static LooseText ofData(Reading reading, List<String> path) {
        return new LooseText(reading, path, true, false, true);
    }

    /**
     * Reads to the end of the XML.
     *
     * @param xml at its root element
     * @throws IOException when it is damaged
     */
    public void read(XmlEvents xml) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            read(xml, text);
        } finally {
            flush(text);
        }
    }

    private void read(XmlEvents xml, StringBuilder text) throws IOException {
        int paragraph = 0;
        attributes(xml);
        while (!xml.atEnd()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (paragraph == 0) {
                        flush(text);
                        paragraph = xml.name().equals("p") ? xml.depth() : 0;
                    }
                    attributes(xml);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    text.append(xml.text());
                    reading.checkLength(text.length());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.depth() < paragraph) {
                        paragraph = 0;
                    }
                    if (paragraph == 0) {
                        if (TECHNICAL.contains(xml.name())) {
                            text.setLength(0);
                        }
                        flush(text);
                    }
                }
                default -> {
                    // comments and instructions are no text of the document
                }
            }
        }
    }

    private void attributes(XmlEvents xml) {
        String element = xml.name();
        xml.eachAttribute((name, value) -> {
            if (WordedAttributes.tell(element, name) || (foreign && WordedAttributes.suspicious(value))) {
                segment(value);
            }
        });
    }

    private void flush(StringBuilder text) {
        segment(text.toString());
        text.setLength(0);
    }

    private void segment(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        if (properties) {
            reading.property(text.strip(), path);
        } else {
            reading.segment(text.strip(), hidden, path);
        }
    }
}
