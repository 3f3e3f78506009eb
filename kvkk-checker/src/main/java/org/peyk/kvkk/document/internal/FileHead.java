package org.peyk.kvkk.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.ReadLimits;

/** The beginning of a file, by which formats know their own; the whole of it for those that have to look further. */
public final class FileHead {
    /** Enough for the directory of most archives' first entries and for the look of a text. */
    private static final int LENGTH = 64 * 1024;

    private final String name;
    private final String mediaType;
    private final byte[] bytes;
    private final long size;
    private final Whole whole;

    private FileHead(String name, String mediaType, byte[] bytes, long size, Whole whole) {
        this.name = name;
        this.mediaType = mediaType.toLowerCase(Locale.ROOT);
        this.bytes = bytes;
        this.size = size;
        this.whole = whole;
    }

    public static FileHead of(DocumentInput input) throws IOException {
        return new FileHead(
                input.fileName(),
                input.mediaType(),
                input.head(LENGTH),
                input.bytes().size(),
                () -> {
                    try (InputStream in = input.bytes().open()) {
                        return in.readNBytes((int) Math.min(ReadLimits.DEFAULT.inputBytes(), Integer.MAX_VALUE - 16));
                    }
                });
    }

    static FileHead of(FileBytes file) {
        byte[] all = file.bytes();
        byte[] head = all.length <= LENGTH ? all : Arrays.copyOf(all, LENGTH);
        return new FileHead(file.name(), file.mediaType(), head, all.length, () -> all);
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Whether {@link #bytes()} is everything. */
    public boolean complete() {
        return size <= bytes.length;
    }

    /** The file, as far as the default limit for a file reaches. */
    public byte[] all() throws IOException {
        return complete() ? bytes : whole.read();
    }

    /** Whether the name or the declared type says so: endings such as {@code .csv}, types such as {@code text/csv}. */
    public boolean hints(String... endingsAndTypes) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String hint : endingsAndTypes) {
            if (hint.charAt(0) == '.' ? lower.endsWith(hint) : mediaType.startsWith(hint)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file starts with these characters, taken as Latin-1. */
    public boolean startsWith(String magic) {
        if (bytes.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private interface Whole {
        byte[] read() throws IOException;
    }
}
