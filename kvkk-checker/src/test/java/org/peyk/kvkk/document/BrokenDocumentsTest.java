package org.peyk.kvkk.document;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.document.DocumentReading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.resource;
import static org.peyk.kvkk.document.Documents.texts;

/** Files that were cut off or changed on their way. Reading them never throws, and one that was cut off never counts as complete. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrokenDocumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"davet.docx", "burs.docx", "yerlestirme.xlsx", "yerlestirme-calc.xlsx", "davet.pdf"})
    void cutOffAtEveryTwentieth(String file) {
        byte[] whole = resource(file);
        for (int i = 1; i < 20; i++) {
            DocumentReading reading = read(file, Arrays.copyOf(whole, whole.length * i / 20));
            assertThat(reading.complete()).as("%s cut at %d/20", file, i).isFalse();
        }
        assertThat(read(file, Arrays.copyOf(whole, whole.length - 1)).notes()).isNotNull();
    }

    @Test
    void whatStandsBeforeTheCutIsRead() {
        byte[] word = Documents.docx(Documents.paragraph("Ayşe Örnek 10000000146") + paragraphs(3_000));
        DocumentReading reading = read("a.docx", Arrays.copyOf(word, word.length / 2));
        assertThat(texts(reading)).contains("Ayşe Örnek 10000000146", "paragraf 100");
        assertThat(reading.visibleText()).contains("paragraf 100");
        byte[] excel = Documents.xlsx("<row><c><v>10000000146</v></c></row>"
                + "<row><c><v>1234</v></c><c><v>0.5678</v></c></row>".repeat(20_000));
        assertThat(texts(read("a.xlsx", Arrays.copyOf(excel, excel.length * 2 / 3))))
                .contains("10000000146");
    }

    private static String paragraphs(int count) {
        StringBuilder all = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            all.append(Documents.paragraph("paragraf " + i))
                    .append("<!-- ")
                    .append(random.nextLong())
                    .append(" -->");
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"davet.docx", "burs.docx", "yerlestirme.xlsx", "yerlestirme-calc.xlsx", "davet.pdf"})
    void randomBytesChanged(String file) {
        long seed = System.nanoTime();
        System.out.println("BrokenDocumentsTest seed for " + file + ": " + seed);
        Random random = new Random(seed);
        byte[] whole = resource(file);
        for (int round = 0; round < 60; round++) {
            byte[] changed = whole.clone();
            for (int flips = 1 + random.nextInt(30); flips > 0; flips--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(file, changed)).as("seed %d round %d", seed, round).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/document.xml", "word/footnotes.xml", "[Content_Types].xml", "_rels/.rels"})
    void randomCharactersInXmlChanged(String part) {
        long seed = System.nanoTime();
        System.out.println("BrokenDocumentsTest seed for " + part + ": " + seed);
        Random random = new Random(seed);
        String alphabet = "<>/\"'&;= x0-![]?";
        for (int round = 0; round < 80; round++) {
            Map<String, byte[]> parts = ZipParts.of(resource("davet.docx"));
            byte[] xml = Objects.requireNonNull(parts.get(part)).clone();
            for (int flips = 1 + random.nextInt(5); flips > 0; flips--) {
                xml[random.nextInt(xml.length)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            parts.put(part, xml);
            assertThat(read("a.docx", Documents.zip(parts)))
                    .as("seed %d round %d", seed, round)
                    .isNotNull();
        }
    }

    @Test
    void randomBytesBehindEveryMagic() {
        long seed = System.nanoTime();
        System.out.println("BrokenDocumentsTest seed for magics: " + seed);
        Random random = new Random(seed);
        String[] magics = {
            "%PDF-1.7\n",
            "PK\u0003\u0004",
            "<html>",
            "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
            "a;b\n",
            "\u00FF\u00FE",
            ""
        };
        for (int round = 0; round < 400; round++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            byte[] magic = PdfFiles.latin(magics[round % magics.length]);
            System.arraycopy(magic, 0, bytes, 0, Math.min(magic.length, bytes.length));
            assertThat(read("a.csv", bytes)).as("seed %d round %d", seed, round).isNotNull();
        }
    }
}
