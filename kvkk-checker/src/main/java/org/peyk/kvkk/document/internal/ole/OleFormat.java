package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** What the formats of Office 97 to 2003 have in common: a compound file that is known by a stream of it, with properties. */
abstract class OleFormat implements Format {

    private final String mediaType;
    private final Set<String> knownBy;

    /** Takes how files of the format are named, and streams of which one tells them from others. */
    OleFormat(String mediaType, String... knownBy) {
        this.mediaType = mediaType;
        this.knownBy = Set.of(knownBy);
    }

    /** Reads what the format keeps as its text. */
    abstract void body(CompoundFile file, Reading reading) throws IOException;

    /** What the file is called, when its properties do not say so. */
    @Nullable
    String title(CompoundFile file, Reading reading) throws IOException {
        return null;
    }

    @Override
    public final boolean recognises(FileHead head) throws IOException {
        if (!head.startsWith(CompoundFile.MAGIC)) {
            return false;
        }
        try {
            CompoundFile file = new CompoundFile(head.all());
            return knownBy.stream().anyMatch(file.root().children()::containsKey);
        } catch (IOException e) {
            // another kind, or too damaged to tell
            return false;
        }
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
    public final void read(FileBytes file, Reading reading) throws IOException {
        CompoundFile opened = new CompoundFile(file.bytes());
        PropertySets properties = PropertySets.of(opened, reading);
        String title = properties.title();
        reading.info(mediaType, title == null ? title(opened, reading) : title);
        body(opened, reading);
        properties.write();
        if (opened.cutShort()) {
            reading.note(Kind.DAMAGED, Notes.CUT_SHORT);
        }
    }
}
