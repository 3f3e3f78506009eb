package org.peyk.kvkk.document.internal;

import java.util.ArrayList;
import java.util.List;
import org.peyk.spi.document.Block;

/** Hands the rows of one table on as they come: each cell as a segment under its heading, the visible rows as blocks. */
public final class TableWriter {
    /** Rows a block holds at most; a long list becomes several tables, so that nobody has to hold it whole. */
    private static final int ROWS_PER_BLOCK = 1_000;

    private final Reading reading;
    private final boolean blocks;
    private final ColumnHeaders headers = new ColumnHeaders();
    private final List<List<String>> rows = new ArrayList<>();
    private int headerRows;
    private boolean onlyHeadersSoFar = true;

    /**
     * Starts a table.
     *
     * @param reading takes the cells
     * @param blocks whether the table is visible and becomes a block
     */
    public TableWriter(Reading reading, boolean blocks) {
        this.reading = reading;
        this.blocks = blocks;
    }

    /**
     * A cell of a row.
     *
     * @param column its column from 0
     * @param text its text
     * @param path where it stands
     * @param hidden whether it is hidden
     */
    public record Cell(int column, String text, List<String> path, boolean hidden) {
        /** Copies the path. */
        public Cell {
            path = List.copyOf(path);
        }
    }

    /**
     * The next row.
     *
     * @param cells its cells by ascending column; empty ones may be left out
     * @param declaredHeader whether the document says that these are headings
     */
    public void row(List<Cell> cells, boolean declaredHeader) {
        long row = reading.row();
        boolean heading = headers.offer(texts(cells, true), declaredHeader);
        for (Cell cell : cells) {
            reading.cell(
                    cell.text(),
                    cell.hidden(),
                    cell.path(),
                    row,
                    cell.column(),
                    heading ? null : headers.of(cell.column()));
        }
        List<String> visible = texts(cells, false);
        if (!blocks || visible.isEmpty()) {
            return;
        }
        if (heading && onlyHeadersSoFar) {
            headerRows++;
        } else {
            onlyHeadersSoFar = false;
        }
        rows.add(visible);
        if (rows.size() == ROWS_PER_BLOCK) {
            flush();
        }
    }

    /** Ends the table. */
    public void end() {
        if (!rows.isEmpty()) {
            flush();
        }
    }

    private void flush() {
        reading.block(new Block.Table(headerRows, rows));
        rows.clear();
        headerRows = 0;
    }

    /** The texts by column. What fills gaps is charged: a file may name the last column of every row. */
    private List<String> texts(List<Cell> cells, boolean hiddenToo) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : cells) {
            if (!cell.hidden() || hiddenToo) {
                int gap = cell.column() - texts.size();
                if (gap > 8) {
                    reading.charge(gap);
                }
                for (; gap > 0; gap--) {
                    texts.add("");
                }
                texts.add(cell.text());
            }
        }
        return texts;
    }
}
