package org.peyk.spi.tck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Segment;
import org.peyk.spi.document.Span;

class DocumentReaderContractTest {

    @Nested
    class AReaderThatKnowsItsForm extends Lines {
        AReaderThatKnowsItsForm() {
            super(ReaderDefect.NONE);
        }
    }

    /** Any text is a text, also half of one, if it is called so. */
    @Nested
    class AReaderOfPlainText implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new PlainReader();
        }

        @Override
        public List<SampleDocument> samples() {
            String text = "Bahar şenliği 12 Mayıs'ta başlıyor. ".repeat(8);
            return List.of(SampleDocument.of("duyuru.txt", "text/plain", bytes(text), "12 Mayıs'ta"));
        }

        @Override
        public boolean knowsByContent() {
            return false;
        }

        @Override
        public boolean noticesTruncation() {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void findsTheDefect(ReaderDefect defect, String check) throws Exception {
        ContractRun.fails(new Lines(defect), check);
    }

    static Stream<Arguments> defects() {
        return Defect.andChecks(ReaderDefect.values());
    }

    @Test
    void everyCheckCanFail() {
        ContractRun.allCanFail(DocumentReaderContract.class, Defect.allChecks(ReaderDefect.values()));
    }

    /** What is declared must be so: a reader that can do more than it says is found as well. */
    @ParameterizedTest
    @MethodSource("modest")
    void findsADeclarationThatIsNotTrue(Lines fixture, String check) throws Exception {
        ContractRun.fails(fixture, check);
    }

    static Stream<Arguments> modest() {
        Lines byName = new Lines(ReaderDefect.NONE) {
            @Override
            public boolean knowsByContent() {
                return false;
            }
        };
        Lines blind = new Lines(ReaderDefect.NONE) {
            @Override
            public boolean noticesTruncation() {
                return false;
            }
        };
        Lines withoutRows = new Lines(ReaderDefect.NONE) {
            @Override
            public Set<KindLimit> kindLimits() {
                return Set.of();
            }
        };
        Lines withPages = new Lines(ReaderDefect.NONE) {
            @Override
            public Set<KindLimit> kindLimits() {
                return Set.of(KindLimit.ROWS, KindLimit.PAGES);
            }
        };
        return Stream.of(
                Arguments.of(byName, "knowsItsDocuments"),
                Arguments.of(blind, "noticesTruncationAsItSays"),
                Arguments.of(withoutRows, "keepsTheLimitsOfItsKind"),
                Arguments.of(withPages, "keepsTheLimitsOfItsKind"));
    }

    static class Lines implements DocumentReaderContract {
        private final ReaderDefect defect;
        private final DocumentReader reader;

        Lines(ReaderDefect defect) {
            this.defect = defect;
            this.reader = new LineReader(defect);
        }

        @Override
        public DocumentReader reader() {
            return reader;
        }

        @Override
        public List<SampleDocument> samples() {
            StringBuilder b = new StringBuilder(LineReader.FIRST + "\nP Sayın öğrencimiz, ilgili ilan ektedir.\n");
            b.append("R Ayşe Yılmaz|20261234567\nR Ali Işık|20267654321\nH Gizli: 10000000146\n");
            for (int i = 0; i < 20; i++) {
                b.append("P İlgili paragraf ").append(i).append(" burada biter.\n");
            }
            b.append(LineReader.LAST).append('\n');
            return List.of(SampleDocument.of(
                            "ilan.satir", "text/x-satir", bytes(b.toString()), "ilgili ilan ektedir", "Ayşe Yılmaz")
                    .hiding("10000000146"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.ROWS);
        }

        @Override
        public Duration bound() {
            return defect == ReaderDefect.NONE ? Duration.ofSeconds(5) : Duration.ofMillis(300);
        }
    }

    private static ByteSource bytes(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One paragraph of whatever is text. */
    private static final class PlainReader implements DocumentReader {
        @Override
        public boolean accepts(DocumentInput input) throws IOException {
            return input.fileName().endsWith(".txt") && isText(input.head(1000));
        }

        private static boolean isText(byte[] head) {
            for (byte b : head) {
                if (b >= 0 && b < 9) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler)
                throws DocumentException, IOException {
            handler.info(DocumentInfo.of("text/plain"));
            String text = text(input);
            if (text.isEmpty()) {
                note(handler, ReadingNote.Kind.NO_TEXT);
                return;
            }
            boolean late = limits.time().toNanos() < 1000;
            int most = (int) Math.min(text.length(), limits.outputChars());
            handler.block(new Block.Paragraph(List.of(Span.of(text.substring(0, most)))));
            handler.segment(Segment.of(text.substring(0, most), Place.inFile(input.fileName(), List.of(), false)));
            if (late || most < text.length() || input.bytes().size() > limits.inputBytes()) {
                note(handler, ReadingNote.Kind.LIMIT_REACHED);
            }
        }

        private static String text(DocumentInput input) throws IOException, DocumentException {
            byte[] bytes = input.head(Integer.MAX_VALUE);
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new DocumentException("TEXT", LocalizedText.of("Metin değil.", "Not a text."), null);
            }
        }

        private static void note(ReadingHandler handler, ReadingNote.Kind kind) {
            handler.note(new ReadingNote(kind, LocalizedText.of("Tam değil.", "Not whole.")));
        }
    }
}
