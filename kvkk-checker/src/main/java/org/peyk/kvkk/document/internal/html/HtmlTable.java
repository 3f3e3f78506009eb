package org.peyk.kvkk.document.internal.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.peyk.kvkk.document.internal.CellName;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;

/** A table of data, in contrast to those that mails are laid out with. */
final class HtmlTable {
    private static final int MOST_COLUMNS = 1_000;

    private final Element table;
    private final String name;
    private final Reading reading;
    private final HiddenElements hiddenElements;
    private final HtmlAttributes attributes;
    private final TableWriter writer;
    private int rows;

    HtmlTable(Element table, String name, Reading reading, HiddenElements hiddenElements, HtmlAttributes attributes) {
        this.table = table;
        this.name = name;
        this.reading = reading;
        this.hiddenElements = hiddenElements;
        this.attributes = attributes;
        this.writer = new TableWriter(reading, true);
    }

    /** Whether a table has several rows of several cells, and no table, list, heading or picture in them. */
    static boolean holdsData(Element table) {
        if (table.attr("role").equals("presentation")
                || table.getElementsByTag("table").size() > 1
                || table.selectFirst("h1, h2, h3, h4, h5, h6, ul, ol, img") != null) {
            return false;
        }
        int rows = 0;
        for (Element row : table.getElementsByTag("tr")) {
            if (row.childrenSize() > 1 && ++rows > 1) {
                return true;
            }
        }
        return false;
    }

    void read() {
        try {
            part(table, false);
        } finally {
            writer.end();
        }
    }

    private void part(Element parent, boolean hidden) {
        for (Node node : parent.childNodes()) {
            if (node instanceof Comment comment) {
                reading.segment(comment.getData(), true, List.of("HTML yorumu"));
            } else if (node instanceof Element element) {
                attributes.read(element);
                boolean hiddenHere = hidden || hiddenElements.contains(element);
                switch (element.normalName()) {
                    case "tr" -> row(element, hiddenHere);
                    case "caption" -> reading.segment(element.text(), hiddenHere, List.of(name, "başlık"));
                    default -> part(element, hiddenHere);
                }
            }
        }
    }

    private void row(Element row, boolean hidden) {
        List<TableWriter.Cell> cells = new ArrayList<>();
        int column = 0;
        boolean headings = true;
        for (Node node : row.childNodes()) {
            if (node instanceof Comment comment) {
                reading.segment(comment.getData(), true, List.of("HTML yorumu"));
            }
            if (!(node instanceof Element cell)) {
                continue;
            }
            attributes.read(cell);
            headings &= cell.normalName().equals("th");
            List<String> path = List.of(name, CellName.of(rows, column));
            StringBuilder shown = new StringBuilder();
            StringBuilder unseen = new StringBuilder();
            text(cell, hidden || hiddenElements.contains(cell), shown, unseen);
            cells.add(new TableWriter.Cell(column, shown.toString().strip(), path, false));
            reading.segment(unseen.toString().strip(), true, List.of(name, CellName.of(rows, column), "gizli metin"));
            column = Math.min(column + span(cell), MOST_COLUMNS);
        }
        if (!cells.isEmpty()) {
            writer.row(cells, headings);
            rows++;
        }
    }

    private void text(Element parent, boolean hidden, StringBuilder shown, StringBuilder unseen) {
        StringBuilder target = hidden ? unseen : shown;
        for (Node node : parent.childNodes()) {
            reading.tick();
            if (node instanceof CDataNode || node instanceof TextNode) {
                String text = HtmlWalk.collapse(((TextNode) node).getWholeText());
                boolean spaced = target.isEmpty() || Character.isWhitespace(target.charAt(target.length() - 1));
                target.append(spaced && text.startsWith(" ") ? text.substring(1) : text);
                reading.checkLength(target.length());
            } else if (node instanceof DataNode data) {
                reading.segment(data.getWholeData(), true, List.of("betik"));
            } else if (node instanceof Comment comment) {
                reading.segment(comment.getData(), true, List.of("HTML yorumu"));
            } else if (node instanceof Element element) {
                attributes.read(element);
                boolean line = element.normalName().equals("br") || element.isBlock();
                if (line && !target.isEmpty()) {
                    target.append('\n');
                }
                text(element, hidden || hiddenElements.contains(element), shown, unseen);
            }
        }
    }

    private static int span(Element cell) {
        String span = cell.attr("colspan");
        return span.length() == 1 && span.charAt(0) >= '1' && span.charAt(0) <= '9' ? span.charAt(0) - '0' : 1;
    }
}
