package org.peyk.kvkk.document.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.Span;

/** Gathers paragraphs that are items of a list: those with bullets, and those that are numbered 1, 2 and on. */
final class PdfList {
    private final Reading reading;
    private final List<List<Span>> items = new ArrayList<>();
    private boolean ordered;

    PdfList(Reading reading) {
        this.reading = reading;
    }

    /**
     * Takes a paragraph when it is an item.
     *
     * @param text the paragraph
     * @param next what follows it, for a single "1." is no list
     * @return whether it is one
     */
    boolean takes(PageLayout.Text text, PageLayout.@Nullable Part next) {
        if (text.bullet()) {
            open(false);
            items.add(List.of(Span.of(text.text())));
            return true;
        }
        int number = PageLayout.numberOf(text.text());
        boolean first = number == 1 && next instanceof PageLayout.Text after && PageLayout.numberOf(after.text()) == 2;
        boolean later = ordered && number > 1 && number == items.size() + 1;
        if (!first && !later) {
            return false;
        }
        if (first) {
            close();
        }
        open(true);
        items.add(List.of(Span.of(text.text().replaceFirst("^\\d{1,2}[.)]\\s+", ""))));
        return true;
    }

    private void open(boolean numbered) {
        if (ordered != numbered) {
            close();
            ordered = numbered;
        }
    }

    void close() {
        if (!items.isEmpty()) {
            reading.block(new Block.ItemList(ordered, items));
            items.clear();
        }
        ordered = false;
    }
}
