package org.peyk.spi.tck;

import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Segment;

/** A handler that has enough after the first piece of text. */
final class Enough implements ReadingHandler {
    private final RuntimeException exception = new IllegalStateException("enough");
    private int calls;

    @Override
    public void info(DocumentInfo info) {}

    @Override
    public void note(ReadingNote note) {}

    @Override
    public void block(Block block) {
        stop();
    }

    @Override
    public void segment(Segment segment) {
        stop();
    }

    private void stop() {
        calls++;
        throw exception;
    }

    RuntimeException exception() {
        return exception;
    }

    int calls() {
        return calls;
    }
}
