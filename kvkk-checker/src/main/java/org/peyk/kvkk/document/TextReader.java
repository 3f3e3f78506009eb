package org.peyk.kvkk.document;

/** Reads plain text in UTF-8, UTF-16 or Windows-1254. Takes everything that is text, so it has to be asked last. */
public final class TextReader extends FormatReader {

    /** For the service loader and for a builder. */
    public TextReader() {
        super(Formats.PLAIN_TEXT);
    }
}
