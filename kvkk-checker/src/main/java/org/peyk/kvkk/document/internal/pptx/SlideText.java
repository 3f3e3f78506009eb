package org.peyk.kvkk.document.internal.pptx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.Span;

/** The text of one slide, of its notes and its comments. */
final class SlideText {
    private final Reading reading;
    private final String place;
    private int paragraphs;

    SlideText(Reading reading, String place) {
        this.reading = reading;
        this.place = place;
    }

    void slide(XmlEvents xml) throws IOException {
        String show = xml.attribute("show");
        boolean hidden = show != null && (show.equals("0") || show.equals("false"));
        read(xml, hidden ? place + " (gizli)" : place, hidden, !hidden);
    }

    void notes(XmlEvents xml) throws IOException {
        read(xml, place + " konuşmacı notu", true, false);
    }

    void comments(XmlEvents xml) throws IOException {
        read(xml, place + " yorum", true, false);
    }

    private void read(XmlEvents xml, String where, boolean hidden, boolean blocks) throws IOException {
        while (!xml.atEnd()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "p" -> paragraph(paragraphText(xml), where, hidden, blocks);
                // a comment of the older kind holds its text without a paragraph
                case "text" -> paragraph(xml.elementText(), where, hidden, blocks);
                case "tbl" -> table(xml, where, hidden, blocks);
                case "cNvPr" -> {
                    described(xml.attribute("descr"), where);
                    described(xml.attribute("title"), where);
                }
                default -> {
                    // shapes and their looks
                }
            }
        }
    }

    private void described(@org.jspecify.annotations.Nullable String text, String where) {
        reading.segment(text == null ? "" : text, true, List.of(where, "resim açıklaması"));
    }

    private void paragraph(String text, String where, boolean hidden, boolean blocks) {
        if (text.isBlank()) {
            return;
        }
        reading.segment(text, hidden, List.of(where, "paragraf " + ++paragraphs));
        if (blocks) {
            reading.block(new Block.Paragraph(List.of(Span.of(text.strip()))));
        }
    }

    /** Runs of a paragraph are joined, for a number may be split among them. */
    private static String paragraphText(XmlEvents xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int open = xml.depth();
        while (xml.depth() >= open) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("t")) {
                xml.appendText(text);
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("br")) {
                text.append('\n');
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
        }
        return text.toString();
    }

    private void table(XmlEvents xml, String where, boolean hidden, boolean blocks) throws IOException {
        TableWriter table = new TableWriter(reading, blocks);
        int open = xml.depth();
        int rows = 0;
        try {
            while (xml.nextChild(open)) {
                if (!xml.name().equals("tr")) {
                    continue;
                }
                rows++;
                List<TableWriter.Cell> cells = new ArrayList<>();
                int row = xml.depth();
                while (xml.nextChild(row)) {
                    if (xml.name().equals("tc")) {
                        List<String> path = List.of(where, "tablo", "satır " + rows + " sütun " + (cells.size() + 1));
                        reading.keep();
                        cells.add(new TableWriter.Cell(cells.size(), cellText(xml), path, hidden));
                    }
                }
                table.row(cells, false);
            }
        } finally {
            table.end();
        }
    }

    private static String cellText(XmlEvents xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int open = xml.depth();
        while (xml.depth() >= open) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("p")) {
                String paragraph = paragraphText(xml);
                text.append(text.isEmpty() || paragraph.isEmpty() ? "" : "\n").append(paragraph);
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
        }
        return text.toString();
    }
}
