package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** Word documents as versions 97 to 2003 save them (MS-DOC). Those of older versions are known and not read. */
public final class DocFormat extends OleFormat {
    private static final String DOCUMENT = "WordDocument";

    /** Makes the format. */
    public DocFormat() {
        super("application/msword", DOCUMENT);
    }

    @Override
    void body(CompoundFile opened, Reading reading) throws IOException {
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
