package org.peyk.kvkk.document.internal.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Segment;
import org.peyk.spi.document.Span;

/** Hears what the other process reads. */
final class Hearing {
    private final Answer in;
    private final String file;
    private final ReadingHandler handler;

    Hearing(DataInputStream in, String file, ReadLimits limits, ReadingHandler handler) {
        this.in = new Answer(in, limits.outputChars());
        this.file = file;
        this.handler = handler;
    }

    /** What is to be handed on once it is understood as a whole. */
    private interface Told {
        void to(ReadingHandler handler);
    }

    /**
     * Hands everything on.
     *
     * @return whether the other process came to its end
     * @throws IOException when it stopped in the middle, or told what cannot be
     */
    boolean all() throws IOException {
        for (int kind = in.kind(); kind != Telling.END; kind = in.kind()) {
            Told told = understood(kind);
            if (told == null) {
                return false;
            }
            told.to(handler);
        }
        return true;
    }

    private @Nullable Told understood(int kind) throws IOException {
        try {
            return next(kind);
        } catch (RuntimeException e) {
            // its message may quote the file
            throw new IOException("not what a reader tells");
        }
    }

    private @Nullable Told next(int kind) throws IOException {
        return switch (kind) {
            case Telling.INFO -> info();
            case Telling.HEADING -> block(new Block.Heading(in.integer(), in.spans()));
            case Telling.PARAGRAPH -> block(new Block.Paragraph(in.spans()));
            case Telling.LIST -> list();
            case Telling.TABLE -> table();
            case Telling.IMAGE -> block(new Block.Image(in.textOrNull()));
            case Telling.SEGMENT -> segment();
            case Telling.NOTE -> note();
            default -> null;
        };
    }

    private static Told block(Block block) {
        return to -> to.block(block);
    }

    private Told info() throws IOException {
        String type = in.text();
        String title = in.textOrNull();
        String number = in.textOrNull();
        @Nullable String date = in.textOrNull();
        DocumentInfo info = new DocumentInfo(type, title, number, date == null ? null : LocalDate.parse(date));
        return to -> to.info(info);
    }

    private Told list() throws IOException {
        boolean ordered = in.flag();
        List<List<Span>> items = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            items.add(in.spans());
        }
        return block(new Block.ItemList(ordered, items));
    }

    private Told table() throws IOException {
        int headers = in.integer();
        List<List<String>> rows = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            rows.add(in.texts());
        }
        return block(new Block.Table(headers, rows));
    }

    private Told segment() throws IOException {
        String text = in.text();
        Place place = Place.inFile(file, in.texts(), in.flag());
        Segment segment = new Segment(text, place, in.number(), in.integer(), in.textOrNull());
        return to -> to.segment(segment);
    }

    private Told note() throws IOException {
        ReadingNote.Kind kind = ReadingNote.Kind.valueOf(in.text());
        ReadingNote note = new ReadingNote(kind, new LocalizedText(in.text(), in.text()));
        return to -> to.note(note);
    }
}
