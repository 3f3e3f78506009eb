package org.peyk.kvkk.document;

/**
 * Reads presentations of PowerPoint 97 to 2003 ({@code .ppt}): slides and footers, and, hidden, notes of the speaker, masters and comments. Objects
 * inside are named as not read.
 */
public final class PptReader extends FormatReader {

    /** For the service loader and for a builder. */
    public PptReader() {
        super(Formats.PPT);
    }
}
