package org.peyk.kvkk.document;

/** Reads mails as Outlook saves them ({@code .msg}): people, text and attached files. */
public final class MsgReader extends FormatReader {

    /** For the service loader and for a builder. */
    public MsgReader() {
        super(Formats.MSG);
    }
}
