package org.peyk.internal.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The plain text of HTML, for the text part that goes out beside it: links with their addresses, lists with their marks, rows of tables
 * with bars between the cells, pictures by their alternative text.
 */
public final class HtmlText {

    private static final String UNSEEN = "script,style,template,noscript,title";

    private HtmlText() {}

    /**
     * Makes the text.
     *
     * @param html an HTML document or a part of one
     * @return its text; lines end with {@code \n}, at most one empty line in a row, no blanks at the ends of lines
     */
    public static String of(String html) {
        return of(html, true);
    }

    /**
     * Makes the text without the alternative texts of pictures: what is left when no picture is shown.
     *
     * @param html an HTML document or a part of one
     * @return its text
     */
    public static String withoutPictures(String html) {
        return of(html, false);
    }

    private static String of(String html, boolean pictures) {
        Element body = Jsoup.parse(html).body();
        body.select(UNSEEN).remove();
        Walk walk = new Walk(pictures);
        body.traverse(walk);
        return walk.lines.text();
    }

    /** Walks without recursion, as HTML may be nested as deep as its author likes. */
    private static final class Walk implements NodeVisitor {

        private static final Set<String> SPACED =
                Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "blockquote");
        private static final Set<String> BLOCKS = Set.of(
                "address",
                "article",
                "aside",
                "caption",
                "center",
                "dd",
                "div",
                "dt",
                "figcaption",
                "figure",
                "footer",
                "header",
                "hr",
                "li",
                "main",
                "nav",
                "pre",
                "section",
                "tr");
        private static final int UNORDERED = -1;

        private final boolean pictures;
        private final TextLines lines = new TextLines();

        /** The next number of each list we are in, or {@link #UNORDERED}. */
        private final Deque<int[]> lists = new ArrayDeque<>();

        /** For each row we are in, whether its cells stand beside each other. */
        private final Deque<Boolean> rows = new ArrayDeque<>();

        Walk(boolean pictures) {
            this.pictures = pictures;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode t) {
                lines.flow(t.getWholeText());
            } else if (node instanceof Element e) {
                begin(e, e.normalName());
            }
        }

        private void begin(Element e, String tag) {
            boundary(tag);
            switch (tag) {
                case "br" -> lines.lineBreak();
                case "hr" -> lines.put("----");
                case "pre" -> lines.preformatted(true);
                case "ul" -> lists.push(new int[] {UNORDERED});
                case "ol" -> lists.push(new int[] {number(e.attr("start"))});
                case "li" -> lines.mark(mark());
                case "tr" -> rows.push(besideEachOther(e));
                case "td", "th" -> cell(e);
                case "img" -> picture(e);
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element e) {
                String tag = e.normalName();
                switch (tag) {
                    case "a" -> link(e);
                    case "pre" -> lines.preformatted(false);
                    case "ul", "ol" -> lists.pop();
                    case "td", "th" -> lines.oneLine(false);
                    case "tr" -> rows.pop();
                    default -> {}
                }
                boundary(tag);
            }
        }

        private void boundary(String tag) {
            boolean list = tag.equals("ul") || tag.equals("ol");
            if (list || SPACED.contains(tag)) {
                // The items of a list stand close, whatever they are made of.
                lines.breaks(lists.isEmpty() ? 2 : 1);
            } else if (BLOCKS.contains(tag)) {
                lines.breaks(1);
            }
        }

        private void cell(Element e) {
            if (Boolean.TRUE.equals(rows.peek())) {
                if (e.previousElementSibling() != null) {
                    lines.put(" | ");
                }
                lines.oneLine(true);
            } else {
                lines.breaks(1);
            }
        }

        /** Cells of a layout table hold whole passages and do not stand beside each other in a text. */
        private static boolean besideEachOther(Element row) {
            return row.childrenSize() > 1
                    && row.children().stream()
                            .allMatch(cell -> cell.select("table,ul,ol,h1,h2,h3,h4,h5,h6,p,div")
                                            .size()
                                    <= 1);
        }

        private void picture(Element img) {
            String alt = img.attr("alt").strip();
            if (pictures && !alt.isEmpty()) {
                lines.flow("[" + alt + "]");
            }
        }

        /** The address after the text, unless the text is the address. */
        private void link(Element a) {
            String address = address(a.attr("href").strip());
            if (address == null) {
                return;
            }
            String shown = a.text().strip();
            if (!plain(shown).equals(plain(address))) {
                lines.flow((shown.isEmpty() ? "<" : " <") + address + ">");
            }
        }

        private static @Nullable String address(String href) {
            String folded = Letters.fold(href);
            if (folded.startsWith("mailto:")) {
                return href.substring("mailto:".length()).replaceFirst("\\?.*", "");
            }
            boolean web = folded.startsWith("http://") || folded.startsWith("https://");
            return web || folded.startsWith("tel:") ? href : null;
        }

        private static String plain(String address) {
            return Letters.fold(address).replaceFirst("^https?://", "").replaceFirst("/$", "");
        }

        private String mark() {
            String indent = "  ".repeat(Math.max(0, lists.size() - 1));
            int[] list = lists.peek();
            return list == null || list[0] == UNORDERED ? indent + "- " : indent + list[0]++ + ". ";
        }

        private static int number(String start) {
            return start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
        }
    }
}
