package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** Word documents as versions 97 to 2003 save them (MS-DOC). Those of older versions are known and not read. */
public final class DocFormat implements Format {
    private static final String DOCUMENT = "WordDocument";

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
        return "application/msword";
    }

    @Override
    public boolean needsWholeFile() {
        return true;
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        reading.info(mediaType(), null);
        CompoundFile opened = new CompoundFile(file.bytes());
        byte[] document = opened.stream(opened.root(), DOCUMENT);
        if (document == null || !WordFile.isSupported(document)) {
            reading.note(Kind.UNKNOWN_TYPE, Notes.UNKNOWN_TYPE);
            return;
        }
        reading.unpacked(document.length);
        if (WordFile.isEncrypted(document)) {
            reading.note(Kind.ENCRYPTED, Notes.ENCRYPTED);
            return;
        }
        byte[] tables = opened.stream(opened.root(), WordFile.tableStream(document));
        if (tables == null) {
            reading.note(Kind.DAMAGED, Notes.DAMAGED);
            return;
        }
        reading.unpacked(tables.length);
        new WordText(new WordFile(document, tables, reading), reading).read();
        if (opened.cutShort()) {
            reading.note(Kind.DAMAGED, Notes.CUT_SHORT);
        }
        if (opened.root().children().containsKey("Macros")) {
            reading.note(Kind.UNKNOWN_TYPE, Notes.MACROS);
        }
        CompoundFile.Storage objects = opened.root().children().get("ObjectPool");
        // the storage is often there with nothing in it
        if (objects != null && !objects.children().isEmpty()) {
            reading.note(Kind.UNKNOWN_TYPE, Notes.embeddedNotRead("ObjectPool"));
        }
    }
}
