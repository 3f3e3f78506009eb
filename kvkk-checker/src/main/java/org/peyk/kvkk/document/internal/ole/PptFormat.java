package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** Presentations as PowerPoint 97 to 2003 saves them (MS-PPT). */
public final class PptFormat extends OleFormat {
    private static final String DOCUMENT = "PowerPoint Document";
    private static final long ENCRYPTED = 0xF3D1C4DFL;

    /** Makes the format. */
    public PptFormat() {
        super("application/vnd.ms-powerpoint", DOCUMENT);
    }

    @Override
    void body(CompoundFile opened, Reading reading) throws IOException {
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
    }
}
