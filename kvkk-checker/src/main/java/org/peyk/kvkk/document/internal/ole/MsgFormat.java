package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import org.peyk.kvkk.document.internal.Reading;

/** Mails as Outlook saves them (MS-OXMSG). */
public final class MsgFormat extends OleFormat {

    /** Makes the format. */
    public MsgFormat() {
        super("application/vnd.ms-outlook", "__properties_version1.0");
    }

    @Override
    String title(CompoundFile file, Reading reading) throws IOException {
        return new OutlookMail(file, reading).subject(file.root());
    }

    @Override
    void body(CompoundFile file, Reading reading) throws IOException {
        new OutlookMail(file, reading).read(file.root(), 0);
    }
}
