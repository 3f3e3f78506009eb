package org.peyk.kvkk.document.internal.ole;

import java.nio.charset.Charset;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/**
 * The letters of an old Word document and where each is in the file (MS-DOC 2.4.1): they are stored in pieces, in UTF-16 or, where none needs it, in
 * Windows-1252. The parts of the document follow each other: body, notes, headers, comments, text boxes.
 */
final class WordFile {
    private static final int IDENT = 0xA5EC;
    private static final int WORD_97 = 0x00C1;
    private static final int FIB = 0x1AA;
    private static final int COMPRESSED = 0x40000000;
    private static final int DRAWINGS = 0x22A;
    private static final int PICTURES = 0xF001;
    private static final Charset EIGHT_BITS = Charset.forName("windows-1252");

    /** Where the header says how long each part is: body, footnotes, headers, macros, comments, endnotes, boxes, boxes of headers. */
    private static final int[] LENGTHS = {0x4C, 0x50, 0x54, 0x58, 0x5C, 0x60, 0x64, 0x68};

    private final StringBuilder text = new StringBuilder();
    private final IntSequence offsets = new IntSequence();
    private final int[] lengths = new int[LENGTHS.length];
    private final WordLooks looks;
    private final int drawnPictures;
    private final Reading reading;

    WordFile(byte[] document, byte[] tables, Reading reading) {
        this.reading = reading;
        for (int i = 0; i < LENGTHS.length; i++) {
            lengths[i] = Math.max(0, int4(document, LENGTHS[i]));
        }
        pieces(document, tables);
        this.drawnPictures = document.length >= DRAWINGS + 8 ? drawnPictures(document, tables) : 0;
        this.looks = new WordLooks(document, tables, reading);
    }

    static boolean isSupported(byte[] document) {
        return document.length > FIB && short2(document, 0) == IDENT && short2(document, 2) >= WORD_97;
    }

    static boolean isEncrypted(byte[] document) {
        return (short2(document, 0x0A) & 0x0100) != 0;
    }

    static String tableStream(byte[] document) {
        return (short2(document, 0x0A) & 0x0200) != 0 ? "1Table" : "0Table";
    }

    static int short2(byte[] bytes, int at) {
        return at < 0 || at + 2 > bytes.length ? 0 : (int) CompoundFile.le(bytes, at, 2);
    }

    static int int4(byte[] bytes, int at) {
        return at < 0 || at + 4 > bytes.length ? 0 : (int) CompoundFile.le(bytes, at, 4);
    }

    /** How many pictures the drawings have (MS-DOC 2.5.7, fcDggInfo; MS-ODRAW 2.2.12 and 2.2.20). */
    private static int drawnPictures(byte[] document, byte[] tables) {
        int at = int4(document, DRAWINGS);
        int end = (int) Math.min(tables.length, (long) at + int4(document, DRAWINGS + 4));
        at += 8;
        while (at > 8 && at + 8 <= end) {
            if (short2(tables, at + 2) == PICTURES) {
                return short2(tables, at) >> 4;
            }
            int length = int4(tables, at + 4);
            at = length < 0 || length > end - at ? end : at + 8 + length;
        }
        return 0;
    }

    int drawnPictures() {
        return drawnPictures;
    }

    private void pieces(byte[] document, byte[] tables) {
        int at = int4(document, 0x1A2);
        int end = Math.min(tables.length, at + Math.max(0, int4(document, 0x1A6)));
        // changes of looks that were saved quickly stand before the pieces
        while (at >= 0 && at + 3 <= end && tables[at] == 1) {
            at += 3 + short2(tables, at + 1);
        }
        if (at < 0 || at + 5 > end || tables[at] != 2) {
            reading.note(Kind.DAMAGED, Notes.DAMAGED);
            return;
        }
        int size = Math.min(int4(tables, at + 1), end - at - 5);
        int count = (size - 4) / 12;
        int positions = at + 5;
        for (int i = 0; i < count; i++) {
            reading.keep();
            int from = int4(tables, positions + 4 * i);
            int to = int4(tables, positions + 4 * (i + 1));
            int start = int4(tables, positions + 4 * (count + 1) + 8 * i + 2);
            if (from != text.length() || to < from || !piece(document, start, to - from)) {
                reading.note(Kind.DAMAGED, Notes.DAMAGED);
                return;
            }
        }
    }

    private boolean piece(byte[] document, int start, int length) {
        boolean eightBits = (start & COMPRESSED) != 0;
        long from = eightBits ? (start & ~COMPRESSED) / 2 : start;
        int width = eightBits ? 1 : 2;
        long room = from < 0 || from > document.length ? 0 : (document.length - from) / width;
        int count = (int) Math.min(length, room);
        reading.checkLength((int) Math.min(Integer.MAX_VALUE, (long) text.length() + count));
        String letters = eightBits ? new String(document, (int) from, count, EIGHT_BITS) : null;
        for (int i = 0; i < count; i++) {
            int at = (int) from + i * width;
            text.append(letters == null ? (char) short2(document, at) : letters.charAt(i));
            offsets.add(at);
        }
        return count == length;
    }

    /** How many characters the parts have, in their order. */
    int[] lengths() {
        return lengths.clone();
    }

    int length() {
        return text.length();
    }

    char charAt(int position) {
        return text.charAt(position);
    }

    /** Whether the paragraph that ends with a character stands in a table. */
    boolean inTable(int position) {
        return looks.inTable(offsets.get(position));
    }

    /** Whether a character ends a row. */
    boolean endsRow(int position) {
        return looks.endsRow(offsets.get(position));
    }

    /** Whether a character is hidden, or deleted while changes were tracked. */
    boolean hidden(int position) {
        return looks.hidden(offsets.get(position));
    }

    /** Numbers in a row, without a wrapper around each. */
    private static final class IntSequence {
        private int[] values = new int[1024];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = java.util.Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int get(int index) {
            return values[index];
        }
    }
}
