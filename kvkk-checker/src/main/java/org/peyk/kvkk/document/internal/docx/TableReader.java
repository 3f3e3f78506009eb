package org.peyk.kvkk.document.internal.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.peyk.kvkk.document.internal.CellName;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** Reads a table of a story; its cells are stories of their own. */
final class TableReader {
    private static final int MOST_COLUMNS = 1_000;

    private final XmlEvents xml;
    private final Reading reading;
    private final StoryReader stories;

    TableReader(XmlEvents xml, Reading reading, StoryReader stories) {
        this.xml = xml;
        this.reading = reading;
        this.stories = stories;
    }

    void table(Outlet outlet) throws IOException {
        List<String> path = outlet.tablePath();
        TableWriter table = new TableWriter(reading, outlet.blocks());
        try {
            rows(outlet, table, path, 0);
        } finally {
            table.end();
        }
    }

    private int rows(Outlet outlet, TableWriter table, List<String> path, int before) throws IOException {
        int row = before;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "tr" -> row(outlet, table, path, row++);
                case "sdtPr" -> stories.settings("içerik denetimi");
                case "tblPr", "tblGrid" -> {
                    // looks
                }
                default -> row = rows(outlet, table, path, row);
            }
        }
        return row;
    }

    private static final class Row {
        private final List<TableWriter.Cell> cells = new ArrayList<>();
        private boolean header;
        private int column;
    }

    private void row(Outlet outlet, TableWriter table, List<String> path, int number) throws IOException {
        Row row = new Row();
        try {
            cells(outlet, row, path, number);
        } finally {
            table.row(row.cells, row.header);
        }
    }

    private void cells(Outlet outlet, Row row, List<String> path, int number) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "tc" -> cell(outlet, row, path, number);
                case "trPr" -> {
                    int inner = xml.depth();
                    while (xml.nextChild(inner)) {
                        row.header |= xml.name().equals("tblHeader");
                    }
                }
                case "sdtPr" -> stories.settings("içerik denetimi");
                case "tblPrEx" -> {
                    // looks
                }
                default -> cells(outlet, row, path, number);
            }
        }
    }

    private void cell(Outlet outlet, Row row, List<String> path, int number) throws IOException {
        List<String> place = Story.within(path, CellName.of(number, row.column));
        CellStory story = new CellStory(reading, place, outlet.blocks(), outlet.hidden());
        int span = 1;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "tcPr" -> {
                    int inner = xml.depth();
                    while (xml.nextChild(inner)) {
                        if (xml.name().equals("gridSpan")) {
                            span = Math.max(1, ParagraphLook.number(xml.attribute("val"), 1));
                        }
                    }
                }
                case "p" -> stories.paragraph(story);
                case "tbl" -> table(story);
                default -> stories.blocks(story);
            }
        }
        reading.keep();
        row.cells.add(new TableWriter.Cell(row.column, story.text(), place, outlet.hidden()));
        row.column = Math.min(row.column + span, MOST_COLUMNS);
    }
}
