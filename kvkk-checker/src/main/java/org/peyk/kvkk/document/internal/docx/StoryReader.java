package org.peyk.kvkk.document.internal.docx;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.WordedAttributes;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** Reads the paragraphs and tables of one part. */
final class StoryReader {
    private final XmlEvents xml;
    private final Reading reading;
    private final Styles styles;
    private final Numbering numbering;
    private final Map<String, String> links;
    private final Fields fields = new Fields();
    private final Set<String> boxTexts = new HashSet<>();
    private int deletions;
    private int fallbacks;

    StoryReader(XmlEvents xml, Reading reading, Styles styles, Numbering numbering, Map<String, String> links) {
        this.xml = xml;
        this.reading = reading;
        this.styles = styles;
        this.numbering = numbering;
        this.links = links;
    }

    /** Reads the children of the element at whose start we are. */
    void blocks(Outlet outlet) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "p" -> paragraph(outlet);
                case "tbl" -> new TableReader(xml, reading, this).table(outlet);
                case "del", "moveFrom" -> {
                    deletions++;
                    blocks(outlet);
                    deletions--;
                }
                case "Fallback" -> {
                    fallbacks++;
                    blocks(outlet);
                    fallbacks--;
                }
                case "sdtPr" -> settings("içerik denetimi");
                case "sectPr", "tblPr", "tblGrid", "tcPr", "trPr" -> {
                    // looks
                }
                default -> blocks(outlet);
            }
        }
    }

    /** What a content control or a form field offers, asks for or is called; it is no text of the story. */
    void settings(String what) throws IOException {
        List<String> place = List.of(what);
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String element = xml.name();
            xml.eachAttribute((name, value) -> {
                if (WordedAttributes.tell(element, name)) {
                    reading.segment(value, true, place);
                }
            });
            settings(what);
        }
    }

    void paragraph(Outlet outlet) throws IOException {
        Paragraph paragraph = new Paragraph();
        try {
            inline(paragraph, outlet, null, RunLook.PLAIN);
        } finally {
            // of a file that is cut off, what stands before the cut counts
            outlet.paragraph(paragraph);
        }
    }

    /** Reads what stands in a paragraph, or in a part of one. */
    private void inline(Paragraph paragraph, Outlet outlet, @Nullable String link, RunLook outerLook)
            throws IOException {
        RunLook look = outerLook;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "pPr" -> {
                    paragraph.look = ParagraphLook.read(xml);
                    look = styles.look(paragraph.look.style());
                    // a bold heading is a heading; only runs that differ from their paragraph are worth saying
                    look = new RunLook(false, false, look.hidden());
                }
                case "rPr" -> look = RunLook.read(xml, look, styles);
                case "t" -> text(paragraph, runText(), link, look);
                case "delText" -> append(paragraph.deleted, runText());
                case "instrText", "delInstrText" -> fields.code(xml.elementText());
                case "fldChar" -> {
                    field(paragraph);
                    settings("form alanı");
                }
                case "fldSimple" -> {
                    String code = orEmpty(xml.attribute("instr"));
                    append(paragraph.codes, Fields.telling(code));
                    inline(paragraph, outlet, linkOr(paragraph, Fields.linkOf(code), link), look);
                }
                case "hyperlink" -> {
                    String id = xml.attribute("id");
                    inline(paragraph, outlet, linkOr(paragraph, id == null ? null : links.get(id), link), look);
                }
                case "tab" -> text(paragraph, "\t", link, look);
                case "br", "cr" -> text(paragraph, "\n", link, look);
                case "noBreakHyphen" -> text(paragraph, "-", link, look);
                case "sym" -> text(paragraph, symbol(xml.attribute("char")), link, look);
                case "del", "moveFrom" -> {
                    if (xml.name().equals("moveFrom") && !paragraph.deleted.isEmpty()) {
                        paragraph.deleted.append('\n');
                    }
                    deletions++;
                    inline(paragraph, outlet, link, look);
                    deletions--;
                }
                case "Fallback" -> {
                    fallbacks++;
                    inline(paragraph, outlet, link, look);
                    fallbacks--;
                }
                case "txbxContent" -> box(outlet);
                case "docPr", "cNvPr" -> describe(paragraph, xml.attribute("title"), xml.attribute("descr"));
                case "blip", "imagedata" -> picture(paragraph);
                case "drawing", "pict" -> {
                    paragraph.alternative = null;
                    inline(paragraph, outlet, link, look);
                }
                case "shape", "rect", "roundrect", "oval" -> {
                    describe(paragraph, xml.attribute("alt"), null);
                    inline(paragraph, outlet, link, look);
                }
                case "textpath" -> text(paragraph, orEmpty(xml.attribute("string")), link, look);
                case "p" -> paragraph(outlet);
                case "sdtPr" -> settings("içerik denetimi");
                case "rPrChange", "pPrChange", "posOffset" -> {
                    // former looks, settings
                }
                default -> inline(paragraph, outlet, link, look);
            }
        }
    }

    private String runText() throws IOException {
        boolean preserve = "preserve".equals(xml.attribute("space"));
        String text = xml.elementText();
        return preserve ? text : text.strip();
    }

    private void text(Paragraph paragraph, String text, @Nullable String link, RunLook look) {
        if (fallbacks > 0) {
            append(paragraph.fallback, text);
        } else if (deletions > 0) {
            append(paragraph.deleted, text);
        } else if (look.hidden()) {
            append(paragraph.hidden, text);
        } else {
            String target = link == null ? fields.link() : link;
            paragraph.visible.append(text, target, look.bold(), look.italic());
            reading.checkLength(paragraph.visible.length());
        }
    }

    private void append(StringBuilder target, String text) {
        target.append(text);
        reading.checkLength(target.length());
    }

    private void field(Paragraph paragraph) {
        String before = fields.link();
        append(paragraph.codes, fields.mark(xml.attribute("fldCharType")));
        String after = fields.link();
        if (after != null && !after.equals(before)) {
            reading.keep();
            paragraph.links.add(after);
        }
    }

    private @Nullable String linkOr(Paragraph paragraph, @Nullable String link, @Nullable String outer) {
        if (link == null) {
            return outer;
        }
        reading.keep();
        paragraph.links.add(link);
        return link;
    }

    private void describe(Paragraph paragraph, @Nullable String title, @Nullable String description) {
        for (String text : new String[] {orEmpty(title), orEmpty(description)}) {
            if (!text.isBlank()) {
                reading.keep();
                paragraph.alternative = text;
                paragraph.descriptions.add(text);
            }
        }
    }

    private void picture(Paragraph paragraph) {
        if (fallbacks == 0 && deletions == 0) {
            reading.keep();
            paragraph.pictures.add(paragraph.alternative);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String symbol(@Nullable String hex) {
        if (hex == null || hex.isEmpty() || hex.length() > 4) {
            return "";
        }
        int code = 0;
        for (int i = 0; i < hex.length(); i++) {
            int digit = Character.digit(hex.charAt(i), 16);
            if (digit < 0) {
                return "";
            }
            code = code * 16 + digit;
        }
        // symbol fonts keep their letters in the private area, F020 to F0FF
        return code >= 0xF020 && code <= 0xF07E ? "" : String.valueOf((char) code);
    }

    /** A text box is written twice, for newer and older programs; the second writing counts only when it says something else. */
    private void box(Outlet outlet) throws IOException {
        List<String> path = outlet.boxPath();
        if (fallbacks == 0) {
            Story story =
                    new Story(reading, styles, numbering, path, outlet.blocks() && deletions == 0, outlet.hidden());
            blocks(new Remembering(story, boxTexts));
            story.end();
            return;
        }
        List<String> hiddenPath = Story.within(path, "yedek içerik");
        CellStory repeated = new CellStory(reading, hiddenPath, false, true);
        int before = fallbacks;
        fallbacks = 0;
        blocks(repeated);
        fallbacks = before;
        for (String line : repeated.text().split("\n", -1)) {
            if (!boxTexts.contains(line)) {
                reading.segment(line, true, hiddenPath);
            }
        }
    }
}
