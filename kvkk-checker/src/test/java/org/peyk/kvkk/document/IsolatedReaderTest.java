package org.peyk.kvkk.document;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.ByteSource;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class IsolatedReaderTest {

    /** Takes all memory it can get, as a broken parser would. */
    public static final class Greedy implements DocumentReader {
        @Override
        public boolean accepts(DocumentInput input) {
            return true;
        }

        @Override
        public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) {
            handler.segment(Segment.of("önce", Place.inFile(input.fileName(), java.util.List.of("satır 1"), false)));
            for (int i = 0; i < 20_000; i++) {
                handler.segment(
                        Segment.of("x".repeat(100), Place.inFile(input.fileName(), java.util.List.of("y"), true)));
            }
            long[][] memory = new long[100_000][];
            for (int i = 0; i < memory.length; i++) {
                memory[i] = new long[1_000_000];
            }
        }
    }

    /** Never ends. */
    public static final class Endless implements DocumentReader {
        @Override
        public boolean accepts(DocumentInput input) {
            return true;
        }

        @Override
        public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) {
            while (input.fileName() != null) {
                Thread.onSpinWait();
            }
        }
    }

    /** Fails as a reader with a mistake would. */
    public static final class Failing implements DocumentReader {
        @Override
        public boolean accepts(DocumentInput input) {
            return true;
        }

        @Override
        public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) {
            handler.segment(Segment.of("önce", Place.inFile(input.fileName(), java.util.List.of("satır 1"), false)));
            throw new IllegalStateException("gizli");
        }
    }

    private static DocumentReading read(DocumentReader reader, String name, byte[] bytes, ReadLimits limits)
            throws Exception {
        DocumentReading.Collector collector = new DocumentReading.Collector();
        DocumentInput input = new DocumentInput(name, "", ByteSource.of(bytes));
        assertThat(reader.accepts(input)).isTrue();
        reader.read(input, limits, collector);
        return collector.reading();
    }

    @ParameterizedTest
    @ValueSource(strings = {"davet.pdf", "davet.docx", "yerlestirme.xls", "davet.doc"})
    void theReadingIsTheSameAsInTheOwnProcess(String name) throws Exception {
        DocumentReader inner = DocumentReaders.standard().readers().stream()
                .filter(r -> accepts(r, name))
                .findFirst()
                .orElseThrow();
        DocumentReading isolated =
                read(IsolatedReader.around(inner, 128), name, Documents.resource(name), ReadLimits.DEFAULT);
        assertThat(isolated).isEqualTo(Documents.readResource(name));
    }

    private static boolean accepts(DocumentReader reader, String name) {
        try {
            return reader.accepts(new DocumentInput(name, "", ByteSource.of(Documents.resource(name))));
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"davet.pdf", "yerlestirme.xls", "davet.doc"})
    void byDefaultTheFormatsThatTakeMemoryAreIsolated(String name) throws Exception {
        IsolatedReader reader = IsolatedReader.builder().atOnce(1).build();
        assertThat(read(reader, name, Documents.resource(name), ReadLimits.DEFAULT))
                .isEqualTo(Documents.readResource(name));
        assertThat(accepts(reader, "davet.docx")).isFalse();
    }

    @Test
    void noMoreProcessesAreAtWorkThanAllowed() throws Exception {
        IsolatedReader one = IsolatedReader.builder()
                .readers(new Endless())
                .heapMegabytes(64)
                .atOnce(1)
                .build();
        ReadLimits hurried = new ReadLimits(1_000, 1_000, 10, 10, 3, 100, Duration.ofMillis(1));
        CompletableFuture<DocumentReading> first = CompletableFuture.supplyAsync(() -> unchecked(one, hurried));
        CompletableFuture<DocumentReading> second = CompletableFuture.supplyAsync(() -> unchecked(one, hurried));
        CompletableFuture<Object> any = CompletableFuture.anyOf(first, second);
        any.get();
        // the other one had to wait for this one to end, which takes the whole of its time
        assertThat(first.isDone() && second.isDone()).isFalse();
        assertThat(first.get().complete() || second.get().complete()).isFalse();
    }

    private static DocumentReading unchecked(DocumentReader reader, ReadLimits limits) {
        try {
            DocumentReading.Collector collector = new DocumentReading.Collector();
            reader.read(new DocumentInput("a.bin", "", ByteSource.of(new byte[] {1})), limits, collector);
            return collector.reading();
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void wrongSettingsAreNamedAtOnce() {
        IsolatedReader.Builder wrong =
                IsolatedReader.builder().readers().heapMegabytes(1).atOnce(0).classPath(" ");
        assertThatThrownBy(wrong::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("readers", "heapMegabytes", "atOnce", "classPath");
    }

    @Test
    void aFileLargerThanAllowedSaysSo() throws Exception {
        ReadLimits small = new ReadLimits(1_000, 1_000, 10, 10, 3, 100, Duration.ofSeconds(10));
        DocumentReading reading =
                read(IsolatedReader.around(new PdfReader(), 128), "a.pdf", Documents.resource("davet.pdf"), small);
        assertThat(Documents.notes(reading)).contains(Kind.LIMIT_REACHED);
    }

    @Test
    void aReaderThatTakesAllMemoryTakesOnlyThatOfItsProcess() throws Exception {
        DocumentReading reading =
                read(IsolatedReader.around(new Greedy(), 64), "a.bin", new byte[] {1}, ReadLimits.DEFAULT);
        assertThat(Documents.notes(reading)).containsExactly(Kind.LIMIT_REACHED);
        assertThat(Documents.texts(reading)).contains("önce");
    }

    @Test
    void aReaderThatNeverEndsIsEnded() throws Exception {
        ReadLimits hurried = new ReadLimits(1_000, 1_000, 10, 10, 3, 100, Duration.ofMillis(1));
        DocumentReading reading = read(IsolatedReader.around(new Endless(), 64), "a.bin", new byte[] {1}, hurried);
        assertThat(reading.complete()).isFalse();
    }

    @Test
    void aProcessThatCannotStartIsNoPass() throws Exception {
        DocumentReader nowhere = IsolatedReader.around(new PdfReader(), 64, "yok.jar");
        DocumentReading reading = read(nowhere, "a.pdf", Documents.resource("davet.pdf"), ReadLimits.DEFAULT);
        assertThat(Documents.notes(reading)).containsExactly(Kind.DAMAGED);
        assertThatThrownBy(() -> IsolatedReader.around(new PdfReader(), 8))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReaderThatFailsSaysSoAndKeepsWhatItRead() throws Exception {
        DocumentReading reading =
                read(IsolatedReader.around(new Failing(), 64), "a.bin", new byte[] {1}, ReadLimits.DEFAULT);
        assertThat(Documents.notes(reading)).containsExactly(Kind.DAMAGED);
        assertThat(Documents.texts(reading)).containsExactly("önce");
    }
}
