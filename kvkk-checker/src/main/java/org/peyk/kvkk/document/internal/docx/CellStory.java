package org.peyk.kvkk.document.internal.docx;

import java.util.List;
import org.peyk.kvkk.document.internal.Reading;

/** A table cell: its paragraphs become one text, for a value may go over several lines. */
final class CellStory implements Outlet {
    private final Reading reading;
    private final List<String> path;
    private final boolean blocks;
    private final boolean hidden;
    private final StringBuilder text = new StringBuilder();
    private int tables;
    private int boxes;

    CellStory(Reading reading, List<String> path, boolean blocks, boolean hidden) {
        this.reading = reading;
        this.path = path;
        this.blocks = blocks;
        this.hidden = hidden;
    }

    @Override
    public void paragraph(Paragraph paragraph) {
        String line = paragraph.visible.text().strip();
        if (!line.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
            reading.checkLength(text.length());
        }
        Story.hiddenParts(paragraph, path, reading);
    }

    String text() {
        return text.toString();
    }

    @Override
    public List<String> tablePath() {
        return Story.within(path, "tablo " + ++tables);
    }

    @Override
    public List<String> boxPath() {
        return Story.within(path, "metin kutusu " + ++boxes);
    }

    @Override
    public boolean blocks() {
        return blocks;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }
}
