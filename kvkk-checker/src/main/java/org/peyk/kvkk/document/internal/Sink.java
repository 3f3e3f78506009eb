package org.peyk.kvkk.document.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;

/**
 * The handler of a reading, with its own failures kept apart from those of the parser: what a handler throws has to reach its caller, even
 * through a parser that swallows exceptions.
 */
final class Sink {
    /** A file may be broken in a thousand places; a person reads a few notes. */
    private static final int MOST_NOTES = 50;

    private final ReadingHandler handler;
    private final Set<ReadingNote> notes = new HashSet<>();
    private boolean informed;
    private @Nullable Throwable failure;

    Sink(ReadingHandler handler) {
        this.handler = handler;
    }

    void send(Consumer<ReadingHandler> call) {
        rethrowFailure();
        try {
            call.accept(handler);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    void note(ReadingNote note) {
        if (notes.size() < MOST_NOTES && notes.add(note)) {
            send(h -> h.note(note));
        }
    }

    boolean informed() {
        boolean before = informed;
        informed = true;
        return before;
    }

    void rethrowFailure() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
