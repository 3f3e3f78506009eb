package org.peyk.kvkk.document;

/** Reads archives ({@code .zip}). Its files are read one by one, archives and mails among them in turn; their names are read as well. */
public final class ZipReader extends FormatReader {

    /** For the service loader and for a builder. */
    public ZipReader() {
        super(Formats.ZIP);
    }
}
