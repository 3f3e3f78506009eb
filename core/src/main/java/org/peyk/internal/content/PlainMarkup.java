package org.peyk.internal.content;

import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** HTML that shows its text and nothing else: no links, pictures, styles or comments that some reader would show otherwise. */
public final class PlainMarkup {

    private static final Set<String> ALLOWED = Set.of(
            "#root", "html", "head", "body", "p", "br", "div", "span", "b", "strong", "i", "em", "h1", "h2", "h3");

    private PlainMarkup() {}

    /**
     * The text of such HTML.
     *
     * @param html an HTML document or a part of one
     * @return its text; empty when it holds anything besides paragraphs, line breaks, headings and emphasis
     */
    public static Optional<String> text(String html) {
        Document document = Jsoup.parse(html);
        for (Node node : document.nodeStream().toList()) {
            if (!plain(node)) {
                return Optional.empty();
            }
        }
        return document.head().childNodeSize() > 0 ? Optional.empty() : Optional.of(HtmlText.of(html));
    }

    private static boolean plain(Node node) {
        if (node instanceof Element e) {
            return ALLOWED.contains(e.normalName()) && e.attributesSize() == 0;
        }
        return node instanceof TextNode || node instanceof DocumentType;
    }
}
