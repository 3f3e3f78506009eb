package org.peyk.kvkk.document.internal.rtf;

import java.io.IOException;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Reading;

/** Rich Text Format, as WordPad, Word and mail programs write it. */
public final class RtfFormat implements Format {

    @Override
    public boolean recognises(FileHead head) {
        return head.startsWith("{\\rtf");
    }

    @Override
    public String mediaType() {
        return "application/rtf";
    }

    @Override
    public boolean needsWholeFile() {
        return false;
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        reading.info(mediaType(), null);
        new RtfText(file.bytes(), reading).read();
    }
}
