package org.peyk.kvkk.document.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.RichText;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.Span;

/** Walks over a page and puts its text together as a browser shows it; what it does not show comes as hidden pieces. */
final class HtmlWalk {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "main",
            "menu",
            "nav",
            "optgroup",
            "option",
            "p",
            "pre",
            "section",
            "select",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr");

    private final Document document;
    private final Reading reading;
    private final HiddenElements hiddenElements;
    private final HtmlAttributes attributes;

    private final RichText visible = new RichText();
    private final StringBuilder hidden = new StringBuilder();
    private @Nullable List<List<Span>> items;
    private final List<Span> item = new ArrayList<>();
    private int heading;
    private int paragraphs;
    private int tables;

    HtmlWalk(Document document, Reading reading) {
        this.document = document;
        this.reading = reading;
        this.hiddenElements = new HiddenElements(document, reading);
        this.attributes = new HtmlAttributes(reading);
    }

    /**
     * The look that an element hands down.
     *
     * @param hidden whether it is not shown
     * @param link where it leads, or null
     * @param bold whether it is bold
     * @param italic whether it is italic
     * @param pre whether white space counts
     */
    private record Look(boolean hidden, @Nullable String link, boolean bold, boolean italic, boolean pre) {}

    void read() {
        try {
            children(document, new Look(false, null, false, false, false));
        } finally {
            flush();
        }
    }

    private void children(Element parent, Look look) {
        for (Node node : parent.childNodes()) {
            reading.tick();
            if (node instanceof Element element) {
                element(element, look);
            } else if (node instanceof CDataNode data) {
                text(data.getWholeText(), look);
            } else if (node instanceof TextNode text) {
                text(text.getWholeText(), look);
            } else if (node instanceof DataNode data) {
                reading.segment(
                        data.getWholeData(), true, List.of(parent.normalName().equals("style") ? "biçim" : "betik"));
            } else if (node instanceof Comment comment) {
                reading.segment(comment.getData(), true, List.of("HTML yorumu"));
            }
        }
    }

    private void element(Element element, Look outer) {
        String name = element.normalName();
        attributes.read(element);
        Look look = look(element, name, outer);
        switch (name) {
            case "br" -> text("\n", new Look(look.hidden(), look.link(), look.bold(), look.italic(), true));
            case "img" -> image(element, look);
            case "title" -> reading.property(element.text(), List.of("başlık"));
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = name.charAt(1) - '0';
                children(element, look);
                flush();
                heading = 0;
            }
            case "ul", "ol" -> list(element, name, look);
            case "li" -> item(element, look);
            case "table" -> {
                flush();
                if (!look.hidden() && HtmlTable.holdsData(element)) {
                    new HtmlTable(element, "tablo " + ++tables, reading, hiddenElements, attributes).read();
                } else {
                    children(element, look);
                }
                flush();
            }
            case "input" -> {
                // its value is an attribute
            }
            default -> {
                boolean block = BLOCKS.contains(name);
                if (block) {
                    flush();
                }
                children(element, look);
                if (block) {
                    flush();
                }
            }
        }
    }

    private Look look(Element element, String name, Look outer) {
        String link = outer.link();
        if (name.equals("a") && element.hasAttr("href")) {
            link = element.attr("href");
        }
        return new Look(
                outer.hidden() || hiddenElements.contains(element),
                link,
                outer.bold() || name.equals("b") || name.equals("strong"),
                outer.italic() || name.equals("i") || name.equals("em"),
                outer.pre() || name.equals("pre") || name.equals("textarea"));
    }

    private void text(String raw, Look look) {
        String text = look.pre() ? raw : collapse(raw);
        if (look.hidden()) {
            hidden.append(text);
            reading.checkLength(hidden.length());
        } else {
            if (!look.pre() && visible.endsWithSpace()) {
                text = stripLeadingSpaces(text);
            }
            visible.append(text, look.link(), look.bold(), look.italic());
            reading.checkLength(visible.length());
        }
    }

    /** Runs of white space become one space, as browsers do; spaces that do not break stay. */
    static String collapse(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!space) {
                text.append(c);
            } else if (text.isEmpty() || text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static String stripLeadingSpaces(String text) {
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    private void image(Element element, Look look) {
        reading.picture();
        if (look.hidden()) {
            return;
        }
        String alternative = element.attr("alt");
        if (items == null) {
            flush();
            reading.block(new Block.Image(alternative.isBlank() ? null : alternative));
        }
    }

    private void list(Element element, String name, Look look) {
        flush();
        closeItem();
        List<List<Span>> outer = items;
        List<List<Span>> own = outer == null ? new ArrayList<>() : outer;
        items = own;
        children(element, look);
        flush();
        closeItem();
        items = outer;
        if (outer == null && !own.isEmpty()) {
            reading.block(new Block.ItemList(name.equals("ol"), own));
        }
    }

    private void item(Element element, Look look) {
        flush();
        closeItem();
        children(element, look);
        flush();
        closeItem();
    }

    /** An item may have several paragraphs; it ends with its element, or where a list inside of it starts. */
    private void closeItem() {
        if (items != null && !item.isEmpty()) {
            items.add(List.copyOf(item));
        }
        item.clear();
    }

    /** Ends a paragraph. */
    private void flush() {
        if (!visible.isBlank() || !hidden.isEmpty()) {
            boolean shown = !visible.isBlank();
            if (shown) {
                paragraphs++;
            }
            String place = "paragraf " + Math.max(1, paragraphs);
            reading.segment(visible.text().strip(), false, List.of(place));
            reading.segment(hidden.toString().strip(), true, List.of(place, "gizli metin"));
            if (shown) {
                block(visible.spans());
            }
        }
        visible.clear();
        hidden.setLength(0);
    }

    private void block(List<Span> spans) {
        if (items != null) {
            if (!item.isEmpty()) {
                item.add(Span.of("\n"));
            }
            item.addAll(spans);
        } else {
            reading.block(heading > 0 ? new Block.Heading(heading, spans) : new Block.Paragraph(spans));
        }
    }
}
