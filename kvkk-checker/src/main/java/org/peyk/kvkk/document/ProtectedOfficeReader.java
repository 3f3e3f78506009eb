package org.peyk.kvkk.document;

/** Knows Word and Excel files behind a password, and notes that they cannot be read. */
public final class ProtectedOfficeReader extends FormatReader {

    /** For the service loader and for a builder. */
    public ProtectedOfficeReader() {
        super(Formats.PROTECTED_OFFICE);
    }
}
