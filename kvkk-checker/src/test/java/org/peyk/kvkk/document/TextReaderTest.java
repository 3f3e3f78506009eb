package org.peyk.kvkk.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;

class TextReaderTest {
    private static final String TEXT =
            "DUYURU\r\n\r\nŞubat ayında İktisat ve Iğdır üzerine\r\nçalıştay vardır.  \r\n \r\n\r\nÜye olunuz.";

    @Test
    void emptyLinesPartParagraphs() {
        DocumentReading reading = read("duyuru.txt", TEXT);
        assertThat(reading.blocks())
                .extracting(Block::text)
                .containsExactly("DUYURU", "Şubat ayında İktisat ve Iğdır üzerine\nçalıştay vardır.", "Üye olunuz.");
        assertThat(placesOf(reading, "Üye olunuz.")).containsExactly("satır 7");
        assertThat(reading.info().mediaType()).isEqualTo("text/plain");
        assertThat(reading.complete()).isTrue();
    }

    @Test
    void windows1254AndUtf16ReadAlike() {
        String expected = read("a.txt", TEXT).visibleText();
        assertThat(read("a.txt", TEXT.getBytes(Charset.forName("windows-1254"))).visibleText())
                .isEqualTo(expected);
        assertThat(read("a.txt", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE))
                        .visibleText())
                .isEqualTo(expected);
        assertThat(read("a.txt", TEXT.getBytes(StandardCharsets.UTF_16BE)).visibleText())
                .isEqualTo(expected);
    }

    @Test
    void anEmptyFileAndOneOfBlanksHoldNoText() {
        assertThat(notes(read("a.txt", ""))).containsExactly(Kind.NO_TEXT);
        assertThat(notes(read("a.txt", " \n\t\n"))).containsExactly(Kind.NO_TEXT);
    }
}
