package org.peyk.kvkk.document.internal;

import java.io.IOException;

/** One kind of file: how to know it and how to read it. Without state, so that several threads may read at once. */
public interface Format {

    /**
     * Whether a file is of this kind, by its content first; the name only helps where content cannot tell, as with plain text.
     *
     * @param head the beginning of the file
     * @return whether to read it
     * @throws IOException when the file cannot be opened
     */
    boolean recognises(FileHead head) throws IOException;

    /**
     * The media type of its files, for one of which nothing more is known.
     *
     * @return a media type
     */
    String mediaType();

    /**
     * Whether the format is useless without its last byte, as archives are, whose directory stands at the end.
     *
     * @return true when a file that is larger than allowed is not read at all
     */
    boolean needsWholeFile();

    /**
     * Reads a file. Damage of a part is noted and the rest read; what is thrown is noted by the caller as damage of the whole.
     *
     * @param file the file
     * @param reading takes what is found and keeps the bounds
     * @throws IOException when the file is damaged
     */
    void read(FileBytes file, Reading reading) throws IOException;
}
