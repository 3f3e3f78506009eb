package org.peyk.kvkk.document;

import java.util.List;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.ReadingNote;

/**
 * A copy of a file in which what the scanner found is blackened.
 *
 * @param mediaType the kind of file, the same as that of the original
 * @param bytes the copy; the original itself when nothing had to be blackened
 * @param places how many texts of the file (paragraphs, cells, notes, properties) were changed; 0 when nothing had to be
 * @param notes what a person has to look at: pictures, whose text nobody looked for
 */
public record RedactedCopy(String mediaType, ByteSource bytes, int places, List<ReadingNote> notes) {
    /** Copies the notes. */
    public RedactedCopy {
        notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "RedactedCopy[" + mediaType + ", " + places + " places]";
    }
}
