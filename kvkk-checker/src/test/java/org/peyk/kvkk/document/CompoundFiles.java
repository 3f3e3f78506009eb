package org.peyk.kvkk.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds compound files of small streams; a name with a slash stands in a storage. */
public final class CompoundFiles {
    private static final int SECTOR = 512;
    private static final int MINI = 64;
    private static final int END = 0xFFFFFFFE;
    private static final int NONE = 0xFFFFFFFF;

    private record Entry(String name, int type, byte[] bytes, List<Entry> children) {}

    private CompoundFiles() {}

    /**
     * Builds one.
     *
     * @param streams the streams by their names
     * @return the file
     */
    public static byte[] of(Map<String, byte[]> streams) {
        Entry root = new Entry("Root Entry", 5, new byte[0], new ArrayList<>());
        new TreeMap<>(streams).forEach((path, bytes) -> {
            Entry at = root;
            String[] steps = path.split("/", -1);
            for (int i = 0; i + 1 < steps.length; i++) {
                at = storage(at, steps[i]);
            }
            at.children().add(new Entry(steps[steps.length - 1], 2, bytes, List.of()));
        });
        List<Entry> all = new ArrayList<>();
        all.add(root);
        collect(root, all);
        return write(all);
    }

    private static Entry storage(Entry parent, String name) {
        for (Entry child : parent.children()) {
            if (child.name().equals(name)) {
                return child;
            }
        }
        Entry made = new Entry(name, 1, new byte[0], new ArrayList<>());
        parent.children().add(made);
        return made;
    }

    private static void collect(Entry parent, List<Entry> all) {
        for (Entry child : parent.children()) {
            all.add(child);
            collect(child, all);
        }
    }

    private static byte[] write(List<Entry> all) {
        int miniSectors = all.stream().mapToInt(e -> minis(e.bytes())).sum();
        int directory = sectors(all.size() * 128);
        int miniTable = sectors(miniSectors * 4);
        int stream = sectors(miniSectors * MINI);
        ByteBuffer out = ByteBuffer.allocate(SECTOR * (2 + directory + miniTable + stream))
                .order(ByteOrder.LITTLE_ENDIAN);
        header(out, directory, miniTable);
        int[] table = {1, 1 + directory, 1 + directory + miniTable, 1 + directory + miniTable + stream};
        for (int i = 0; i < SECTOR / 4; i++) {
            boolean last = i == 0 || i == table[1] - 1 || i == table[2] - 1 || i == table[3] - 1;
            out.putInt(SECTOR + 4 * i, i >= table[3] ? NONE : last ? END : i + 1);
        }
        int mini = 0;
        for (int i = 0; i < all.size(); i++) {
            Entry e = all.get(i);
            int at = SECTOR * (1 + table[0]) + 128 * i;
            byte[] name = e.name().getBytes(StandardCharsets.UTF_16LE);
            out.position(at).put(name);
            out.putShort(at + 64, (short) (name.length + 2)).put(at + 66, (byte) e.type());
            Entry sibling = siblingOf(all, e);
            out.putInt(at + 68, NONE).putInt(at + 72, sibling == null ? NONE : all.indexOf(sibling));
            out.putInt(
                    at + 76,
                    e.children().isEmpty() ? NONE : all.indexOf(e.children().get(0)));
            out.putInt(at + 116, i == 0 ? table[2] : mini);
            out.putInt(at + 120, i == 0 ? miniSectors * MINI : e.bytes().length);
            for (int k = 0; k < minis(e.bytes()); k++) {
                boolean last = k == minis(e.bytes()) - 1;
                out.putInt(SECTOR * (1 + table[1]) + 4 * (mini + k), last ? END : mini + k + 1);
            }
            out.position(SECTOR * (1 + table[2]) + MINI * mini).put(e.bytes());
            mini += minis(e.bytes());
        }
        return out.array();
    }

    private static Entry siblingOf(List<Entry> all, Entry e) {
        for (Entry parent : all) {
            int index = parent.children().indexOf(e);
            if (index >= 0 && index + 1 < parent.children().size()) {
                return parent.children().get(index + 1);
            }
        }
        return null;
    }

    private static void header(ByteBuffer out, int directory, int miniTable) {
        out.putLong(0, 0xE11AB1A1E011CFD0L).putShort(24, (short) 59).putShort(26, (short) 3);
        out.putShort(28, (short) 0xFFFE).putShort(30, (short) 9).putShort(32, (short) 6);
        out.putInt(44, 1)
                .putInt(48, 1)
                .putInt(56, 4096)
                .putInt(60, 1 + directory)
                .putInt(64, miniTable);
        out.putInt(68, END).putInt(76, 0);
        for (int i = 1; i < 109; i++) {
            out.putInt(76 + 4 * i, NONE);
        }
    }

    private static int minis(byte[] bytes) {
        return (bytes.length + MINI - 1) / MINI;
    }

    private static int sectors(int bytes) {
        return Math.max(1, (bytes + SECTOR - 1) / SECTOR);
    }
}
