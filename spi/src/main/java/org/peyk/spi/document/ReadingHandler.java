package org.peyk.spi.document;

/**
 * Takes what a reader finds, as it finds it. Called on the reader's thread, in reading order; an exception thrown here ends the reading and
 * reaches its caller.
 */
public interface ReadingHandler {

    /**
     * What the document says about itself; at most once.
     *
     * @param info the information
     */
    void info(DocumentInfo info);

    /**
     * The next visible block.
     *
     * @param block the block
     */
    void block(Block block);

    /**
     * The next piece of text, visible or hidden. Visible text comes both as a block and as segments.
     *
     * @param segment the piece
     */
    void segment(Segment segment);

    /**
     * Something the reading did not do as hoped.
     *
     * @param note the note
     */
    void note(ReadingNote note);
}
