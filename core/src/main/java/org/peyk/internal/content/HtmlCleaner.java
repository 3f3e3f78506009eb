package org.peyk.internal.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.peyk.spi.LocalizedText;

/**
 * Makes HTML fit for a mail: an allow-list of elements, attributes, protocols and style declarations. What runs, loads from elsewhere,
 * asks for input or hides text is removed, and what was removed is said, as the approver has to know it.
 */
public final class HtmlCleaner {

    private static final String[] ELEMENTS = {
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul"
    };

    private static final Safelist SAFELIST = new Safelist()
            .addTags(ELEMENTS)
            .addAttributes(":all", "style", "lang", "dir", "title", "align", "valign")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height", "border")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("ol", "start", "type")
            .addAttributes("ul", "type")
            .addAttributes("col", "span", "width")
            .addAttributes("colgroup", "span", "width")
            .addAttributes("table", "border", "cellpadding", "cellspacing", "width", "bgcolor", "role")
            .addAttributes("tr", "bgcolor")
            .addAttributes("td", "colspan", "rowspan", "width", "height", "bgcolor")
            .addAttributes("th", "colspan", "rowspan", "width", "height", "bgcolor", "scope")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .addProtocols("img", "src", "cid");

    /** Elements that go while what they hold stays. */
    private static final Set<String> WRAPPERS = Set.of(
            "html",
            "head",
            "body",
            "meta",
            "title",
            "link",
            "base",
            "form",
            "fieldset",
            "legend",
            "label",
            "main",
            "section",
            "article",
            "header",
            "footer",
            "nav",
            "aside",
            "figure",
            "figcaption",
            "address",
            "o:p");

    /**
     * HTML that is fit to send.
     *
     * @param html the content of the body
     * @param removed what was removed, one sentence a kind, with how often
     */
    public record Cleaned(String html, List<LocalizedText> removed) {
        /** Copies the list. */
        public Cleaned {
            removed = List.copyOf(removed);
        }
    }

    /**
     * Misnested HTML may be read differently each time it is written; what goes out has to be read as it was checked. More passes than
     * this help nothing, and the text alone is kept.
     */
    private static final int PASSES = 5;

    private final Map<HtmlRemoval, Integer> removals = new EnumMap<>(HtmlRemoval.class);

    private HtmlCleaner() {}

    /**
     * Cleans HTML. Cleaning what is clean changes nothing.
     *
     * @param html an HTML document or a part of one
     * @return the content of its body, fit to send, and what was removed
     */
    public static Cleaned clean(String html) {
        HtmlCleaner cleaner = new HtmlCleaner();
        String cleaned = cleaner.pass(html);
        String again = cleaner.pass(cleaned);
        for (int i = 0; i < PASSES && !again.equals(cleaned); i++) {
            cleaned = again;
            again = cleaner.pass(cleaned);
        }
        if (!again.equals(cleaned)) {
            cleaner.count(HtmlRemoval.OTHER);
            cleaned = "<p>" + Entities.escape(HtmlText.of(cleaned)) + "</p>";
        }
        List<LocalizedText> removed = new ArrayList<>();
        cleaner.removals.forEach((kind, count) -> removed.add(kind.times(count)));
        return new Cleaned(cleaned, removed);
    }

    private String pass(String html) {
        Document dirty = Jsoup.parse(html);
        removeElements(dirty);
        for (Element e : dirty.getAllElements()) {
            checkAttributes(e);
        }
        Document clean = new Cleaner(SAFELIST).clean(dirty);
        clean.select("img:not([src])").remove();
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return clean.body().html().strip();
    }

    private void removeElements(Document dirty) {
        List<Node> doomed = new ArrayList<>();
        dirty.traverse((node, depth) -> {
            if (node instanceof Comment c) {
                if (c.getData().contains("[if")) {
                    count(HtmlRemoval.COMMENT);
                }
                doomed.add(node);
            } else if (node instanceof Element e && !(node instanceof Document)) {
                HtmlRemoval kind = HtmlRemoval.withContent(e.normalName());
                if (kind != null) {
                    count(kind);
                    doomed.add(node);
                } else if (e.normalName().equals("title")) {
                    doomed.add(node);
                } else {
                    countWrapper(e);
                }
            }
        });
        doomed.forEach(n -> {
            if (n.parent() != null) {
                n.remove();
            }
        });
    }

    private void countWrapper(Element e) {
        switch (e.normalName()) {
            case "form" -> count(HtmlRemoval.FORM);
            case "base", "link" -> count(HtmlRemoval.REFRESH);
            case "meta" -> {
                if (e.attr("http-equiv").strip().equalsIgnoreCase("refresh")) {
                    count(HtmlRemoval.REFRESH);
                }
            }
            default -> {
                if (!WRAPPERS.contains(e.normalName()) && !List.of(ELEMENTS).contains(e.normalName())) {
                    count(HtmlRemoval.OTHER);
                }
            }
        }
    }

    private void checkAttributes(Element e) {
        for (Attribute a : e.attributes().asList()) {
            String name = a.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on")) {
                count(HtmlRemoval.HANDLER);
            } else if (name.equals("style")) {
                style(e, a.getValue());
            } else if (name.equals("src") && e.normalName().equals("img")) {
                if (!startsWith(a.getValue(), "cid:")) {
                    count(HtmlRemoval.REMOTE_IMAGE);
                    e.removeAttr(a.getKey());
                }
            } else if (name.equals("href") && e.normalName().equals("a")) {
                link(e, a);
            } else if (name.equals("background") || name.equals("srcset") || name.equals("lowsrc")) {
                count(HtmlRemoval.REMOTE_IMAGE);
            }
        }
    }

    private void style(Element e, String value) {
        CssDeclarations.Kept kept = CssDeclarations.keep(value);
        for (int i = 0; i < kept.dropped(); i++) {
            count(HtmlRemoval.STYLE);
        }
        if (kept.style().isEmpty()) {
            e.removeAttr("style");
        } else {
            e.attr("style", kept.style());
        }
    }

    private void link(Element e, Attribute a) {
        String href = a.getValue().strip();
        boolean safe = startsWith(href, "http:")
                || startsWith(href, "https:")
                || startsWith(href, "mailto:")
                || startsWith(href, "tel:");
        if (safe) {
            e.attr("href", href);
        } else {
            if (!href.isEmpty() && !href.startsWith("#")) {
                count(HtmlRemoval.LINK);
            }
            e.removeAttr(a.getKey());
        }
    }

    private static boolean startsWith(String value, String protocol) {
        return value.strip().toLowerCase(Locale.ROOT).startsWith(protocol);
    }

    private void count(HtmlRemoval kind) {
        removals.merge(kind, 1, Integer::sum);
    }
}
