package org.peyk.kvkk.document;

/** Reads Excel workbooks of the versions 97 to 2003 ({@code .xls}): cells, and, hidden, notes, hidden sheets, rows and columns. */
public final class XlsReader extends FormatReader {

    /** For the service loader and for a builder. */
    public XlsReader() {
        super(Formats.XLS);
    }
}
