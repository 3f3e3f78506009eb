package org.peyk.kvkk.document;

/**
 * Reads HTML files.
 *
 * <p>Blocks: headings, paragraphs, lists, tables and pictures as a browser shows them. Segments, hidden: what attributes and style sheets
 * hide, comments, scripts, and the values of attributes.
 */
public final class HtmlReader extends FormatReader {

    /** For the service loader and for a builder. */
    public HtmlReader() {
        super(Formats.HTML);
    }
}
