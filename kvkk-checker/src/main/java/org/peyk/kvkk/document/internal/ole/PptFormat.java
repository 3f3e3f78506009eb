package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** Presentations as PowerPoint 97 to 2003 saves them (MS-PPT). */
public final class PptFormat implements Format {
    private static final String DOCUMENT = "PowerPoint Document";
    private static final long ENCRYPTED = 0xF3D1C4DFL;

    @Override
    public boolean recognises(FileHead head) throws IOException {
        if (!head.startsWith(CompoundFile.MAGIC)) {
            return false;
        }
        try {
            return new CompoundFile(head.all()).root().children().containsKey(DOCUMENT);
        } catch (IOException e) {
            // another kind, or too damaged to tell
            return false;
        }
    }

    @Override
    public String mediaType() {
        return "application/vnd.ms-powerpoint";
    }

    @Override
    public boolean needsWholeFile() {
        return true;
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        reading.info(mediaType(), null);
        CompoundFile opened = new CompoundFile(file.bytes());
        byte[] user = opened.stream(opened.root(), "Current User");
        if (user != null && user.length >= 16 && CompoundFile.le(user, 12, 4) == ENCRYPTED) {
            reading.note(Kind.ENCRYPTED, Notes.ENCRYPTED);
            return;
        }
        byte[] document = opened.stream(opened.root(), DOCUMENT);
        if (document == null) {
            reading.note(Kind.DAMAGED, Notes.DAMAGED);
            return;
        }
        reading.unpacked(document.length);
        new SlideRecords(document, reading).read();
        if (opened.cutShort()) {
            reading.note(Kind.DAMAGED, Notes.CUT_SHORT);
        }
    }
}
