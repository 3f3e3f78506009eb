package org.peyk.kvkk.document.internal.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Segment;
import org.peyk.spi.document.Span;

/** Tells what is read to the process that asked. */
final class Telling implements ReadingHandler {
    static final int INFO = 1;
    static final int HEADING = 2;
    static final int PARAGRAPH = 3;
    static final int LIST = 4;
    static final int TABLE = 5;
    static final int IMAGE = 6;
    static final int SEGMENT = 7;
    static final int NOTE = 8;
    static final int END = 9;

    private static final int AT_ONCE = 16;

    private final DataOutputStream out;
    private int held;

    Telling(DataOutputStream out) {
        this.out = out;
    }

    /** Something that may fail on the way. */
    private interface Message {
        void write() throws IOException;
    }

    private void send(int kind, Message message) {
        try {
            out.writeByte(kind);
            message.write();
            if (++held == AT_ONCE || kind == NOTE) {
                // what was told stays even when the process is ended
                out.flush();
                held = 0;
            }
        } catch (IOException e) {
            // nobody listens any more
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void info(DocumentInfo info) {
        send(INFO, () -> {
            Wire.text(out, info.mediaType());
            Wire.text(out, info.title());
            Wire.text(out, info.registryNumber());
            Wire.text(out, info.date() == null ? null : info.date().toString());
        });
    }

    @Override
    public void block(Block block) {
        if (block instanceof Block.Heading heading) {
            send(HEADING, () -> {
                out.writeInt(heading.level());
                Wire.spans(out, heading.spans());
            });
        } else if (block instanceof Block.Paragraph paragraph) {
            send(PARAGRAPH, () -> Wire.spans(out, paragraph.spans()));
        } else if (block instanceof Block.ItemList list) {
            send(LIST, () -> {
                out.writeBoolean(list.ordered());
                out.writeInt(list.items().size());
                for (List<Span> item : list.items()) {
                    Wire.spans(out, item);
                }
            });
        } else if (block instanceof Block.Table table) {
            send(TABLE, () -> {
                out.writeInt(table.headerRows());
                out.writeInt(table.rows().size());
                for (List<String> row : table.rows()) {
                    Wire.texts(out, row);
                }
            });
        } else if (block instanceof Block.Image image) {
            send(IMAGE, () -> Wire.text(out, image.alternative()));
        }
    }

    @Override
    public void segment(Segment segment) {
        send(SEGMENT, () -> {
            Wire.text(out, segment.text());
            Wire.texts(out, segment.place().path());
            out.writeBoolean(segment.place().hidden());
            out.writeLong(segment.row());
            out.writeInt(segment.column());
            Wire.text(out, segment.header());
        });
    }

    @Override
    public void note(ReadingNote note) {
        send(NOTE, () -> {
            Wire.text(out, note.kind().name());
            Wire.text(out, note.text().tr());
            Wire.text(out, note.text().en());
        });
    }

    void end() throws IOException {
        out.writeByte(END);
        out.flush();
    }
}
