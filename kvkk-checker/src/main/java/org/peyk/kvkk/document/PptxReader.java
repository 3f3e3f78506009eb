package org.peyk.kvkk.document;

/** Reads presentations ({@code .pptx}, {@code .ppsx}; ECMA-376): slides and tables, and, hidden, notes of the speaker, comments and hidden slides. */
public final class PptxReader extends FormatReader {

    /** For the service loader and for a builder. */
    public PptxReader() {
        super(Formats.PPTX);
    }
}
