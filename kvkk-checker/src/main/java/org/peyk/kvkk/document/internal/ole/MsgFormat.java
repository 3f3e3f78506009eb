package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** Mails as Outlook saves them (MS-OXMSG). */
public final class MsgFormat implements Format {
    private static final String PROPERTIES = "__properties_version1.0";

    @Override
    public boolean recognises(FileHead head) throws IOException {
        if (!head.startsWith(CompoundFile.MAGIC)) {
            return false;
        }
        try {
            return new CompoundFile(head.all()).root().children().containsKey(PROPERTIES);
        } catch (IOException e) {
            // another kind, or too damaged to tell
            return false;
        }
    }

    @Override
    public String mediaType() {
        return "application/vnd.ms-outlook";
    }

    @Override
    public boolean needsWholeFile() {
        return true;
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        CompoundFile opened = new CompoundFile(file.bytes());
        OutlookMail mail = new OutlookMail(opened, reading);
        reading.info(mediaType(), mail.subject(opened.root()));
        mail.read(opened.root(), 0);
        if (opened.cutShort()) {
            reading.note(Kind.DAMAGED, Notes.CUT_SHORT);
        }
    }
}
