package org.peyk.smtp.internal.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A connection can no longer be used. Says why in words without personal data; keeps the reply that said so, if there was one. */
final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Kind {
        /** The other side closed. */
        CLOSED,
        /** Reset, or unreachable. */
        BROKEN,
        /** No complete reply in time. */
        TIMEOUT,
        /** A reply longer than any real one. */
        TOO_LONG,
        /** Bytes that are no reply, or a reply where none belongs. */
        GARBAGE,
        /** A 421 that nobody had asked for. */
        SHUTTING_DOWN,
        /** Cut by us: the thread was asked to stop, or the session was closed. */
        STOPPED,
        /** Cut by us: the other side took too long to take what we wrote. */
        WRITE_TIMEOUT
    }

    private final Kind kind;
    private final transient @Nullable Reply reply;

    LinkException(Kind kind, String text) {
        this(kind, text, null, null);
    }

    LinkException(Kind kind, String text, @Nullable Reply reply, @Nullable Throwable cause) {
        super(text, cause);
        this.kind = kind;
        this.reply = reply;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Reply reply() {
        return reply;
    }
}
