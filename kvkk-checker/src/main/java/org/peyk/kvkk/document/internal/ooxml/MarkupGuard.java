package org.peyk.kvkk.document.internal.ooxml;

import java.io.IOException;
import java.io.Reader;
import org.peyk.kvkk.document.internal.Reading;

/**
 * Watches XML on its way to the parser. The parser keeps a tag, comment or instruction in memory as a whole, however long, and would look
 * at document type definitions; both end here.
 */
final class MarkupGuard extends Reader {
    private static final int LONGEST = 1_000_000;

    private enum State {
        TEXT,
        TAG,
        QUOTED,
        APOSTROPHED,
        DECLARATION,
        COMMENT,
        DATA,
        INSTRUCTION
    }

    private final Reader in;
    private final Reading reading;
    private State state = State.TEXT;
    private long length;
    private char before;
    private char beforeThat;

    MarkupGuard(Reader in, Reading reading) {
        this.in = in;
        this.reading = reading;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        reading.tick();
        int n = in.read(target, offset, count);
        for (int i = 0; i < n; i++) {
            next(target[offset + i]);
        }
        return n;
    }

    private void next(char c) throws IOException {
        length++;
        switch (state) {
            case TEXT -> {
                if (c == '<') {
                    enter(State.TAG);
                }
            }
            case TAG -> inTag(c);
            case QUOTED -> {
                if (c == '"') {
                    state = State.TAG;
                }
            }
            case APOSTROPHED -> {
                if (c == '\'') {
                    state = State.TAG;
                }
            }
            case DECLARATION -> {
                // behind "<!" only a comment or character data is allowed
                if (length == 3 && c == '-') {
                    state = State.COMMENT;
                } else if (length == 3 && c == '[') {
                    state = State.DATA;
                } else {
                    throw new RefusedXml();
                }
            }
            case COMMENT -> {
                if (c == '>' && before == '-' && beforeThat == '-' && length > 6) {
                    enter(State.TEXT);
                }
            }
            case DATA -> {
                if (c == '>' && before == ']' && beforeThat == ']') {
                    enter(State.TEXT);
                }
            }
            case INSTRUCTION -> {
                if (c == '>' && before == '?') {
                    enter(State.TEXT);
                }
            }
        }
        if (length > LONGEST && state != State.TEXT) {
            throw reading.tooComplex("XML");
        }
        beforeThat = before;
        before = c;
    }

    private void inTag(char c) {
        if (length == 2 && c == '!') {
            state = State.DECLARATION;
        } else if (length == 2 && c == '?') {
            state = State.INSTRUCTION;
        } else if (c == '"') {
            state = State.QUOTED;
        } else if (c == '\'') {
            state = State.APOSTROPHED;
        } else if (c == '>') {
            enter(State.TEXT);
        }
    }

    private void enter(State next) {
        state = next;
        length = 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
