package org.peyk.examples.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUReader;
import org.jsmpp.bean.Command;

/**
 * Ends a session at the first thing that is no protocol data unit. After it nothing on the connection can be understood, and waiting for the
 * answer to a polite goodbye would only keep everything in flight waiting.
 */
final class BoundedReader implements PDUReader {

    private static final int HEADER = 16;

    /** A centre sends answers and receipts: the longest of them is far shorter. */
    private static final int LONGEST = 64 * 1024;

    private final PDUReader reader = new DefaultPDUReader();

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        Command header = new Command();
        int length = in.readInt();
        if (length < HEADER || length > LONGEST) {
            throw new IOException("what came is no SMPP");
        }
        header.setCommandLength(length);
        header.setCommandId(in.readInt());
        header.setCommandStatus(in.readInt());
        header.setSequenceNumber(in.readInt());
        return header;
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        return reader.readPDU(in, header);
    }

    @Override
    public byte[] readPDU(DataInputStream in, int length, int id, int status, int sequence) throws IOException {
        return reader.readPDU(in, length, id, status, sequence);
    }
}
