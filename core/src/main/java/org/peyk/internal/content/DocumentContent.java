package org.peyk.internal.content;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Span;

/** Makes a mail's HTML of what a reader sees in a document. Pictures are left out, as they are not part of a reading. */
public final class DocumentContent {

    private static final String TABLE = "border-collapse: collapse; margin: 12px 0";
    private static final String CELL =
            "border: 1px solid #999999; padding: 4px 8px; text-align: left; vertical-align: top";

    private DocumentContent() {}

    /**
     * Makes the HTML; it is clean in the sense of {@link HtmlCleaner}.
     *
     * @param reading a document
     * @return the content of a body; empty when the document shows no text
     */
    public static String html(DocumentReading reading) {
        Document document = Document.createShell("");
        Element body = document.body();
        for (Block block : reading.blocks()) {
            append(body, block);
        }
        document.outputSettings().prettyPrint(false);
        return HtmlCleaner.clean(body.html()).html();
    }

    private static void append(Element body, Block block) {
        if (block.text().isBlank()) {
            return;
        }
        if (block instanceof Block.Heading h) {
            spans(body.appendElement("h" + Math.max(1, Math.min(h.level(), 6))), h.spans());
        } else if (block instanceof Block.Paragraph p) {
            spans(body.appendElement("p"), p.spans());
        } else if (block instanceof Block.ItemList l) {
            Element list = body.appendElement(l.ordered() ? "ol" : "ul");
            l.items().forEach(item -> spans(list.appendElement("li"), item));
        } else if (block instanceof Block.Table t) {
            table(body, t);
        }
    }

    private static void table(Element body, Block.Table t) {
        Element rows = body.appendElement("table").attr("style", TABLE).appendElement("tbody");
        for (int i = 0; i < t.rows().size(); i++) {
            Element row = rows.appendElement("tr");
            for (String cell : t.rows().get(i)) {
                Element e = row.appendElement(i < t.headerRows() ? "th" : "td").attr("style", CELL);
                lines(e, cell);
            }
        }
    }

    private static void spans(Element parent, List<Span> spans) {
        for (Span s : spans) {
            Element e = parent;
            if (s.link() != null && isAddress(s.link())) {
                e = e.appendElement("a").attr("href", s.link());
            }
            if (s.bold()) {
                e = e.appendElement("strong");
            }
            if (s.italic()) {
                e = e.appendElement("em");
            }
            lines(e, s.text());
        }
    }

    private static boolean isAddress(String link) {
        String address = link.strip().toLowerCase(Locale.ROOT);
        return address.startsWith("http:") || address.startsWith("https:") || address.startsWith("mailto:");
    }

    private static void lines(Element parent, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                parent.appendElement("br");
            }
            if (!lines[i].isEmpty()) {
                parent.appendText(lines[i]);
            }
        }
    }

    /**
     * A subject for the mail: what the document calls its subject, else its first heading, else its title.
     *
     * @param reading a document
     * @return one line, perhaps empty
     */
    public static String subject(DocumentReading reading) {
        for (String line : reading.visibleText().split("\n")) {
            String value = LabelledDetails.subject(line);
            if (!value.isEmpty()) {
                return line(value);
            }
        }
        for (Block block : reading.blocks()) {
            if (block instanceof Block.Heading && !block.text().isBlank()) {
                return line(block.text());
            }
        }
        String title = reading.info().title();
        return title == null ? "" : line(title);
    }

    /** Control, format and separator characters could forge or hide something in a header. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}\\s]+", " ").strip();
    }
}
