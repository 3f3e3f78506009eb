package org.peyk.kvkk.document;

/** Reads Rich Text Format ({@code .rtf}). */
public final class RtfReader extends FormatReader {

    /** For the service loader and for a builder. */
    public RtfReader() {
        super(Formats.RTF);
    }
}
