package org.peyk.kvkk.document.internal.ole;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Span;

/**
 * The texts in the records of an old presentation (MS-PPT 2.3.1, 2.9.42 and 2.9.43). A file that was saved quickly keeps former versions of slides; they
 * are read as well, for they can be found in it.
 */
final class SlideRecords {
    private static final int HEADER = 8;
    private static final int DEEPEST = 40;
    private static final int CONTAINER = 0xF;

    private static final int SLIDE = 0x03EE;
    private static final int SPEAKER_NOTES = 0x03F0;
    private static final int MASTER = 0x03F8;
    private static final int OUTLINE = 0x0FF0;
    private static final int HEADER_FOOTER = 0x0FD9;
    private static final int COMMENT = 0x2EE0;
    /** What pictures there are; its instance is their number (MS-ODRAW 2.2.20). */
    private static final int PICTURES = 0xF001;

    private static final int CHARS = 0x0FA0;
    private static final int BYTES = 0x0FA8;
    private static final int STRING = 0x0FBA;
    private static final int OBJECT = 0x1011;
    private static final int MACROS = 0x0400;
    private static final int OF_NOTES = 2;

    private final byte[] bytes;
    private final Reading reading;
    private int slides;
    private boolean objects;
    private boolean damaged;
    private boolean macros;

    SlideRecords(byte[] bytes, Reading reading) {
        this.bytes = bytes;
        this.reading = reading;
    }

    void read() {
        try {
            records(0, bytes.length, List.of("sunu"), false, 0);
        } finally {
            // once, for a file may have as many broken records as bytes
            if (damaged) {
                reading.note(Kind.DAMAGED, Notes.DAMAGED);
            }
        }
        if (macros) {
            reading.note(Kind.UNKNOWN_TYPE, Notes.MACROS);
        }
        if (objects) {
            reading.note(Kind.UNKNOWN_TYPE, Notes.embeddedNotRead("ExOleObjStg"));
        }
    }

    private void records(int from, int to, List<String> place, boolean hidden, int depth) {
        int at = from;
        while (at + HEADER <= to) {
            reading.tick();
            int head = (int) CompoundFile.le(bytes, at, 2);
            int type = (int) CompoundFile.le(bytes, at + 2, 2);
            long length = CompoundFile.le(bytes, at + 4, 4) & 0xFFFFFFFFL;
            int start = at + HEADER;
            if (length > to - start) {
                damaged = true;
                length = to - (long) start;
            }
            int end = start + (int) length;
            if ((head & 0xF) == CONTAINER) {
                if (depth >= DEEPEST) {
                    throw reading.tooComplex("PPT");
                }
                container(type, head >> 4, start, end, place, hidden, depth);
            } else {
                atom(type, start, end, place, hidden);
            }
            at = end;
        }
    }

    private void container(int type, int instance, int from, int to, List<String> place, boolean hidden, int depth) {
        switch (type) {
            case SLIDE -> {
                reading.page();
                records(from, to, List.of("slayt " + ++slides), false, depth + 1);
            }
            case SPEAKER_NOTES -> records(from, to, List.of("konuşmacı notu"), true, depth + 1);
            case MASTER -> records(from, to, List.of("ana slayt"), true, depth + 1);
            case OUTLINE -> records(from, to, List.of("anahat"), instance == OF_NOTES, depth + 1);
            case HEADER_FOOTER -> records(from, to, List.of("alt bilgi"), hidden, depth + 1);
            case PICTURES -> {
                for (int i = 0; i < instance; i++) {
                    reading.picture();
                }
            }
            case COMMENT -> records(from, to, List.of("yorum"), true, depth + 1);
            default -> records(from, to, place, hidden, depth + 1);
        }
    }

    private void atom(int type, int from, int to, List<String> place, boolean hidden) {
        switch (type) {
            case CHARS -> text(new String(bytes, from, to - from, StandardCharsets.UTF_16LE), place, hidden, true);
            case BYTES -> text(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), place, hidden, true);
            // names of fonts, programs and slides, and what comments and footers say
            case STRING ->
                text(
                        new String(bytes, from, to - from, StandardCharsets.UTF_16LE),
                        place,
                        hidden || !place.get(0).equals("alt bilgi"),
                        false);
            case OBJECT -> objects = true;
            // the second field says whether there are any (MS-PPT 2.4.10)
            case MACROS -> macros |= to - from >= 8 && CompoundFile.le(bytes, from + 4, 4) != 0;
            default -> {
                // places, sizes, looks
            }
        }
    }

    private void text(String text, List<String> place, boolean hidden, boolean block) {
        for (String paragraph : text.split("\r", -1)) {
            String line = paragraph.replace('\u000B', '\n').strip();
            reading.segment(line, hidden, place);
            if (block && !hidden && !line.isEmpty()) {
                reading.block(new Block.Paragraph(List.of(Span.of(line))));
            }
        }
    }
}
