package org.peyk.kvkk.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an HTML body: what a reader sees, put together as the reader sees it, and what only the source shows, such as hidden elements,
 * comments, attributes and link targets. Cells of data tables come one by one with their row and heading; tables that only lay out the page
 * are read as blocks.
 */
public final class HtmlText {

    private static final int MAX_DEPTH = 512;
    private static final int LONGEST_ATTRIBUTE = 20_000;

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "nobr", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
            "sup", "time", "tt", "u", "var", "wbr", "img");

    private static final Set<String> TEXT_ATTRIBUTES =
            Set.of("alt", "title", "aria-label", "placeholder", "value", "content", "summary", "label", "download");

    private static final Set<String> LINK_ATTRIBUTES = Set.of("href", "action", "cite", "src", "background");

    private HtmlText() {}

    /**
     * Takes an HTML body apart.
     *
     * @param html the source
     * @return its texts, in reading order
     */
    public static List<Piece> pieces(String html) {
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH);
        Document document = parser.parseInput(html, "");
        HtmlTables tables = HtmlTables.of(document);
        Collector collector = new Collector(html, tables, stylesOf(document));
        collector.traverse(document);
        return collector.finish();
    }

    private static HtmlStyles stylesOf(Document document) {
        HtmlStyles styles = new HtmlStyles();
        document.getElementsByTag("style").forEach(e -> styles.addSheet(e.data()));
        return styles;
    }

    private static final class Collector implements NodeVisitor {
        private final String html;
        private final HtmlTables tables;
        private final HtmlStyles styles;
        private final List<Piece> pieces = new ArrayList<>();
        private final Deque<HtmlLook> looks = new ArrayDeque<>();
        private final PieceBuilder visible = new PieceBuilder();
        private final PieceBuilder hidden = new PieceBuilder();
        private int preformatted;
        private long row = -1;
        private int column;
        private boolean headingRow;
        private long cellRow = -1;
        private @Nullable String cellHeading;
        private final Map<Integer, String> headings = new HashMap<>();

        Collector(String html, HtmlTables tables, HtmlStyles styles) {
            this.html = html;
            this.tables = tables;
            this.styles = styles;
            looks.push(HtmlLook.PAGE);
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                current().append(text, html, preformatted > 0);
            } else if (node instanceof Comment comment) {
                aside(comment.getData(), "HTML yorumu");
            } else if (node instanceof DataNode data) {
                aside(data.getWholeData(), "HTML betiği");
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element);
            }
        }

        private PieceBuilder current() {
            return peek().hidden() ? hidden : visible;
        }

        private HtmlLook peek() {
            HtmlLook look = looks.peek();
            return look == null ? HtmlLook.PAGE : look;
        }

        private void open(Element element) {
            String tag = element.normalName();
            if (tables.isDataRow(element)) {
                flush();
                row++;
                column = 0;
                headingRow = tables.isHeadingRow(element);
                if (tables.opensTable(element)) {
                    headings.clear();
                }
            }
            if (tables.isDataCell(element)) {
                flush();
                cellRow = row;
                cellHeading = headingRow ? null : headings.get(column);
            }
            HtmlLook look = peek().inside(element, styles);
            if (look.hidden() && !peek().hidden()) {
                flushHidden();
            }
            looks.push(tag.equals("title") && !look.gone() ? new HtmlLook(true, 0, 0xFFFFFF) : look);
            if (tag.equals("br")) {
                current().lineBreak();
            } else if (!INLINE.contains(tag)) {
                current().blockBorder();
            }
            preformatted += tag.equals("pre") || tag.equals("textarea") ? 1 : 0;
            attributes(element);
        }

        private void close(Element element) {
            String tag = element.normalName();
            preformatted -= tag.equals("pre") || tag.equals("textarea") ? 1 : 0;
            if (!INLINE.contains(tag) && !tag.equals("br")) {
                current().blockBorder();
            }
            if (tables.isDataCell(element)) {
                endCell();
            }
            HtmlLook look = looks.pop();
            if (look.hidden() && !peek().hidden()) {
                flushHidden();
            }
            if (tables.closesTable(element)) {
                row++;
                headings.clear();
            }
        }

        private void endCell() {
            if (headingRow) {
                String text = visible.isEmpty() ? hidden.text() : visible.text();
                headings.put(column, text.strip());
            }
            flush();
            cellRow = -1;
            cellHeading = null;
            column++;
        }

        private void attributes(Element element) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                String value = attribute.getValue();
                if (value.length() < 3 || value.length() > LONGEST_ATTRIBUTE) {
                    continue;
                }
                if (TEXT_ATTRIBUTES.contains(name)) {
                    aside(value, "HTML özniteliği " + name);
                } else if (LINK_ATTRIBUTES.contains(name) && !value.startsWith("data:")) {
                    aside(Percent.decode(value), "bağlantı");
                }
            }
        }

        /** A text that stands beside the flow and does not interrupt it. */
        private void aside(String text, String where) {
            if (!text.isBlank()) {
                pieces.add(new Piece(text, where, true, -1, null, SourceMap.NONE));
            }
        }

        private void flush() {
            flushHidden();
            pieces.addAll(visible.build(null, false, cellRow, cellHeading));
        }

        private void flushHidden() {
            pieces.addAll(hidden.build("gizli öğe", true, cellRow, cellHeading));
        }

        List<Piece> finish() {
            flush();
            return List.copyOf(pieces);
        }
    }
}
