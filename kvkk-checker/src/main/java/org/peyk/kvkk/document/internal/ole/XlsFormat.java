package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** Excel workbooks as versions 97 to 2003 save them (MS-XLS, BIFF8). Those of older versions are known and not read. */
public final class XlsFormat implements Format {
    private static final String WORKBOOK = "Workbook";

    @Override
    public boolean recognises(FileHead head) throws IOException {
        if (!head.startsWith(CompoundFile.MAGIC)) {
            return false;
        }
        try {
            CompoundFile file = new CompoundFile(head.all());
            return file.root().children().containsKey(WORKBOOK)
                    || file.root().children().containsKey("Book");
        } catch (IOException e) {
            // another kind, or too damaged to tell
            return false;
        }
    }

    @Override
    public String mediaType() {
        return "application/vnd.ms-excel";
    }

    @Override
    public boolean needsWholeFile() {
        return true;
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        reading.info(mediaType(), null);
        CompoundFile opened = new CompoundFile(file.bytes());
        byte[] workbook = opened.stream(opened.root(), WORKBOOK);
        if (workbook == null) {
            reading.note(Kind.UNKNOWN_TYPE, Notes.UNKNOWN_TYPE);
            return;
        }
        reading.unpacked(workbook.length);
        new BiffWorkbook(workbook, reading).read();
        if (opened.cutShort()) {
            reading.note(Kind.DAMAGED, Notes.CUT_SHORT);
        }
        if (opened.root().children().containsKey("_VBA_PROJECT_CUR")) {
            reading.note(Kind.UNKNOWN_TYPE, Notes.MACROS);
        }
    }
}
