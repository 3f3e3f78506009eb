package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compound file held in memory (MS-CFB): storages and streams as in a file system. Chains of sectors are followed no longer than the file has
 * sectors, so that one that runs in a circle ends.
 */
final class CompoundFile {
    static final String MAGIC = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int MINI_SECTOR = 64;
    private static final int IN_HEADER = 109;
    private static final int LAST = 0xFFFFFFFA;
    private static final int MOST_ENTRIES = 50_000;
    private static final int STREAM = 2;

    private final byte[] bytes;
    private final int sectorSize;
    private final int[] next;
    private final int[] nextMini;
    private final int miniCutoff;
    private final byte[] mini;
    private final Storage root;
    private boolean cutShort;

    /** A storage with what is in it, or a stream. */
    static final class Storage {
        private final int start;
        private final long size;
        private final boolean stream;
        private final Map<String, Storage> children = new LinkedHashMap<>();

        Storage(int start, long size, boolean stream) {
            this.start = start;
            this.size = size;
            this.stream = stream;
        }

        /** What is in it, by name, in the order of the directory. */
        Map<String, Storage> children() {
            return children;
        }

        boolean isStream() {
            return stream;
        }
    }

    CompoundFile(byte[] bytes) throws IOException {
        this.bytes = bytes;
        int shift = short2(30);
        if (bytes.length < HEADER || (shift != 9 && shift != 12)) {
            throw new IOException("no compound file");
        }
        this.sectorSize = 1 << shift;
        this.miniCutoff = int4(56);
        this.next = table(fatSectors());
        this.nextMini = table(chain(int4(60), next));
        byte[] directory = read(int4(48), Integer.MAX_VALUE);
        this.root = directory.length < ENTRY ? new Storage(LAST, 0, false) : storage(directory, 0);
        this.mini = root.start < 0 ? new byte[0] : read(root.start, root.size);
        if (directory.length >= ENTRY) {
            fill(directory);
        }
    }

    Storage root() {
        return root;
    }

    /** The bytes of a stream, as far as the file reaches. */
    byte[] bytes(Storage stream) throws IOException {
        if (stream.size >= miniCutoff) {
            byte[] read = read(stream.start, stream.size);
            cutShort |= read.length < stream.size;
            return read;
        }
        byte[] all = new byte[(int) Math.max(0, Math.min(stream.size, mini.length))];
        int at = 0;
        for (int sector : chain(stream.start, nextMini)) {
            int from = sector * MINI_SECTOR;
            int length = Math.min(Math.min(MINI_SECTOR, all.length - at), mini.length - from);
            if (from < 0 || length <= 0) {
                break;
            }
            System.arraycopy(mini, from, all, at, length);
            at += length;
        }
        cutShort |= at < stream.size;
        return at == all.length ? all : Arrays.copyOf(all, at);
    }

    /** Whether the file is shorter than its streams say. */
    boolean cutShort() {
        return cutShort;
    }

    byte @Nullable [] stream(Storage storage, String name) throws IOException {
        Storage stream = storage.children().get(name);
        return stream == null || !stream.isStream() ? null : bytes(stream);
    }

    private List<Integer> fatSectors() {
        List<Integer> sectors = new ArrayList<>();
        for (int i = 0; i < IN_HEADER; i++) {
            addSector(sectors, int4(76 + 4 * i));
        }
        int block = int4(68);
        for (int count = 0; block >= 0 && count < bytes.length / sectorSize; count++) {
            long from = HEADER + (long) block * sectorSize;
            if (from + sectorSize > bytes.length) {
                break;
            }
            for (int i = 0; i < sectorSize / 4 - 1; i++) {
                addSector(sectors, int4((int) from + 4 * i));
            }
            block = int4((int) from + sectorSize - 4);
        }
        return sectors;
    }

    private void addSector(List<Integer> sectors, int sector) {
        if (sector >= 0 && sectors.size() <= bytes.length / sectorSize) {
            sectors.add(sector);
        }
    }

    private int[] table(List<Integer> sectors) {
        int perSector = sectorSize / 4;
        int[] table = new int[sectors.size() * perSector];
        Arrays.fill(table, -1);
        for (int s = 0; s < sectors.size(); s++) {
            long from = offset(sectors.get(s));
            for (int i = 0; i < perSector && from + 4L * i + 4 <= bytes.length; i++) {
                table[s * perSector + i] = int4((int) from + 4 * i);
            }
        }
        return table;
    }

    private long offset(int sector) {
        return (sector + 1L) * sectorSize;
    }

    private static List<Integer> chain(int start, int[] table) {
        List<Integer> chain = new ArrayList<>();
        int sector = start;
        while (sector >= 0 && sector < table.length && chain.size() <= table.length) {
            chain.add(sector);
            sector = table[sector];
        }
        return chain;
    }

    private byte[] read(int start, long size) throws IOException {
        List<Integer> chain = chain(start, next);
        long room = Math.min(size, (long) chain.size() * sectorSize);
        if (room > bytes.length) {
            throw new IOException("a chain of sectors runs in a circle");
        }
        byte[] all = new byte[(int) Math.max(0, room)];
        int at = 0;
        for (int sector : chain) {
            long from = offset(sector);
            int length = (int) Math.min(Math.min(sectorSize, all.length - at), bytes.length - from);
            if (length <= 0) {
                break;
            }
            System.arraycopy(bytes, (int) from, all, at, length);
            at += length;
        }
        return at == all.length ? all : Arrays.copyOf(all, at);
    }

    private static Storage storage(byte[] directory, int index) {
        int at = index * ENTRY;
        int type = directory[at + 66];
        long size = le(directory, at + 120, 4) & 0xFFFFFFFFL;
        return new Storage((int) le(directory, at + 116, 4), size, type == STREAM);
    }

    /** Hangs every entry below its storage; the tree among siblings is walked with a list, for it may be as deep as long. */
    private void fill(byte[] directory) {
        int count = Math.min(MOST_ENTRIES, directory.length / ENTRY);
        boolean[] seen = new boolean[count];
        List<Object[]> open = new ArrayList<>();
        open.add(new Object[] {(int) le(directory, 76, 4), root});
        while (!open.isEmpty()) {
            Object[] last = open.remove(open.size() - 1);
            int index = (Integer) last[0];
            Storage parent = (Storage) last[1];
            if (index < 0 || index >= count || seen[index]) {
                continue;
            }
            seen[index] = true;
            int at = index * ENTRY;
            Storage entry = storage(directory, index);
            int nameLength = Math.max(0, Math.min(64, (int) le(directory, at + 64, 2)) - 2);
            String name = new String(directory, at, nameLength, StandardCharsets.UTF_16LE);
            parent.children().putIfAbsent(name, entry);
            open.add(new Object[] {(int) le(directory, at + 68, 4), parent});
            open.add(new Object[] {(int) le(directory, at + 72, 4), parent});
            if (!entry.isStream()) {
                open.add(new Object[] {(int) le(directory, at + 76, 4), entry});
            }
        }
    }

    private int short2(int at) {
        return at + 2 > bytes.length ? 0 : (int) le(bytes, at, 2);
    }

    private int int4(int at) {
        return at < 0 || at + 4 > bytes.length ? -1 : (int) le(bytes, at, 4);
    }

    static long le(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (bytes[at + i] & 0xFF);
        }
        return value;
    }
}
