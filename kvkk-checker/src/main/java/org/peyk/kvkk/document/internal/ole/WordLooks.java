package org.peyk.kvkk.document.internal.ole;

import java.util.Map;
import java.util.TreeMap;
import org.peyk.kvkk.document.internal.Reading;

/**
 * The looks of an old Word document that change what its text means (MS-DOC 2.8.25, 2.9.33 and 2.9.175): which paragraphs are cells, which end a row,
 * which letters are hidden or deleted. They are kept in pages of 512 bytes by places in the file.
 */
final class WordLooks {
    private static final int PAGE = 512;
    private static final int IN_TABLE = 0x2416;
    private static final int ROW_END = 0x2417;
    private static final int NESTED_CELL = 0x244B;
    private static final int NESTED_ROW_END = 0x244C;
    private static final int VANISH = 0x083C;
    private static final int DELETED = 0x0800;
    private static final int TABLE_DEFINITION = 0xD608;

    private static final int FLAG_TABLE = 1;
    private static final int FLAG_ROW_END = 2;
    private static final int FLAG_HIDDEN = 4;

    private final TreeMap<Integer, Integer> paragraphs = new TreeMap<>();
    private final TreeMap<Integer, Integer> letters = new TreeMap<>();
    private final byte[] document;
    private final Reading reading;

    WordLooks(byte[] document, byte[] tables, Reading reading) {
        this.document = document;
        this.reading = reading;
        pages(tables, WordFile.int4(document, 0x102), WordFile.int4(document, 0x106), true);
        pages(tables, WordFile.int4(document, 0xFA), WordFile.int4(document, 0xFE), false);
    }

    boolean inTable(int offset) {
        return (flags(paragraphs, offset) & FLAG_TABLE) != 0;
    }

    boolean endsRow(int offset) {
        return (flags(paragraphs, offset) & FLAG_ROW_END) != 0;
    }

    boolean hidden(int offset) {
        return (flags(letters, offset) & FLAG_HIDDEN) != 0;
    }

    private static int flags(TreeMap<Integer, Integer> ranges, int offset) {
        Map.Entry<Integer, Integer> entry = ranges.floorEntry(offset);
        return entry == null ? 0 : entry.getValue();
    }

    private void pages(byte[] tables, int at, int length, boolean ofParagraphs) {
        int count = (length - 4) / 8;
        if (at < 0 || length < 4 || at + (long) length > tables.length) {
            return;
        }
        for (int i = 0; i < count; i++) {
            reading.keep();
            long page = (WordFile.int4(tables, at + 4 * (count + 1) + 4 * i) & 0x3FFFFFL) * PAGE;
            if (page + PAGE <= document.length) {
                page((int) page, ofParagraphs);
            }
        }
    }

    private void page(int page, boolean ofParagraphs) {
        int count = document[page + PAGE - 1] & 0xFF;
        int width = ofParagraphs ? 13 : 1;
        if (4 * (count + 1) + width * count >= PAGE) {
            return;
        }
        for (int i = 0; i < count; i++) {
            reading.keep();
            int from = WordFile.int4(document, page + 4 * i);
            int to = WordFile.int4(document, page + 4 * (i + 1));
            int at = page + 2 * (document[page + 4 * (count + 1) + width * i] & 0xFF);
            int flags = at == page ? 0 : ofParagraphs ? paragraph(at, page + PAGE) : letter(at, page + PAGE);
            TreeMap<Integer, Integer> ranges = ofParagraphs ? paragraphs : letters;
            ranges.put(from, flags);
            // what no page speaks of has no looks
            ranges.putIfAbsent(to, 0);
        }
    }

    private int paragraph(int at, int end) {
        int size = document[at] & 0xFF;
        int start = at + 1;
        if (size == 0) {
            size = 2 * (at + 1 < end ? document[at + 1] & 0xFF : 0);
            start = at + 2;
        } else {
            size = 2 * size - 1;
        }
        // the number of the style comes first
        return changes(start + 2, Math.min(end, start + size));
    }

    private int letter(int at, int end) {
        int size = document[at] & 0xFF;
        return changes(at + 1, Math.min(end, at + 1 + size));
    }

    private int changes(int from, int end) {
        int flags = 0;
        int at = from;
        while (at + 3 <= end) {
            int code = WordFile.short2(document, at);
            int operand = document[at + 2] & 0xFF;
            boolean on = operand != 0;
            switch (code) {
                case IN_TABLE, NESTED_CELL -> flags = on ? flags | FLAG_TABLE : flags;
                case ROW_END, NESTED_ROW_END -> flags = on ? flags | FLAG_ROW_END : flags;
                // 0x80 and 0x81 mean what the style says, and its opposite
                case VANISH, DELETED -> flags = operand == 1 || operand == 0x81 ? flags | FLAG_HIDDEN : flags;
                default -> {
                    // looks that do not matter
                }
            }
            at += 2 + operandSize(code, at + 2);
        }
        return flags;
    }

    private int operandSize(int code, int at) {
        return switch (code >> 13) {
            case 0, 1 -> 1;
            case 2, 4, 5 -> 2;
            case 3 -> 4;
            case 7 -> 3;
            default -> code == TABLE_DEFINITION ? 1 + WordFile.short2(document, at) : 1 + (document[at] & 0xFF);
        };
    }
}
