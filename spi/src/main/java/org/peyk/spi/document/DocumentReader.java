package org.peyk.spi.document;

import java.io.IOException;
import org.peyk.spi.Plugin;

/**
 * Reads one kind of document: what a reader sees (blocks) and all text that is in the file (segments).
 *
 * <p><b>When.</b> For ready documents that become a mail's text, and for attachments before the checks. <b>Thread.</b> The caller's; several
 * files at once. <b>Limits.</b> Kept by the reader; reaching one is a note, and what was read stays. <b>Errors.</b> A {@link
 * DocumentException} says that nothing could be read; the library turns it into a note, so that it becomes a finding. A hostile file must
 * end within its limits.
 */
public interface DocumentReader extends Plugin {

    /**
     * Whether this reader knows the file, by its content first. Readers are asked in the order of registration and the first that answers
     * true reads.
     *
     * @param input the file
     * @return whether to read it
     * @throws IOException when the file cannot be opened
     */
    boolean accepts(DocumentInput input) throws IOException;

    /**
     * Reads the file.
     *
     * @param input the file
     * @param limits the bounds
     * @param handler takes what is found
     * @throws DocumentException when nothing can be read
     * @throws IOException when the file cannot be opened
     */
    void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) throws DocumentException, IOException;
}
