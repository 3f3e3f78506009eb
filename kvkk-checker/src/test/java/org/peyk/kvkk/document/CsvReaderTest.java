package org.peyk.kvkk.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.segment;
import static org.peyk.kvkk.document.Documents.texts;

class CsvReaderTest {
    private static final String LIST =
            "Sıra;Öğrenci No;Ad Soyad;Puan\r\n1;210412071;Şevval Işıldak;81,5\r\n2;231105024;Doğukan İnce;97\r\n";

    static Stream<byte[]> encodings() {
        return Stream.of(
                LIST.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_16BE),
                LIST.getBytes(StandardCharsets.UTF_16LE),
                LIST.getBytes(StandardCharsets.UTF_16BE),
                ("\uFEFF" + LIST).getBytes(Charset.forName("UTF-32LE")),
                LIST.getBytes(Charset.forName("windows-1254")));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyUsualEncoding(byte[] bytes) {
        DocumentReading reading = read("sonuc.csv", bytes);
        assertThat(reading.complete()).isTrue();
        assertThat(reading.info().mediaType()).isEqualTo("text/csv");
        assertThat(reading.blocks())
                .containsExactly(new Block.Table(
                        1,
                        List.of(
                                List.of("Sıra", "Öğrenci No", "Ad Soyad", "Puan"),
                                List.of("1", "210412071", "Şevval Işıldak", "81,5"),
                                List.of("2", "231105024", "Doğukan İnce", "97"))));
        assertThat(segment(reading, "231105024").header()).isEqualTo("Öğrenci No");
        assertThat(segment(reading, "231105024").row()).isEqualTo(2);
        assertThat(placesOf(reading, "231105024")).containsExactly("satır 3 › sütun 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void everyUsualSeparator(String separator) {
        String list = "Ad,Not\nAyşe,45\nIşık,50\n".replace(",", separator);
        assertThat(read("a.csv", list).blocks())
                .containsExactly(new Block.Table(
                        1, List.of(List.of("Ad", "Not"), List.of("Ayşe", "45"), List.of("Işık", "50"))));
    }

    @Test
    void decimalCommasDoNotPartColumns() {
        assertThat(texts(read("a.csv", "Ad;Ort\nA;3,25\nB;2,50\n"))).contains("3,25", "2,50");
    }

    @Test
    void theSeparatorThatExcelNamesIsTaken() {
        assertThat(texts(read("a.csv", "sep=|\nAd|Not\nAyşe|4;5\n"))).containsExactly("Ad", "Not", "Ayşe", "4;5");
    }

    @Test
    void quotedCellsMayHoldSeparatorsQuotesAndBreaks() {
        DocumentReading reading = read("a.csv", "Ad;Adres\n\"Örnek; Ayşe\";\"Çınar \"\"Sk.\"\"\nNo 5\"\nIşık;x\n");
        assertThat(texts(reading)).contains("Örnek; Ayşe", "Çınar \"Sk.\"\nNo 5");
        assertThat(placesOf(reading, "Işık")).containsExactly("satır 4 › sütun 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"açık;5\nIşık;6\nVeli;7\n", "\"açık\"x;5\nIşık;6\nVeli;7\n"})
    void aBrokenQuoteDoesNotSwallowTheRows(String rows) {
        DocumentReading reading = read("a.csv", "Ad;Not\nAyşe;4\n" + rows);
        assertThat(segment(reading, "Işık").row())
                .isEqualTo(segment(reading, "6").row());
        assertThat(placesOf(reading, "Veli")).containsExactly("satır 5 › sütun 1");
        assertThat(texts(reading).stream().filter("Ayşe"::equals)).hasSize(1);
        assertThat(notes(reading)).containsExactly(Kind.REMARK);
    }

    @Test
    void rowsOfDifferentLengthAreAllRead() {
        assertThat(texts(read("a.csv", "a;b\nc\nd;e;f;g\n"))).containsExactly("a", "b", "c", "d", "e", "f", "g");
    }

    @Test
    void aTextFileOfRowsIsATable() {
        DocumentReading reading = read(
                "ek.txt",
                "EK ÖDEME LİSTESİ\n\nAyşe Örnek;10000000146;3000,50\nIşık Deneme;99000000042;3417,50\nVeli Örnek;10000000146;1\n");
        assertThat(reading.info().mediaType()).isEqualTo("text/csv");
        assertThat(segment(reading, "99000000042").row())
                .isEqualTo(segment(reading, "Işık Deneme").row());
        assertThat(segment(reading, "99000000042").header()).isNull();
    }

    @Test
    void aFewBrokenBytesDoNotMakeUtf8AnotherEncoding() {
        byte[] bytes = (LIST + "3;1;Çağrı Öğüt Şişli İğne Ünlü;\u0001\r\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        DocumentReading reading = read("a.csv", bytes);
        assertThat(texts(reading)).contains("Çağrı Öğüt Şişli İğne Ünlü");
        assertThat(notes(reading)).containsExactly(Kind.REMARK);
    }
}
