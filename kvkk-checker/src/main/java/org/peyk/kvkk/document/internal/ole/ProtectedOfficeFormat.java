package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/**
 * Word and Excel files behind a password: a compound file with an encrypted package in it (MS-OFFCRYPTO 2.3.4). Nothing can be read, but
 * that it is encrypted says more than that it is unknown.
 */
public final class ProtectedOfficeFormat implements Format {
    private static final String MAGIC = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final byte[] STREAM = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    @Override
    public boolean recognises(FileHead head) throws IOException {
        if (!head.startsWith(MAGIC)) {
            return false;
        }
        byte[] all = head.all();
        // entries of the directory are 128 bytes and aligned to them
        for (int at = 512; at + STREAM.length <= all.length; at += 128) {
            if (Arrays.equals(all, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String mediaType() {
        return "application/x-ole-storage";
    }

    @Override
    public boolean needsWholeFile() {
        return false;
    }

    @Override
    public void read(FileBytes file, Reading reading) {
        reading.note(Kind.ENCRYPTED, Notes.ENCRYPTED);
    }
}
