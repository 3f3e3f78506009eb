package org.peyk.kvkk.document;

/** Reads saved mails ({@code .eml}; RFC 5322): headers, texts and attached files. */
public final class EmlReader extends FormatReader {

    /** For the service loader and for a builder. */
    public EmlReader() {
        super(Formats.EML);
    }
}
