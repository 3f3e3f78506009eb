package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** Excel workbooks as versions 97 to 2003 save them (MS-XLS, BIFF8). Those of older versions are known and not read. */
public final class XlsFormat extends OleFormat {
    private static final String WORKBOOK = "Workbook";

    /** Makes the format. */
    public XlsFormat() {
        super("application/vnd.ms-excel", WORKBOOK, "Book");
    }

    @Override
    void body(CompoundFile opened, Reading reading) throws IOException {
        byte[] workbook = opened.stream(opened.root(), WORKBOOK);
        if (workbook == null) {
            reading.note(Kind.UNKNOWN_TYPE, Notes.UNKNOWN_TYPE);
            return;
        }
        reading.unpacked(workbook.length);
        new BiffWorkbook(workbook, reading).read();
        if (opened.root().children().containsKey("_VBA_PROJECT_CUR")) {
            reading.note(Kind.UNKNOWN_TYPE, Notes.MACROS);
        }
    }
}
