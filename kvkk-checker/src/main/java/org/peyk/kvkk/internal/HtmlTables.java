package org.peyk.kvkk.internal;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Tells tables that hold data from those that lay out a page: data tables have at least two rows and two columns and no table inside. The first
 * row of one is its heading unless it holds a number as long as a person's.
 */
final class HtmlTables {

    private static final int LONG_NUMBER = 5;

    private final Set<Element> dataTables = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> rows = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> cells = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> firstRows = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> headingRows = Collections.newSetFromMap(new IdentityHashMap<>());

    private HtmlTables() {}

    static HtmlTables of(Document document) {
        HtmlTables tables = new HtmlTables();
        new Finder(tables).traverse(document);
        return tables;
    }

    boolean isDataRow(Element element) {
        return rows.contains(element);
    }

    boolean isDataCell(Element element) {
        return cells.contains(element);
    }

    boolean opensTable(Element row) {
        return firstRows.contains(row);
    }

    boolean isHeadingRow(Element row) {
        return headingRows.contains(row);
    }

    boolean closesTable(Element element) {
        return dataTables.contains(element);
    }

    /** A table while it is being walked through. */
    private static final class Open {
        private final Element element;
        private final Set<Element> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Element> cells = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<Element> inOrder = new ArrayDeque<>();
        private boolean layout;
        private boolean longNumberInFirstRow;
        private int cellsInRow;
        private int widest;

        Open(Element element) {
            this.element = element;
        }
    }

    private static final class Finder implements NodeVisitor {
        private final HtmlTables tables;
        private final Deque<Open> open = new ArrayDeque<>();

        Finder(HtmlTables tables) {
            this.tables = tables;
        }

        @Override
        public void head(Node node, int depth) {
            Open table = open.peek();
            if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "table" -> {
                        if (table != null) {
                            table.layout = true;
                        }
                        open.push(new Open(element));
                    }
                    case "tr" -> {
                        if (table != null) {
                            table.rows.add(element);
                            table.inOrder.add(element);
                            table.cellsInRow = 0;
                        }
                    }
                    case "td", "th" -> {
                        if (table != null) {
                            table.cells.add(element);
                            table.widest = Math.max(table.widest, ++table.cellsInRow);
                        }
                    }
                    default -> {
                        // other elements say nothing about tables
                    }
                }
            } else if (table != null && table.rows.size() == 1 && node instanceof TextNode text) {
                table.longNumberInFirstRow |= hasLongNumber(text.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            Open table = open.peek();
            if (table == null || !node.equals(table.element)) {
                return;
            }
            open.pop();
            if (table.layout || table.rows.size() < 2 || table.widest < 2) {
                return;
            }
            Element first = table.inOrder.getFirst();
            tables.dataTables.add(table.element);
            tables.rows.addAll(table.rows);
            tables.cells.addAll(table.cells);
            tables.firstRows.add(first);
            if (!table.longNumberInFirstRow) {
                tables.headingRows.add(first);
            }
        }

        private static boolean hasLongNumber(String text) {
            int digits = 0;
            for (int i = 0; i < text.length(); i++) {
                digits = Character.isDigit(text.charAt(i)) ? digits + 1 : 0;
                if (digits >= LONG_NUMBER) {
                    return true;
                }
            }
            return false;
        }
    }
}
