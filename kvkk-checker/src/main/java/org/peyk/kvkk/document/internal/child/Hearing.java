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
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Segment;
import org.peyk.spi.document.Span;

/** Hears what the other process reads. */
final class Hearing {
    private final DataInputStream in;
    private final String file;
    private final ReadingHandler handler;

    Hearing(DataInputStream in, String file, ReadingHandler handler) {
        this.in = in;
        this.file = file;
        this.handler = handler;
    }

    /**
     * Hands everything on.
     *
     * @return whether the other process came to its end
     * @throws IOException when it stopped in the middle
     */
    boolean all() throws IOException {
        for (int kind = in.read(); kind != Telling.END; kind = in.read()) {
            switch (kind) {
                case Telling.INFO -> info();
                case Telling.HEADING -> handler.block(new Block.Heading(in.readInt(), Wire.spans(in)));
                case Telling.PARAGRAPH -> handler.block(new Block.Paragraph(Wire.spans(in)));
                case Telling.LIST -> list();
                case Telling.TABLE -> table();
                case Telling.IMAGE -> handler.block(new Block.Image(Wire.textOrNull(in)));
                case Telling.SEGMENT -> segment();
                case Telling.NOTE -> note();
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private void info() throws IOException {
        String type = Wire.text(in);
        String title = Wire.textOrNull(in);
        String number = Wire.textOrNull(in);
        @Nullable String date = Wire.textOrNull(in);
        handler.info(new DocumentInfo(type, title, number, date == null ? null : LocalDate.parse(date)));
    }

    private void list() throws IOException {
        boolean ordered = in.readBoolean();
        List<List<Span>> items = new ArrayList<>();
        for (int left = Wire.count(in); left > 0; left--) {
            items.add(Wire.spans(in));
        }
        handler.block(new Block.ItemList(ordered, items));
    }

    private void table() throws IOException {
        int headers = in.readInt();
        List<List<String>> rows = new ArrayList<>();
        for (int left = Wire.count(in); left > 0; left--) {
            rows.add(Wire.texts(in));
        }
        handler.block(new Block.Table(headers, rows));
    }

    private void segment() throws IOException {
        String text = Wire.text(in);
        Place place = Place.inFile(file, Wire.texts(in), in.readBoolean());
        handler.segment(new Segment(text, place, in.readLong(), in.readInt(), Wire.textOrNull(in)));
    }

    private void note() throws IOException {
        ReadingNote.Kind kind = ReadingNote.Kind.valueOf(Wire.text(in));
        handler.note(new ReadingNote(kind, new LocalizedText(Wire.text(in), Wire.text(in))));
    }
}
