package org.peyk.kvkk.document;

/**
 * Reads Word documents of the versions 97 to 2003 ({@code .doc}): paragraphs and tables, notes, headers and text boxes, and, hidden, comments, hidden
 * and deleted text and the instructions of fields. Objects inside are named as not read.
 */
public final class DocReader extends FormatReader {

    /** For the service loader and for a builder. */
    public DocReader() {
        super(Formats.DOC);
    }
}
