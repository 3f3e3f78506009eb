package org.peyk.kvkk.document;

/**
 * Reads Excel workbooks ({@code .xlsx}, {@code .xlsm}, {@code .xltx}; ECMA-376).
 *
 * <p>Blocks: the visible cells of visible sheets as tables. Segments: every cell with its row, column and heading, numbers with all stored
 * digits, dates as {@code dd.MM.yyyy}; and, hidden: hidden and very hidden sheets, rows and columns, notes, comments, formulas that hold
 * data, defined names, link targets, texts no cell uses, caches and properties.
 */
public final class XlsxReader extends FormatReader {

    /** For the service loader and for a builder. */
    public XlsxReader() {
        super(Formats.XLSX);
    }
}
