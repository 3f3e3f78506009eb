package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.text.TextEncoding;
import org.peyk.spi.document.ReadingNote.Kind;

/**
 * What a file of Office 97 to 2003 says about itself: title, people, key words, and fields that people named themselves (MS-OLEPS 2.20 to
 * 2.25). Texts and numbers are read; times, and pictures of the first page, are not.
 */
final class PropertySets {
    private static final List<String> STREAMS = List.of("\u0005SummaryInformation", "\u0005DocumentSummaryInformation");
    private static final String PATH = "belge özellikleri";

    private static final int SETS = 24;
    private static final int MOST_SETS = 2;
    private static final int MOST = 2_000;
    private static final int DICTIONARY = 0;
    private static final int CODE_PAGE = 1;
    private static final int TITLE = 2;
    private static final int UTF_16 = 1200;

    private static final int VARIANT = 0x0C;
    private static final int VECTOR = 0x1000;
    private static final int STRING = 0x1E;
    private static final int WIDE = 0x1F;
    private static final int DOUBLE = 0x05;
    private static final int INTEGER = 0x03;

    private record Property(String name, String text) {}

    private final Reading reading;
    private final List<Property> properties = new ArrayList<>();
    private @Nullable String title;
    private boolean damaged;

    private PropertySets(Reading reading) {
        this.reading = reading;
    }

    static PropertySets of(CompoundFile file, Reading reading) throws IOException {
        PropertySets found = new PropertySets(reading);
        for (String name : STREAMS) {
            byte[] stream = file.stream(file.root(), name);
            if (stream != null && stream.length > 0) {
                reading.unpacked(stream.length);
                found.stream(stream, name.equals(STREAMS.get(0)));
            }
        }
        return found;
    }

    private void stream(byte[] bytes, boolean summary) {
        if (bytes.length < SETS + 4 || CompoundFile.le(bytes, 0, 2) != 0xFFFE) {
            damaged = true;
            return;
        }
        long sets = Math.min(MOST_SETS, CompoundFile.le(bytes, SETS, 4) & 0xFFFFFFFFL);
        for (int i = 0; i < sets; i++) {
            int entry = SETS + 4 + 20 * i;
            // the second set of the second stream is the one that people make
            set(bytes, number(bytes, entry + 16), summary && i == 0, !summary && i == 1);
        }
    }

    private void set(byte[] bytes, int at, boolean summary, boolean named) {
        int count = Math.min(MOST, number(bytes, at + 4));
        if (at <= 0 || count < 0) {
            damaged = true;
            return;
        }
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int entry = at + 8 + 8 * i;
            int offset = number(bytes, entry + 4);
            if (offset < 0 || offset >= bytes.length - at) {
                damaged = true;
            } else {
                places.put(number(bytes, entry), at + offset);
            }
        }
        Integer page = places.get(CODE_PAGE);
        int codePage = page == null ? 0 : (int) CompoundFile.le(padded(bytes, page + 4), 0, 2);
        Charset narrow = codePage == UTF_16
                ? StandardCharsets.UTF_16LE
                : codePage == 65001 ? StandardCharsets.UTF_8 : TextEncoding.TURKISH;
        Integer dictionary = places.get(DICTIONARY);
        if (named && dictionary != null) {
            names(bytes, dictionary, narrow);
        }
        places.forEach((id, place) -> {
            if (id > CODE_PAGE) {
                int before = properties.size();
                value(bytes, place, narrow, named ? "özel" : "özellik", 0);
                if (summary && id == TITLE && properties.size() > before) {
                    title = properties.get(before).text();
                }
            }
        });
    }

    /** People choose the names as well, so that they are text and no place. */
    private void names(byte[] bytes, int at, Charset narrow) {
        int count = Math.min(MOST, number(bytes, at));
        boolean wide = narrow.equals(StandardCharsets.UTF_16LE);
        int from = at + 4;
        for (int i = 0; i < count; i++) {
            long length = number(bytes, from + 4) * (wide ? 2L : 1L);
            String name = text(bytes, from + 8, length, narrow);
            if (name == null) {
                return;
            }
            keep("özel alan adı", name);
            from += 8 + (int) (wide ? (length + 3) / 4 * 4 : length);
        }
    }

    /** Reads one value and returns where it ends, or -1 where that cannot be told. */
    private int value(byte[] bytes, int at, Charset narrow, String name, int depth) {
        int type = (int) CompoundFile.le(padded(bytes, at), 0, 2);
        return typed(bytes, at + 4, type, narrow, name, depth);
    }

    private int typed(byte[] bytes, int at, int type, Charset narrow, String name, int depth) {
        if ((type & VECTOR) != 0) {
            int count = Math.min(MOST, number(bytes, at));
            int from = at + 4;
            for (int i = 0; i < count && from >= 0 && depth == 0; i++) {
                int of = type & ~VECTOR;
                from = of == VARIANT
                        ? value(bytes, from, narrow, name, depth + 1)
                        : typed(bytes, from, of, narrow, name, depth + 1);
            }
            return from;
        }
        switch (type) {
            case STRING, WIDE -> {
                boolean wide = type == WIDE;
                long length = number(bytes, at) * (wide ? 2L : 1L);
                String text = text(bytes, at + 4, length, wide ? StandardCharsets.UTF_16LE : narrow);
                if (text == null) {
                    return -1;
                }
                keep(name, text);
                // strings end on a multiple of four, but not those in a vector of narrow ones
                return at + 4 + (int) (wide || depth == 0 ? (length + 3) / 4 * 4 : length);
            }
            case DOUBLE -> {
                double number = Double.longBitsToDouble(CompoundFile.le(padded(bytes, at), 0, 8));
                if (number == Math.rint(number) && Math.abs(number) < 1e15) {
                    keep(name, Long.toString((long) number));
                }
                return at + 8;
            }
            case INTEGER -> {
                if (name.equals("özel")) {
                    keep(name, Integer.toString(number(bytes, at)));
                }
                return at + 4;
            }
            default -> {
                return -1;
            }
        }
    }

    private @Nullable String text(byte[] bytes, int at, long length, Charset charset) {
        if (length < 0 || at < 0 || at > bytes.length || length > bytes.length - at) {
            damaged = true;
            return null;
        }
        String text = new String(bytes, at, (int) length, charset);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private void keep(String name, String text) {
        if (!text.isBlank()) {
            reading.keep();
            properties.add(new Property(name, text.strip()));
        }
    }

    /** A number of four bytes; -1 outside of the stream. */
    private int number(byte[] bytes, int at) {
        if (at < 0 || at > bytes.length - 4) {
            damaged = true;
            return -1;
        }
        return (int) CompoundFile.le(bytes, at, 4);
    }

    /** Eight bytes from a place on, those behind the end as zeros. */
    private static byte[] padded(byte[] bytes, int at) {
        byte[] eight = new byte[8];
        if (at >= 0 && at < bytes.length) {
            System.arraycopy(bytes, at, eight, 0, Math.min(8, bytes.length - at));
        }
        return eight;
    }

    /** The title, or null when there is none. */
    @Nullable
    String title() {
        return title;
    }

    /** Hands the properties on. */
    void write() {
        for (Property property : properties) {
            reading.property(property.text(), List.of(PATH, property.name()));
        }
        if (damaged) {
            reading.note(Kind.DAMAGED, Notes.damagedPart(PATH));
        }
    }
}
