package org.peyk.spi.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visible part of a document, of which a mail's text can be made. */
public sealed interface Block {

    /**
     * The text alone.
     *
     * @return the text, lines separated by {@code \n}
     */
    String text();

    /**
     * A heading.
     *
     * @param level 1 for the highest, up to 6
     * @param spans its text
     */
    record Heading(int level, List<Span> spans) implements Block {
        /** Copies the list. */
        public Heading {
            spans = List.copyOf(spans);
        }

        @Override
        public String text() {
            return Block.join(spans);
        }
    }

    /**
     * A paragraph.
     *
     * @param spans its text
     */
    record Paragraph(List<Span> spans) implements Block {
        /** Copies the list. */
        public Paragraph {
            spans = List.copyOf(spans);
        }

        @Override
        public String text() {
            return Block.join(spans);
        }
    }

    /**
     * A list.
     *
     * @param ordered whether it is numbered
     * @param items its items
     */
    record ItemList(boolean ordered, List<List<Span>> items) implements Block {
        /** Copies the lists. */
        public ItemList {
            items = items.stream().map(List::copyOf).toList();
        }

        @Override
        public String text() {
            StringBuilder b = new StringBuilder();
            int n = 1;
            for (List<Span> item : items) {
                b.append(b.isEmpty() ? "" : "\n")
                        .append(ordered ? n++ + ". " : "- ")
                        .append(Block.join(item));
            }
            return b.toString();
        }
    }

    /**
     * A table.
     *
     * @param headerRows how many of the first rows are headings
     * @param rows its rows, each a list of cells
     */
    record Table(int headerRows, List<List<String>> rows) implements Block {
        /** Copies the lists. */
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String text() {
            return String.join(
                    "\n", rows.stream().map(r -> String.join(" | ", r)).toList());
        }

        /**
         * Shows no text.
         *
         * @return how many rows there are
         */
        @Override
        public String toString() {
            return "Table[" + rows.size() + " rows]";
        }
    }

    /**
     * A picture.
     *
     * @param alternative its text for those who do not see it, or null when it has none
     */
    record Image(@Nullable String alternative) implements Block {
        @Override
        public String text() {
            return alternative == null ? "" : alternative;
        }

        /**
         * Shows no text.
         *
         * @return a constant text
         */
        @Override
        public String toString() {
            return "Image[…]";
        }
    }

    private static String join(List<Span> spans) {
        StringBuilder b = new StringBuilder();
        spans.forEach(s -> b.append(s.text()));
        return b.toString();
    }
}
