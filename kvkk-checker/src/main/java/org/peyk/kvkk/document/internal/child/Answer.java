package org.peyk.kvkk.document.internal.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.document.Span;

/** Values that come back from the other process, which a file may have taken over: all of them together are no more than the reading may give. */
final class Answer {
    /** Names, places and links come on top of the text. */
    private static final long SLACK = 1 << 20;

    /** Text comes as segments and as blocks, in up to three bytes a character, with its place. */
    private static final int BYTES_A_CHARACTER = 16;

    private static final int FIELD = 4;

    private final DataInputStream in;
    private long left;

    Answer(DataInputStream in, long outputChars) {
        this.in = in;
        this.left = outputChars > (Long.MAX_VALUE - SLACK) / BYTES_A_CHARACTER
                ? Long.MAX_VALUE
                : outputChars * BYTES_A_CHARACTER + SLACK;
    }

    private void take(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("more than the reading may give");
        }
    }

    int kind() throws IOException {
        return in.read();
    }

    int integer() throws IOException {
        take(FIELD);
        return in.readInt();
    }

    long number() throws IOException {
        take(2 * FIELD);
        return in.readLong();
    }

    boolean flag() throws IOException {
        take(1);
        return in.readBoolean();
    }

    @Nullable
    String textOrNull() throws IOException {
        int length = integer();
        if (length < 0) {
            return null;
        }
        take(length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String text() throws IOException {
        String text = textOrNull();
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    int count() throws IOException {
        int count = integer();
        if (count < 0) {
            throw new IOException("not a count");
        }
        return count;
    }

    List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int more = count(); more > 0; more--) {
            texts.add(text());
        }
        return texts;
    }

    List<Span> spans() throws IOException {
        List<Span> spans = new ArrayList<>();
        for (int more = count(); more > 0; more--) {
            spans.add(new Span(text(), textOrNull(), flag(), flag()));
        }
        return spans;
    }
}
