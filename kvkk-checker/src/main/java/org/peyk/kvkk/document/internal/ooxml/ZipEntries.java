package org.peyk.kvkk.document.internal.ooxml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.peyk.kvkk.document.internal.LimitReached;
import org.peyk.kvkk.document.internal.Reading;

/**
 * Finds the entries of a zip held in memory (APPNOTE.TXT 6.3, sections 4.3 and 4.4): by its central directory, or, when that is missing
 * because the file was cut off, by the headers in front of each entry.
 */
final class ZipEntries {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int END_LENGTH = 22;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final long IN_EXTRA = 0xFFFFFFFFL;
    private static final int MOST = 10_000;

    private final byte[] bytes;
    private final List<ZipEntry> found = new ArrayList<>();
    private boolean damaged;

    ZipEntries(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether something did not fit together. */
    boolean damaged() {
        return damaged;
    }

    /**
     * All entries in the order of the directory.
     *
     * @param reading keeps the bounds
     * @return the entries; of a damaged file those that could be made out
     */
    List<ZipEntry> find(Reading reading) {
        int end = endOfDirectory();
        if (end < 0 || !readDirectory(end, reading)) {
            damaged = true;
            found.clear();
            scan(bytes.length, reading);
        }
        return found;
    }

    /**
     * Entries at the start of a file of which only the beginning is there.
     *
     * @param reading keeps the bounds
     * @return the entries whose headers are in it
     */
    List<ZipEntry> scanBeginning(Reading reading) {
        try {
            scan(bytes.length, reading);
        } catch (LimitReached e) {
            // the names before the bomb are enough to know the file; the reading itself will run into it again
            return found;
        }
        return found;
    }

    private int endOfDirectory() {
        int last = bytes.length - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - 0xFFFF); at--) {
            if (int4(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private boolean readDirectory(int end, Reading reading) {
        long count = short2(end + 10);
        long at = uint4(end + 16);
        if (count == 0xFFFF || at == IN_EXTRA) {
            int locator = end - 20;
            if (locator < 0 || int4(locator) != LOCATOR64) {
                return false;
            }
            long end64 = long8(locator + 8);
            if (end64 < 0 || end64 + 56 > bytes.length || int4((int) end64) != END64) {
                return false;
            }
            count = long8((int) end64 + 32);
            at = long8((int) end64 + 48);
        }
        if (at < 0 || at > end) {
            return false;
        }
        if (count > MOST || count < 0) {
            throw reading.tooComplex(count + " zip entries");
        }
        int position = (int) at;
        for (long i = 0; i < count; i++) {
            if (position + CENTRAL_LENGTH > bytes.length || int4(position) != CENTRAL) {
                return false;
            }
            position = readCentral(position);
            reading.tick();
        }
        return true;
    }

    /** Reads one line of the directory and returns where the next one starts. */
    private int readCentral(int at) {
        int nameLength = short2(at + 28);
        int extraLength = short2(at + 30);
        int next = at + CENTRAL_LENGTH + nameLength + extraLength + short2(at + 32);
        if (next > bytes.length) {
            damaged = true;
            return bytes.length;
        }
        long packed = uint4(at + 20);
        long size = uint4(at + 24);
        long local = uint4(at + 42);
        int extra = at + CENTRAL_LENGTH + nameLength;
        for (int p = extra; p + 4 <= extra + extraLength; p += 4 + short2(p + 2)) {
            if (short2(p) == 1) {
                int value = p + 4;
                int stop = Math.min(p + 4 + short2(p + 2), extra + extraLength);
                if (size == IN_EXTRA && value + 8 <= stop) {
                    size = long8(value);
                    value += 8;
                }
                if (packed == IN_EXTRA && value + 8 <= stop) {
                    packed = long8(value);
                    value += 8;
                }
                if (local == IN_EXTRA && value + 8 <= stop) {
                    local = long8(value);
                }
            }
        }
        String name = name(at + CENTRAL_LENGTH, nameLength);
        if (local < 0 || local + LOCAL_LENGTH > bytes.length || int4((int) local) != LOCAL) {
            damaged = true;
            return next;
        }
        int header = (int) local;
        long start = local + LOCAL_LENGTH + short2(header + 26) + short2(header + 28);
        if (start > bytes.length
                || packed < 0
                || start + packed > bytes.length
                || !name.equals(name(header + LOCAL_LENGTH, short2(header + 26)))) {
            damaged = true;
        }
        if (start <= bytes.length) {
            long room = bytes.length - start;
            found.add(new ZipEntry(
                    name,
                    short2(at + 10),
                    (short2(at + 8) & 1) != 0,
                    (int) start,
                    (int) (packed < 0 ? room : Math.min(packed, room)),
                    uint4(at + 16),
                    true));
        }
        return next;
    }

    /** Walks along the entries' own headers, unpacking where they do not say how long they are. */
    private void scan(int limit, Reading reading) {
        int at = 0;
        while (at + LOCAL_LENGTH <= limit && found.size() < MOST) {
            reading.tick();
            if (int4(at) != LOCAL) {
                at++;
                continue;
            }
            int flags = short2(at + 6);
            int method = short2(at + 8);
            long packed = uint4(at + 18);
            int nameLength = short2(at + 26);
            long start = (long) at + LOCAL_LENGTH + nameLength + short2(at + 28);
            if (start > limit) {
                return;
            }
            String name = name(at + LOCAL_LENGTH, nameLength);
            boolean known = (flags & 8) == 0 && packed != IN_EXTRA;
            int room = limit - (int) start;
            int length = known
                    ? (int) Math.min(packed, room)
                    : method == 8 ? deflatedLength((int) start, room, reading) : room;
            found.add(new ZipEntry(name, method, (flags & 1) != 0, (int) start, length, uint4(at + 14), known));
            at = (int) start + length;
        }
    }

    private int deflatedLength(int start, int room, Reading reading) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, start, room);
            byte[] out = new byte[64 * 1024];
            while (!inflater.finished()) {
                int n = inflater.inflate(out);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return room;
                }
                reading.unpacked(n);
            }
            return (int) inflater.getBytesRead();
        } catch (DataFormatException e) {
            return Math.max(1, (int) inflater.getBytesRead());
        } finally {
            inflater.end();
        }
    }

    private String name(int at, int length) {
        int end = Math.min(at + length, bytes.length);
        return at >= end ? "" : new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    private int short2(int at) {
        return at + 2 > bytes.length ? 0 : (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private int int4(int at) {
        return short2(at) | short2(at + 2) << 16;
    }

    private long uint4(int at) {
        return int4(at) & 0xFFFFFFFFL;
    }

    private long long8(int at) {
        return uint4(at) | uint4(at + 4) << 32;
    }

    /** Opens an entry. */
    InputStream open(ZipEntry entry, Reading reading) throws IOException {
        return new EntryStream(bytes, entry, reading);
    }
}
