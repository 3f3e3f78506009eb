package org.peyk.kvkk.document.internal.docx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.Span;

/** A story whose paragraphs are handed on as they come; in the body they become blocks, too. */
final class Story implements Outlet {
    private final Reading reading;
    private final Styles styles;
    private final Numbering numbering;
    private final List<String> path;
    private final boolean blocks;
    private final boolean hidden;
    private final List<List<Span>> items = new ArrayList<>();
    private @Nullable String openList;
    private boolean ordered;
    private int paragraphs;
    private int tables;
    private int boxes;

    Story(Reading reading, Styles styles, Numbering numbering, List<String> path, boolean blocks, boolean hidden) {
        this.reading = reading;
        this.styles = styles;
        this.numbering = numbering;
        this.path = path;
        this.blocks = blocks;
        this.hidden = hidden;
    }

    @Override
    public void paragraph(Paragraph paragraph) {
        boolean text = !paragraph.visible.isBlank();
        if (text) {
            paragraphs++;
        }
        List<String> place = within(path, "paragraf " + Math.max(1, paragraphs));
        reading.segment(paragraph.visible.text().strip(), hidden, place);
        hiddenParts(paragraph, place, reading);
        if (!blocks) {
            return;
        }
        if (text) {
            block(paragraph);
        }
        for (String alternative : paragraph.pictures) {
            closeList();
            reading.block(new Block.Image(alternative));
        }
    }

    private void block(Paragraph paragraph) {
        List<Span> spans = paragraph.visible.spans();
        int level = styles.headingLevel(paragraph.look);
        Styles.ListPlace list = level > 0 ? null : styles.list(paragraph.look);
        if (list == null) {
            closeList();
            reading.block(level > 0 ? new Block.Heading(level, spans) : new Block.Paragraph(spans));
            return;
        }
        if (!list.list().equals(openList)) {
            closeList();
            openList = list.list();
            ordered = numbering.ordered(list);
        }
        items.add(spans);
    }

    private void closeList() {
        if (!items.isEmpty()) {
            reading.block(new Block.ItemList(ordered, items));
            items.clear();
        }
        openList = null;
    }

    /** Hands on what a reader of the document would overlook. */
    static void hiddenParts(Paragraph paragraph, List<String> place, Reading reading) {
        reading.segment(paragraph.hidden.toString(), true, within(place, "gizli metin"));
        reading.segment(paragraph.deleted.toString(), true, within(place, "silinmiş metin"));
        String fallback = paragraph.fallback.toString().strip();
        if (!paragraph.visible.text().contains(fallback)) {
            reading.segment(fallback, true, within(place, "yedek içerik"));
        }
        reading.segment(paragraph.codes.toString().strip(), true, within(place, "alan kodu"));
        for (String link : paragraph.links) {
            if (!paragraph.visible.text().contains(link)) {
                reading.segment(link, true, within(place, "bağlantı adresi"));
            }
        }
        for (String description : paragraph.descriptions) {
            reading.segment(description, true, within(place, "resim açıklaması"));
        }
    }

    @Override
    public List<String> tablePath() {
        closeList();
        return within(path, "tablo " + ++tables);
    }

    @Override
    public List<String> boxPath() {
        return within(path, "metin kutusu " + ++boxes);
    }

    @Override
    public boolean blocks() {
        return blocks;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    /** Closes what is open at the end of the story. */
    void end() {
        closeList();
    }

    static List<String> within(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
