package org.peyk.kvkk.document.internal.ooxml;

import java.io.IOException;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Reading;

/** What the Office Open XML formats have in common: a package with properties, a body, and parts that may hold anything. */
public abstract class OoxmlFormat implements Format {

    private final String mediaType;
    private final OoxmlType type;

    /** Takes how documents of the format are named and known. */
    protected OoxmlFormat(String mediaType, OoxmlType type) {
        this.mediaType = mediaType;
        this.type = type;
    }

    /** Reads what the format keeps as its text. */
    protected abstract void body(OoxmlPackage file, Reading reading);

    @Override
    public final boolean recognises(FileHead head) throws IOException {
        return type.is(head);
    }

    @Override
    public final String mediaType() {
        return mediaType;
    }

    @Override
    public final boolean needsWholeFile() {
        return true;
    }

    @Override
    public final void read(FileBytes file, Reading reading) {
        OoxmlPackage opened = OoxmlPackage.open(file.bytes(), reading);
        DocumentProperties properties = DocumentProperties.of(opened, reading);
        reading.info(mediaType, properties.title());
        body(opened, reading);
        properties.write();
        OtherParts.read(opened, reading);
    }
}
