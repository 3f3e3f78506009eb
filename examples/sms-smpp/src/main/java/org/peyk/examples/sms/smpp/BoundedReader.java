package org.peyk.examples.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUReader;
import org.jsmpp.bean.Command;

/**
 * Reads what a centre sends, and no more than that. Ends a session at the first thing that is no protocol data unit. After it nothing on the connection can be understood, and waiting for the
 * answer to a polite goodbye would only keep everything in flight waiting.
 *
 * <p>The end of a connection is told a moment late: answers that stand before it are understood by other threads, which take nothing any more
 * once the session is closed, and a centre that refuses a bind or answers the last message may well hang up behind it.
 */
final class BoundedReader implements PDUReader {

    private static final int HEADER = 16;

    /** A centre sends answers and receipts: the longest of them is far shorter. */
    private static final int LONGEST = 64 * 1024;

    /** How long it takes to understand an answer, with plenty to spare. */
    private static final Duration LAST_ANSWERS = Duration.ofMillis(200);

    private final PDUReader reader = new DefaultPDUReader();

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        Command header = new Command();
        int length = length(in);
        if (length < HEADER || length > LONGEST) {
            throw new IOException("what came is no SMPP");
        }
        header.setCommandLength(length);
        header.setCommandId(in.readInt());
        header.setCommandStatus(in.readInt());
        header.setSequenceNumber(in.readInt());
        return header;
    }

    private static int length(DataInputStream in) throws IOException {
        try {
            return in.readInt();
        } catch (SocketTimeoutException e) {
            // silence, and not the end
            throw e;
        } catch (IOException e) {
            LockSupport.parkNanos(LAST_ANSWERS.toNanos());
            throw e;
        }
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
