package org.peyk.kvkk.document.internal.odf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.CellName;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.Span;

/** The text of a document: paragraphs, headings, tables and sheets; and, hidden: comments, deletions, hidden text, rows, columns and sheets. */
final class OdfContent {
    private static final int MOST_REPEATS = 1_000;
    private static final int LAST_LEVEL = 6;

    private final Reading reading;
    private final HiddenStyles styles;
    private final List<String> place;
    private final boolean blocks;
    private int paragraphs;
    private int hiddenDepth = Integer.MAX_VALUE;

    OdfContent(Reading reading, HiddenStyles styles, List<String> place, boolean blocks) {
        this.reading = reading;
        this.styles = styles;
        this.place = place;
        this.blocks = blocks;
    }

    void read(XmlEvents xml) throws IOException {
        while (!xml.atEnd()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.depth() < hiddenDepth) {
                hiddenDepth = Integer.MAX_VALUE;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                element(xml);
            }
        }
    }

    private boolean hidden() {
        return hiddenDepth != Integer.MAX_VALUE;
    }

    private void element(XmlEvents xml) throws IOException {
        switch (xml.name()) {
            case "p", "h" -> paragraph(xml);
            case "table" -> table(xml);
            case "tracked-changes", "deletion", "hidden-paragraph" -> hide(xml);
            case "page" -> {
                reading.page();
                if (styles.hide(xml.attribute("style-name"))) {
                    hide(xml);
                }
            }
            case "notes" -> hide(xml);
            case "a" -> link(xml);
            case "variable-set", "user-field-decl" -> told(xml.attribute("string-value"), "alan");
            case "desc", "title" -> told(xml.elementText(), "resim açıklaması");
            default -> {
                // sections, lists and frames, whose paragraphs come by themselves
            }
        }
    }

    private void hide(XmlEvents xml) {
        if (!hidden()) {
            hiddenDepth = xml.depth();
        }
    }

    private void told(@Nullable String text, String what) {
        reading.segment(text == null ? "" : text, true, path(what));
    }

    private void link(XmlEvents xml) {
        String href = xml.attribute("href");
        if (href != null && !href.startsWith("#")) {
            told(href, "bağlantı adresi");
        }
    }

    private List<String> path(String last) {
        List<String> path = new ArrayList<>(place);
        path.add(last);
        return path;
    }

    private void paragraph(XmlEvents xml) throws IOException {
        boolean heading = xml.name().equals("h");
        String level = xml.attribute("outline-level");
        boolean hiddenHere = hidden() || styles.hide(xml.attribute("style-name"));
        String text = text(xml);
        if (text.isBlank()) {
            return;
        }
        reading.segment(text, hiddenHere, path("paragraf " + ++paragraphs));
        if (blocks && !hiddenHere) {
            List<Span> spans = List.of(Span.of(text.strip()));
            reading.block(heading ? new Block.Heading(level(level), spans) : new Block.Paragraph(spans));
        }
    }

    private static int level(@Nullable String text) {
        boolean digit = text != null && text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '9';
        return digit && text != null ? Math.min(LAST_LEVEL, text.charAt(0) - '0') : 1;
    }

    /** The text of a paragraph; spans are joined, notes and comments inside it are told apart. */
    private String text(XmlEvents xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int open = xml.depth();
        while (xml.depth() >= open) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.text());
                reading.checkLength(text.length());
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                inParagraph(xml, text);
            } else if (xml.depth() >= open
                    && event == XMLStreamConstants.END_ELEMENT
                    && (xml.name().equals("p") || xml.name().equals("h"))) {
                // the last line of a box is not the first word of what stands around it
                text.append('\n');
            }
        }
        return text.toString();
    }

    private void inParagraph(XmlEvents xml, StringBuilder text) throws IOException {
        switch (xml.name()) {
            case "s" -> text.append(" ".repeat(repeats(xml.attribute("c"), 100)));
            case "tab" -> text.append('\t');
            case "line-break" -> text.append('\n');
            case "annotation" -> told(text(xml), "yorum");
            case "note" -> reading.segment(text(xml), false, path("dipnot"));
            case "hidden-text" -> {
                told(xml.attribute("string-value"), "gizli metin");
                told(xml.elementText(), "gizli metin");
            }
            case "span" -> {
                if (styles.hide(xml.attribute("style-name"))) {
                    told(text(xml), "gizli metin");
                }
            }
            case "a" -> link(xml);
            case "desc", "title" -> told(xml.elementText(), "resim açıklaması");
            // a box in the middle of a paragraph is a text of its own
            case "p", "h" -> text.append(text.isEmpty() ? "" : "\n");
            default -> {
                // fields and bookmarks, whose text belongs to the paragraph
            }
        }
    }

    private static int repeats(@Nullable String count, int most) {
        try {
            return count == null ? 1 : Math.max(1, Math.min(most, Integer.parseInt(count)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private void table(XmlEvents xml) throws IOException {
        String name = xml.attribute("name");
        boolean hiddenSheet = hidden() || styles.hide(xml.attribute("style-name"));
        String label = (name == null ? "tablo" : name) + (hiddenSheet ? " (gizli)" : "");
        reading.property(name, hiddenSheet, path("sayfa adı"));
        TableWriter table = new TableWriter(reading, blocks && !hiddenSheet);
        List<Boolean> columns = new ArrayList<>();
        int open = xml.depth();
        int row = 0;
        try {
            while (xml.depth() >= open) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_DOCUMENT) {
                    break;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.name().equals("table-column")) {
                    boolean collapsed = !visible(xml);
                    int repeats = repeats(xml.attribute("number-columns-repeated"), MOST_REPEATS);
                    for (int i = 0; i < repeats && columns.size() < MOST_REPEATS; i++) {
                        columns.add(collapsed);
                    }
                } else if (xml.name().equals("table-row")) {
                    int repeats = repeats(xml.attribute("number-rows-repeated"), Integer.MAX_VALUE / 2);
                    row(xml, label, row + 1, hiddenSheet || !visible(xml), columns, table);
                    row += repeats;
                } else if (xml.name().equals("p") || xml.name().equals("annotation")) {
                    paragraph(xml);
                }
            }
        } finally {
            table.end();
        }
    }

    private static boolean visible(XmlEvents xml) {
        String visibility = xml.attribute("visibility");
        return visibility == null || visibility.equals("visible");
    }

    private void row(
            XmlEvents xml, String label, int number, boolean hiddenRow, List<Boolean> columns, TableWriter table)
            throws IOException {
        List<TableWriter.Cell> cells = new ArrayList<>();
        int open = xml.depth();
        int column = 0;
        while (xml.nextChild(open)) {
            int repeats = repeats(xml.attribute("number-columns-repeated"), MOST_REPEATS);
            boolean hidden = hiddenRow || (column < columns.size() && columns.get(column));
            String at = CellName.of(number - 1L, column);
            String value = xml.attribute("value");
            String text = cell(xml, label, at);
            if (!text.isBlank()) {
                reading.keep();
                List<String> path = path(label);
                path.add(at);
                cells.add(new TableWriter.Cell(column, text, path, hidden));
                // a number may be shown shortened or in scientific form; the file holds all of it
                if (value != null && !value.equals(text)) {
                    reading.segment(value, true, path);
                }
            }
            column += repeats;
        }
        if (!cells.isEmpty()) {
            table.row(cells, false);
        }
    }

    private String cell(XmlEvents xml, String label, String at) throws IOException {
        StringBuilder text = new StringBuilder();
        int open = xml.depth();
        while (xml.depth() >= open) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.name().equals("annotation")) {
                List<String> path = path(label);
                path.add(at + " yorum");
                reading.segment(text(xml), true, path);
            } else if (xml.name().equals("p") || xml.name().equals("h")) {
                String paragraph = text(xml);
                text.append(text.isEmpty() || paragraph.isEmpty() ? "" : "\n").append(paragraph);
            }
        }
        return text.toString();
    }
}
