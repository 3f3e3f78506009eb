package org.peyk.kvkk.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.TreeMap;

/** Builds streams of property sets (MS-OLEPS) in the code page of Turkish Windows. */
final class PropertySetBytes {
    private static final Charset TURKISH = Charset.forName("windows-1254");

    private PropertySetBytes() {}

    /** A stream with texts under their numbers. */
    static byte[] summary(Map<Integer, String> texts) {
        Map<Integer, byte[]> values = new TreeMap<>();
        values.put(1, value(2, le(2, 1254), le(2, 0)));
        texts.forEach((id, text) -> values.put(id, value(0x1E, string(text))));
        return stream(set(values));
    }

    /** A stream whose second set holds a number under a name that somebody chose. */
    static byte[] custom(String name, double number) {
        byte[] first = set(Map.of(1, value(2, le(2, 1254), le(2, 0)), 15, value(0x1E, string("Kuzeyova"))));
        Map<Integer, byte[]> second = new TreeMap<>();
        second.put(0, join(le(4, 1), le(4, 2), le(4, name.length() + 1), (name + "\0").getBytes(TURKISH)));
        second.put(1, value(2, le(2, 1254), le(2, 0)));
        second.put(2, value(5, le(8, Double.doubleToLongBits(number))));
        return stream(first, set(second));
    }

    private static byte[] string(String text) {
        byte[] bytes = (text + "\0").getBytes(TURKISH);
        return join(le(4, bytes.length), bytes, new byte[(4 - bytes.length % 4) % 4]);
    }

    private static byte[] value(int type, byte[]... parts) {
        return join(le(4, type), join(parts));
    }

    private static byte[] set(Map<Integer, byte[]> values) {
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        int start = 8 + 8 * values.size();
        new TreeMap<>(values).forEach((id, value) -> {
            index.writeBytes(join(le(4, id), le(4, start + contents.size())));
            contents.writeBytes(value);
        });
        return join(le(4, start + contents.size()), le(4, values.size()), index.toByteArray(), contents.toByteArray());
    }

    private static byte[] stream(byte[]... sets) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(join(le(2, 0xFFFE), le(2, 0), le(4, 0), new byte[16], le(4, sets.length)));
        int at = 28 + 20 * sets.length;
        for (byte[] set : sets) {
            head.writeBytes(join(new byte[16], le(4, at)));
            at += set.length;
        }
        return join(head.toByteArray(), join(sets));
    }

    private static byte[] le(int width, long number) {
        return java.util.Arrays.copyOf(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(number)
                        .array(),
                width);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
