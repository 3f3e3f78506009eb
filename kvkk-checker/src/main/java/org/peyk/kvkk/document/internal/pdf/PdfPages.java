package org.peyk.kvkk.document.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.peyk.kvkk.document.internal.CellName;
import org.peyk.kvkk.document.internal.LimitReached;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Span;

/** Reads the pages of a PDF file one after the other. */
final class PdfPages {
    private static final float HEADING = 1.25f;
    private static final float MAIN_HEADING = 1.6f;
    private static final int LONGEST_HEADING = 200;
    private static final int NAMED_PAGES = 20;

    private final PDDocument document;
    private final Reading reading;
    private final PageText text;
    private final List<Integer> withoutText = new ArrayList<>();
    private final List<Integer> undecoded = new ArrayList<>();
    private final List<Integer> damaged = new ArrayList<>();

    PdfPages(PDDocument document, Reading reading) {
        this.document = document;
        this.reading = reading;
        this.text = new PageText(reading);
    }

    void read() {
        try {
            int number = 0;
            for (PDPage page : document.getPages()) {
                reading.page();
                page(page, ++number);
            }
        } finally {
            notes();
        }
    }

    private void page(PDPage page, int number) {
        try {
            if (page.hasContents()) {
                text.take(page);
            } else {
                return;
            }
        } catch (LimitReached e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            damaged.add(number);
        }
        List<Line> lines = text.lines();
        if (text.undecoded()) {
            undecoded.add(number);
        }
        if (lines.isEmpty()) {
            if (text.drawn()) {
                withoutText.add(number);
            }
            return;
        }
        for (int i = 0; i < text.pictures(); i++) {
            reading.picture();
        }
        parts(PageLayout.of(lines), bodySize(lines), "sayfa " + number);
    }

    private void parts(List<PageLayout.Part> parts, float bodySize, String page) {
        PdfList list = new PdfList(reading);
        int paragraphs = 0;
        int tables = 0;
        for (int i = 0; i < parts.size(); i++) {
            PageLayout.Part part = parts.get(i);
            if (part instanceof PageLayout.Grid grid) {
                list.close();
                table(grid, page, "tablo " + ++tables);
            } else if (part instanceof PageLayout.Text text && !text.text().isBlank()) {
                reading.segment(text.text(), false, List.of(page, "paragraf " + ++paragraphs));
                if (!list.takes(text, i + 1 < parts.size() ? parts.get(i + 1) : null)) {
                    list.close();
                    paragraph(text, bodySize);
                }
            }
        }
        list.close();
    }

    private void paragraph(PageLayout.Text text, float bodySize) {
        List<Span> spans = List.of(Span.of(text.text()));
        boolean heading = text.size() >= bodySize * HEADING && text.text().length() <= LONGEST_HEADING;
        int level = text.size() >= bodySize * MAIN_HEADING ? 1 : 2;
        reading.block(heading ? new Block.Heading(level, spans) : new Block.Paragraph(spans));
    }

    private void table(PageLayout.Grid grid, String page, String name) {
        TableWriter table = new TableWriter(reading, true);
        int row = 0;
        for (List<String> cells : grid.rows()) {
            List<TableWriter.Cell> named = new ArrayList<>();
            for (int column = 0; column < cells.size(); column++) {
                named.add(new TableWriter.Cell(
                        column, cells.get(column), List.of(page, name, CellName.of(row, column)), false));
            }
            table.row(named, false);
            row++;
        }
        table.end();
    }

    /** The size that most letters of the page have. */
    private static float bodySize(List<Line> lines) {
        Map<Integer, Integer> letters = new HashMap<>();
        for (Line line : lines) {
            letters.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum);
        }
        return letters.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0)
                / 2f;
    }

    private void notes() {
        if (!withoutText.isEmpty()) {
            reading.note(Kind.NO_TEXT, Notes.pagesWithoutText(named(withoutText)));
        }
        if (!undecoded.isEmpty()) {
            reading.note(Kind.DAMAGED, Notes.pagesUndecoded(named(undecoded)));
        }
        if (!damaged.isEmpty()) {
            reading.note(Kind.DAMAGED, Notes.pagesDamaged(named(damaged)));
        }
    }

    private static String named(List<Integer> pages) {
        List<String> first =
                pages.stream().limit(NAMED_PAGES).map(String::valueOf).toList();
        return String.join(", ", first) + (pages.size() > NAMED_PAGES ? ", …" : "");
    }
}
