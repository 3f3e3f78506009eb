package org.peyk.kvkk.document.internal.zip;

import java.util.List;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Span;

/** Archives (ZIP). Asked behind every format that is a zip itself. */
public final class ZipFormat implements Format {
    private static final String MEDIA_TYPE = "application/zip";

    @Override
    public boolean recognises(FileHead head) {
        return head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006");
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public boolean needsWholeFile() {
        return true;
    }

    @Override
    public void read(FileBytes file, Reading reading) {
        reading.info(MEDIA_TYPE, null);
        OoxmlPackage opened = OoxmlPackage.open(file.bytes(), reading);
        List<String> names = opened.originalNames();
        if (!names.isEmpty()) {
            // what whoever opens it sees
            reading.block(new Block.ItemList(
                    false, names.stream().map(n -> List.of(Span.of(n))).toList()));
        }
        for (String name : names) {
            reading.property(name, false, List.of("dosya adı"));
            byte[] bytes = opened.bytes(name);
            if (bytes.length > 0) {
                reading.carried(name, bytes);
            } else {
                reading.note(Kind.NO_TEXT, Notes.EMPTY);
            }
        }
    }
}
