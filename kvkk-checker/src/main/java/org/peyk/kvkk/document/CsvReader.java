package org.peyk.kvkk.document;

/**
 * Reads tables in text files ({@code .csv}, {@code .tsv}): separated by semicolon, comma, tab or bar, in UTF-8, UTF-16 or Windows-1254.
 * Also takes a {@code .txt} most of whose lines are rows of a table.
 */
public final class CsvReader extends FormatReader {

    /** For the service loader and for a builder. */
    public CsvReader() {
        super(Formats.SEPARATED);
    }
}
