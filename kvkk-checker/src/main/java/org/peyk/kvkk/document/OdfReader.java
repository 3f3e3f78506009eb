package org.peyk.kvkk.document;

/** Reads OpenDocument files ({@code .odt}, {@code .ods}, {@code .odp}; ISO/IEC 26300): text and sheets, and, hidden, comments, deletions, hidden
 * text, rows, columns and sheets. */
public final class OdfReader extends FormatReader {

    /** For the service loader and for a builder. */
    public OdfReader() {
        super(Formats.ODF);
    }
}
