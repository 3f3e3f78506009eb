package org.peyk.kvkk.document.internal.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.Span;

/** Values on the way between two processes. A length that makes no sense ends the conversation instead of taking memory. */
final class Wire {
    private static final int LONGEST_NAME = 1 << 20;

    private Wire() {}

    static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** A text of a question, in which names alone stand. */
    static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_NAME) {
            throw new IOException("not the length of a name");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    static void spans(DataOutputStream out, List<Span> spans) throws IOException {
        out.writeInt(spans.size());
        for (Span span : spans) {
            text(out, span.text());
            text(out, span.link());
            out.writeBoolean(span.bold());
            out.writeBoolean(span.italic());
        }
    }

    static void limits(DataOutputStream out, ReadLimits limits) throws IOException {
        out.writeLong(limits.inputBytes());
        out.writeLong(limits.outputChars());
        out.writeInt(limits.pages());
        out.writeLong(limits.rows());
        out.writeInt(limits.nesting());
        out.writeInt(limits.ratio());
        out.writeLong(limits.time().toMillis());
    }

    static ReadLimits limits(DataInputStream in) throws IOException {
        return new ReadLimits(
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                Duration.ofMillis(in.readLong()));
    }
}
