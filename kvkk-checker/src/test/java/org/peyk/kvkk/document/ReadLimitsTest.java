package org.peyk.kvkk.document;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.kvkk.document.PdfFiles.Placed;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.docx;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.paragraph;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.resource;
import static org.peyk.kvkk.document.Documents.texts;

class ReadLimitsTest {
    private static final ReadLimits WIDE = ReadLimits.DEFAULT;

    private static ReadLimits limits(
            long inputBytes, long outputChars, int pages, long rows, int nesting, int ratio, Duration time) {
        return new ReadLimits(inputBytes, outputChars, pages, rows, nesting, ratio, time);
    }

    private static ReadLimits chars(long outputChars) {
        return limits(
                WIDE.inputBytes(), outputChars, WIDE.pages(), WIDE.rows(), WIDE.nesting(), WIDE.ratio(), WIDE.time());
    }

    private static ReadLimits bytes(long inputBytes) {
        return limits(
                inputBytes, WIDE.outputChars(), WIDE.pages(), WIDE.rows(), WIDE.nesting(), WIDE.ratio(), WIDE.time());
    }

    @ParameterizedTest
    @ValueSource(strings = {"davet.docx", "burs.docx", "yerlestirme.xlsx", "yerlestirme-calc.xlsx", "davet.pdf"})
    void outputCharactersEndTheReadingAndWhatWasReadStays(String file) {
        List<String> all = texts(read(file, resource(file)));
        long total = all.stream().mapToLong(String::length).sum();
        assertThat(read(file, resource(file), chars(total)).complete()).isTrue();
        for (long bound : new long[] {1, 50, total - 1}) {
            DocumentReading reading = read(file, resource(file), chars(bound));
            assertThat(notes(reading)).contains(Kind.LIMIT_REACHED);
            assertThat(reading.complete()).isFalse();
            assertThat(reading.segments().stream()
                            .map(Segment::text)
                            .mapToLong(String::length)
                            .sum())
                    .isBetween(bound == 1 ? 0L : 1L, bound);
            List<String> some = texts(reading);
            int whole = Math.max(0, some.size() - 1);
            assertThat(all.subList(0, whole)).isEqualTo(some.subList(0, whole));
            assertThat(reading.notes().toString()).contains(Long.toString(bound));
        }
    }

    @Test
    void textFilesAreReadUpToTheSizeAndOthersNotAtAll() {
        DocumentReading text = read("a.txt", Documents.bytes("Birinci\n\nIkinci paragraf"), bytes(10));
        assertThat(text.visibleText()).isEqualTo("Birinci\n\nI");
        assertThat(notes(text)).containsExactly(Kind.LIMIT_REACHED);
        for (String file : List.of("davet.docx", "davet.pdf")) {
            DocumentReading reading = read(file, resource(file), bytes(5_000));
            assertThat(notes(reading)).containsExactly(Kind.LIMIT_REACHED);
            assertThat(reading.segments()).isEmpty();
            assertThat(reading.info().mediaType()).startsWith("application/").isNotEqualTo("application/octet-stream");
        }
    }

    @Test
    void pagesOfAPdf() {
        byte[] pdf = PdfFiles.pages(
                PdfFiles.lines(List.of(new Placed(50, 700, 12, "Bir"))),
                PdfFiles.lines(List.of(new Placed(50, 700, 12, "Iki"))));
        ReadLimits onePage = limits(
                WIDE.inputBytes(), WIDE.outputChars(), 1, WIDE.rows(), WIDE.nesting(), WIDE.ratio(), WIDE.time());
        DocumentReading reading = read("a.pdf", pdf, onePage);
        assertThat(reading.visibleText()).isEqualTo("Bir");
        assertThat(notes(reading)).containsExactly(Kind.LIMIT_REACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.xlsx", "a.html"})
    void rowsOfTables(String name) {
        byte[] file = switch (name) {
            case "a.csv" -> Documents.bytes("Ad;Not\nA;1\nB;2\nC;3\n");
            case "a.xlsx" ->
                Documents.xlsx(
                        "<row><c t='str'><v>Ad</v></c></row><row><c t='str'><v>A</v></c></row><row><c t='str'><v>B</v></c></row>");
            default -> Documents.bytes("<table><tr><td>Ad<td>x<tr><td>A<td>y<tr><td>B<td>z</table>");
        };
        ReadLimits twoRows = limits(
                WIDE.inputBytes(), WIDE.outputChars(), WIDE.pages(), 2, WIDE.nesting(), WIDE.ratio(), WIDE.time());
        DocumentReading reading = read(name, file, twoRows);
        assertThat(texts(reading)).contains("Ad", "A").doesNotContain("B");
        assertThat(notes(reading)).containsExactly(Kind.LIMIT_REACHED);
        assertThat(reading.blocks()).isNotEmpty();
    }

    @Test
    void filesInFiles() {
        byte[] innermost = docx(paragraph("en içteki"));
        byte[] file = innermost;
        for (int level = 1; level <= 5; level++) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            parts.put(
                    "word/document.xml",
                    Documents.bytes("<w:document xmlns:w='w'><w:body>" + paragraph("düzey " + level)
                            + "</w:body></w:document>"));
            parts.put("word/embeddings/ic.docx", file);
            file = Documents.zip(parts);
        }
        DocumentReading reading = read("a.docx", file);
        assertThat(texts(reading)).containsExactly("düzey 5", "düzey 4", "düzey 3", "düzey 2");
        assertThat(notes(reading)).containsExactly(Kind.LIMIT_REACHED);
        ReadLimits deep =
                limits(WIDE.inputBytes(), WIDE.outputChars(), WIDE.pages(), WIDE.rows(), 5, WIDE.ratio(), WIDE.time());
        assertThat(read("a.docx", file, deep).complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"davet.docx", "yerlestirme.xlsx", "davet.pdf", "a.csv", "a.html"})
    void time(String file) {
        byte[] bytes = switch (file) {
            case "a.csv" -> Documents.bytes("a;b\n".repeat(10_000));
            case "a.html" -> Documents.bytes("<p>a".repeat(10_000));
            default -> resource(file);
        };
        ReadLimits noTime = limits(
                WIDE.inputBytes(),
                WIDE.outputChars(),
                WIDE.pages(),
                WIDE.rows(),
                WIDE.nesting(),
                WIDE.ratio(),
                Duration.ofNanos(1));
        assertThat(notes(read(file, bytes, noTime))).contains(Kind.LIMIT_REACHED);
    }
}
