package org.peyk.kvkk.document.internal.ooxml;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.peyk.kvkk.document.internal.Reading;

/** The bytes of a zip entry, unpacked within the bounds of the reading. Damage shows after the bytes before it were given. */
final class EntryStream extends InputStream {
    /** What an entry may unpack to whatever the ratio. */
    private static final long FLOOR = 1024 * 1024;

    private final byte[] bytes;
    private final ZipEntry entry;
    private final Reading reading;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int stored;
    private long given;
    private boolean ended;

    EntryStream(byte[] bytes, ZipEntry entry, Reading reading) throws IOException {
        if (entry.method() != 0 && entry.method() != 8) {
            inflater.end();
            throw new IOException("zip method " + entry.method());
        }
        this.bytes = bytes;
        this.entry = entry;
        this.reading = reading;
        inflater.setInput(bytes, entry.start(), entry.length());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int n = entry.method() == 0 ? copy(target, offset, length) : inflate(target, offset, length);
        if (n < 0) {
            ended = true;
            if (entry.checked() && crc.getValue() != entry.crc()) {
                throw new IOException("wrong checksum");
            }
            return -1;
        }
        crc.update(target, offset, n);
        given += n;
        reading.unpacked(n);
        if (given > FLOOR && given > (long) entry.length() * reading.limits().ratio()) {
            throw reading.tooDense();
        }
        return n;
    }

    private int copy(byte[] target, int offset, int length) {
        int n = Math.min(length, entry.length() - stored);
        if (n <= 0) {
            return -1;
        }
        System.arraycopy(bytes, entry.start() + stored, target, offset, n);
        stored += n;
        return n;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int n = inflater.inflate(target, offset, length);
            if (n > 0) {
                return n;
            }
        } catch (DataFormatException e) {
            throw new IOException("bad deflate data", e);
        }
        if (inflater.finished()) {
            return -1;
        }
        throw new EOFException("the entry is cut off");
    }

    @Override
    public void close() {
        inflater.end();
        ended = true;
    }
}
