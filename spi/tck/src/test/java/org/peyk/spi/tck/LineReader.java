package org.peyk.spi.tck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;

/**
 * Reads a small format: a first line that names it, one piece a line ({@code P} paragraph, {@code H} hidden, {@code R} row), and a last line
 * without which it is damaged. Right in everything, but for one defect.
 */
final class LineReader implements DocumentReader {
    static final String FIRST = "SATIRLAR 1";
    static final String LAST = "SON";

    private final ReaderDefect defect;
    private final AtomicInteger readings = new AtomicInteger();

    LineReader(ReaderDefect defect) {
        this.defect = defect;
    }

    private boolean is(ReaderDefect other) {
        return defect == other;
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("lines", is(ReaderDefect.INFO_CHANGES) ? "" + System.nanoTime() : "1");
    }

    @Override
    @SuppressWarnings("resource")
    public boolean accepts(DocumentInput input) throws IOException {
        if (is(ReaderDefect.ACCEPTS_NOTHING)) {
            return false;
        }
        if (is(ReaderDefect.TRUSTS_THE_NAME) && input.fileName().endsWith(".satir")) {
            return true;
        }
        byte[] head = is(ReaderDefect.LEAVES_THE_HEAD_OPEN)
                ? input.bytes().open().readNBytes(FIRST.length())
                : input.head(FIRST.length());
        return new String(head, StandardCharsets.UTF_8).equals(FIRST);
    }

    @Override
    public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler)
            throws DocumentException, IOException {
        handler.info(DocumentInfo.of("text/x-satir"));
        if (is(ReaderDefect.TELLS_ITS_INFORMATION_TWICE)) {
            handler.info(DocumentInfo.of("text/x-satir"));
        }
        if (is(ReaderDefect.ALWAYS_DOUBTS)) {
            note(handler, ReadingNote.Kind.DAMAGED);
        }
        long most = is(ReaderDefect.SIZE_LIMIT_IS_ONE_TOO_SMALL) ? limits.inputBytes() - 1 : limits.inputBytes();
        if (input.bytes().size() > most && !is(ReaderDefect.ANY_SIZE)) {
            limit(handler);
            return;
        }
        InputStream in = input.bytes().open();
        boolean closes = !is(ReaderDefect.LEAVES_STREAMS_OPEN);
        try (Reader reader = new InputStreamReader(closes ? in : open(in), StandardCharsets.UTF_8)) {
            lines(new BufferedReader(reader), new LineSink(defect, input.fileName(), limits, handler), handler);
        } catch (IOException e) {
            if (!is(ReaderDefect.READS_ON_WITHOUT_BYTES)) {
                throw e;
            }
        } catch (IllegalStateException e) {
            if (is(ReaderDefect.WRAPS_THE_HANDLERS_EXCEPTION)) {
                throw damaged("the handler failed");
            }
            throw e;
        }
        if (is(ReaderDefect.COUNTS_ITS_READINGS)) {
            handler.note(new ReadingNote(
                    ReadingNote.Kind.REMARK, LocalizedText.of("Okuma", "Reading " + readings.incrementAndGet())));
        }
    }

    /** The same stream, that a close does not reach. */
    private static InputStream open(InputStream in) {
        return new java.io.FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }

    private void lines(BufferedReader reader, LineSink sink, ReadingHandler handler)
            throws IOException, DocumentException {
        String first = reader.readLine();
        if (first == null && is(ReaderDefect.PASSES_AN_EMPTY_FILE)) {
            return;
        }
        if (first == null || !first.equals(FIRST)) {
            throw damaged("");
        }
        String good = "";
        String line = reader.readLine();
        while (line != null && !line.equals(LAST)) {
            if (sink.over()) {
                limit(handler);
                return;
            }
            if (is(ReaderDefect.FOLDS_BY_THE_MACHINES_LANGUAGE)) {
                line = line.substring(0, 1) + line.substring(1).toUpperCase(Locale.getDefault());
            }
            if (!sink.take(line)) {
                throw damaged(good);
            }
            good = line;
            line = reader.readLine();
        }
        if (sink.over()) {
            limit(handler);
        } else if (line == null || reader.readLine() != null) {
            incomplete(handler, line);
        }
    }

    private void incomplete(ReadingHandler handler, @Nullable String last) throws DocumentException {
        if (is(ReaderDefect.LOOPS_AT_DAMAGE)) {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        }
        if (is(ReaderDefect.THROWS_AT_DAMAGE)) {
            throw new AssertionError("damaged " + last);
        }
        if (!is(ReaderDefect.IGNORES_THE_END)) {
            note(handler, ReadingNote.Kind.DAMAGED);
        }
    }

    private void limit(ReadingHandler handler) throws DocumentException {
        if (is(ReaderDefect.LIMIT_IS_A_FAILURE)) {
            throw damaged("");
        }
        note(handler, ReadingNote.Kind.LIMIT_REACHED);
    }

    private static void note(ReadingHandler handler, ReadingNote.Kind kind) {
        handler.note(
                new ReadingNote(kind, LocalizedText.of("Dosya tam okunamadı.", "The file was not read to its end.")));
    }

    private DocumentException damaged(String line) {
        String shown = is(ReaderDefect.FAILURES_REPEAT_TEXT) ? line : "";
        return new DocumentException(
                "LINES-DAMAGED", LocalizedText.of("Dosya bozuk. " + shown, "The file is damaged. " + shown), null);
    }
}
