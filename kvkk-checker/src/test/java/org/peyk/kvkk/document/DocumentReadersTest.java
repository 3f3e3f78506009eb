package org.peyk.kvkk.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.readResource;
import static org.peyk.kvkk.document.Documents.resource;

class DocumentReadersTest {

    @ParameterizedTest
    @CsvSource({
        "davet.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "yerlestirme.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "yerlestirme-calc.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "davet.pdf, application/pdf",
    })
    void theContentDecidesAndNotTheName(String file, String mediaType) {
        for (String name : List.of(file, "duyuru.txt", "liste.csv", "sayfa.html", "x.exe", "")) {
            DocumentReading reading = read(name, resource(file));
            assertThat(reading.info().mediaType()).isEqualTo(mediaType);
            assertThat(reading.complete()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>a",
                "  \n<HTML><body>a",
                "<!-- a --><!-- b --><html>",
                "<?xml version=\"1.0\"?><html xmlns='x'>a</html>",
                "<div>a</div>"
            })
    void htmlIsKnownByItsFirstTag(String text) {
        assertThat(read("a.txt", text).info().mediaType()).isEqualTo("text/html");
    }

    @Test
    void aProgramCalledPdfIsUnknown() {
        DocumentReading reading = read(
                "fatura.pdf", "MZ\u0090\u0000\u0003 %PDF-1.4 bu bir program".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(notes(reading)).containsExactly(Kind.UNKNOWN_TYPE);
        assertThat(reading.complete()).isFalse();
        assertThat(reading.segments()).isEmpty();
    }

    @Test
    void filesOfOtherKindsAreUnknown() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        byte[] oldWord = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
        };
        for (byte[] bytes : List.of(png, oldWord)) {
            assertThat(notes(read("a.docx", bytes))).containsExactly(Kind.UNKNOWN_TYPE);
        }
        assertThat(notes(read("a.txt", "%!PS-Adobe-3.0\nshowpage\n"))).containsExactly(Kind.UNKNOWN_TYPE);
        assertThat(notes(read("a.txt", "a\u0000b"))).containsExactly(Kind.UNKNOWN_TYPE);
    }

    @Test
    void aPdfBehindOtherBytesIsReadAndNotTrusted() {
        byte[] pdf = resource("davet.pdf");
        byte[] polyglot = new byte[pdf.length + 6];
        System.arraycopy(Documents.bytes("GIF89a"), 0, polyglot, 0, 6);
        System.arraycopy(pdf, 0, polyglot, 6, pdf.length);
        DocumentReading reading = read("a.pdf", polyglot);
        assertThat(notes(reading)).contains(Kind.DAMAGED);
        assertThat(reading.visibleText()).contains("Bahar Semineri");
    }

    @Test
    void anOfficeFileBehindAPasswordIsEncrypted() {
        byte[] file = new byte[4096];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                file,
                0,
                8);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 512 + 3 * 128, name.length);
        DocumentReading reading = read("liste.xlsx", file);
        assertThat(notes(reading)).containsExactly(Kind.ENCRYPTED);
        assertThat(reading.complete()).isFalse();
    }

    @Test
    void theServiceLoaderFindsTheReadersInTheirOrder() {
        List<Class<?>> found = new ArrayList<>();
        ServiceLoader.load(DocumentReader.class).forEach(r -> found.add(r.getClass()));
        List<Class<?>> standard = new ArrayList<>();
        DocumentReaders.standard().readers().forEach(r -> standard.add(r.getClass()));
        assertThat(found).isEqualTo(standard).hasSize(17);
    }

    @Test
    void aReaderOfOnesOwnIsAskedFirst() {
        DocumentReaders readers = DocumentReaders.standard().withFirst(new Own(null));
        DocumentReading reading =
                readers.read(new DocumentInput("a.txt", "", ByteSource.of(new byte[] {'a'})), ReadLimits.DEFAULT);
        assertThat(reading.info().mediaType()).isEqualTo("application/own");
        assertThat(DocumentReaders.standard().readers()).noneMatch(Own.class::isInstance);
    }

    @Test
    void whatAReaderThrowsBecomesANote() {
        LocalizedText text = LocalizedText.of("Okunamadı.", "Could not be read.");
        for (Exception e : List.of(
                new DocumentException("X-1", text, null),
                new IllegalStateException("10000000146"),
                new IOException("disk"))) {
            DocumentReading reading = DocumentReaders.standard()
                    .withFirst(new Own(e))
                    .read(new DocumentInput("a", "", ByteSource.of(new byte[0])), ReadLimits.DEFAULT);
            assertThat(notes(reading)).containsExactly(Kind.DAMAGED);
            assertThat(reading.notes().toString()).doesNotContain("10000000146");
        }
    }

    @Test
    void aFileThatCannotBeOpenedIsNoted() {
        ByteSource gone = new ByteSource() {
            @Override
            public long size() {
                return 10;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone");
            }
        };
        DocumentReading reading =
                DocumentReaders.standard().read(new DocumentInput("a.pdf", "", gone), ReadLimits.DEFAULT);
        assertThat(notes(reading)).containsExactly(Kind.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"davet.docx", "yerlestirme.xlsx", "davet.pdf"})
    void whatTheHandlerThrowsReachesTheCaller(String file) throws IOException {
        DocumentInput input = new DocumentInput(file, "", ByteSource.of(resource(file)));
        DocumentReader reader = DocumentReaders.standard().readers().stream()
                .filter(r -> accepts(r, input))
                .findFirst()
                .orElseThrow();
        for (int after : new int[] {0, 1, 5}) {
            assertThatThrownBy(() -> reader.read(input, ReadLimits.DEFAULT, new Throwing(after)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("enough");
        }
    }

    private static boolean accepts(DocumentReader reader, DocumentInput input) {
        try {
            return reader.accepts(input);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void severalThreadsReadAtOnce() throws Exception {
        List<String> files = List.of("davet.docx", "burs.docx", "yerlestirme.xlsx", "davet.pdf");
        List<DocumentReading> expected =
                files.stream().map(Documents::readResource).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<DocumentReading>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String file = files.get(i % files.size());
                tasks.add(() -> readResource(file));
            }
            List<Future<DocumentReading>> done = threads.invokeAll(tasks);
            for (int i = 0; i < done.size(); i++) {
                assertThat(done.get(i).get()).isEqualTo(expected.get(i % files.size()));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void noteTextsNeverQuoteTheFile() {
        assertThat(readResource("davet.docx").toString())
                .doesNotContain("10000000146")
                .doesNotContain("Ayşe");
    }

    private static final class Own implements DocumentReader {
        private final Exception failure;

        Own(Exception failure) {
            this.failure = failure;
        }

        @Override
        public boolean accepts(DocumentInput input) {
            return true;
        }

        @Override
        public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler)
                throws DocumentException, IOException {
            if (failure instanceof DocumentException e) {
                throw e;
            } else if (failure instanceof IOException e) {
                throw e;
            } else if (failure instanceof RuntimeException e) {
                throw e;
            }
            handler.info(DocumentInfo.of("application/own"));
        }
    }

    private static final class Throwing implements ReadingHandler {
        private int left;

        Throwing(int after) {
            this.left = after;
        }

        private void count() {
            if (left-- == 0) {
                throw new UnsupportedOperationException("enough");
            }
        }

        @Override
        public void info(DocumentInfo info) {
            count();
        }

        @Override
        public void block(Block block) {
            count();
        }

        @Override
        public void segment(Segment segment) {
            count();
        }

        @Override
        public void note(ReadingNote note) {
            count();
        }
    }
}
