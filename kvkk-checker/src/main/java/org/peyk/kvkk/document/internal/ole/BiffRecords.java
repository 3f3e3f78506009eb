package org.peyk.kvkk.document.internal.ole;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The records of a workbook one after the other, and the texts in them, which may go on in the next record (MS-XLS 2.5.293). */
final class BiffRecords {
    private static final int CONTINUE = 0x3C;
    private static final int HEAD = 4;

    private final byte[] bytes;
    private int next;
    private int type;
    private int start;
    private int length;

    BiffRecords(byte[] bytes, int from) {
        this.bytes = bytes;
        this.next = from;
    }

    /** Goes to the next record; false at the end. */
    boolean advance() {
        if (next < 0 || next + HEAD > bytes.length) {
            return false;
        }
        type = (int) CompoundFile.le(bytes, next, 2);
        start = next + HEAD;
        length = Math.min((int) CompoundFile.le(bytes, next + 2, 2), bytes.length - start);
        next = start + length;
        return true;
    }

    int type() {
        return type;
    }

    int length() {
        return length;
    }

    int u1(int at) {
        return at < length ? bytes[start + at] & 0xFF : 0;
    }

    int u2(int at) {
        return at + 2 <= length ? (int) CompoundFile.le(bytes, start + at, 2) : 0;
    }

    long u4(int at) {
        return at + 4 <= length ? CompoundFile.le(bytes, start + at, 4) & 0xFFFFFFFFL : 0;
    }

    double f8(int at) {
        return at + 8 <= length ? Double.longBitsToDouble(CompoundFile.le(bytes, start + at, 8)) : 0;
    }

    /** A text of this record: {@code count} letters, after a byte that says how they are stored. */
    String text(int at, int count) {
        boolean wide = (u1(at) & 1) != 0;
        int available = Math.max(0, length - at - 1);
        int size = Math.min(count * (wide ? 2 : 1), available);
        return new String(
                bytes,
                start + Math.min(at + 1, length),
                size,
                wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    }

    /** The text that the record behind this one holds, as the text of a note does. */
    String continuedText(int count) {
        if (next + HEAD > bytes.length || (int) CompoundFile.le(bytes, next, 2) != CONTINUE) {
            return "";
        }
        advance();
        return text(0, count);
    }

    /** All texts of the shared table; those that are split over records are put together. */
    List<String> sharedTexts() {
        List<String> texts = new ArrayList<>();
        Cursor cursor = new Cursor();
        long count = u4(4);
        for (long i = 0; i < count && cursor.more(); i++) {
            texts.add(cursor.richText());
        }
        return texts;
    }

    /** A place in a record and the ones that continue it. */
    private final class Cursor {
        private int at = 8;

        boolean more() {
            if (at < length) {
                return true;
            }
            if (next + HEAD > bytes.length || (int) CompoundFile.le(bytes, next, 2) != CONTINUE) {
                return false;
            }
            advance();
            at = 0;
            return length > 0;
        }

        private int take(int size) {
            int value = 0;
            for (int i = 0; i < size && more(); i++) {
                value |= u1(at++) << (8 * i);
            }
            return value;
        }

        String richText() {
            int count = take(2);
            int flags = take(1);
            int runs = (flags & 8) != 0 ? take(2) : 0;
            long extension = (flags & 4) != 0 ? take(4) & 0xFFFFFFFFL : 0;
            StringBuilder text = new StringBuilder();
            boolean wide = (flags & 1) != 0;
            while (text.length() < count) {
                boolean fresh = at >= length;
                if (!more()) {
                    break;
                }
                if (fresh) {
                    // a text that goes on says anew how its letters are stored
                    wide = (u1(at++) & 1) != 0;
                    if (!more()) {
                        break;
                    }
                }
                text.append((char) (wide ? take(2) : take(1)));
            }
            for (long skip = runs * 4L + extension; skip > 0 && more(); ) {
                long step = Math.min(skip, length - at);
                at += (int) step;
                skip -= step;
            }
            return text.toString();
        }
    }
}
