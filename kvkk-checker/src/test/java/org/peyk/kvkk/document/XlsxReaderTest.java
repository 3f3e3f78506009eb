package org.peyk.kvkk.document;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.readResource;
import static org.peyk.kvkk.document.Documents.segment;
import static org.peyk.kvkk.document.Documents.texts;
import static org.peyk.kvkk.document.Documents.xlsx;

class XlsxReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"yerlestirme.xlsx", "yerlestirme-calc.xlsx"})
    void numbersKeepAllDigitsAndStandUnderTheirHeading(String file) {
        DocumentReading reading = readResource(file);
        Segment number = segment(reading, "10000000146");
        assertThat(number.place().path()).containsExactly("Liste", "C4");
        assertThat(number.header()).isEqualTo("T.C. Kimlik No");
        assertThat(number.row()).isEqualTo(segment(reading, "Ayşe Örnek").row());
        assertThat(number.column()).isEqualTo(2);
        assertThat(number.place().hidden()).isFalse();
        // a number format of eleven zeros puts the lost zero back
        assertThat(placesOf(reading, "05321234567")).containsExactly("Liste › E4");
        assertThat(placesOf(reading, "5420000000")).containsExactly("Liste › E5");
        assertThat(placesOf(reading, "12.05.2001")).containsExactly("Liste › D4");
        assertThat(placesOf(reading, "31.12.1999 13:30")).containsExactly("Liste › D5");
        assertThat(placesOf(reading, "0.1")).containsExactly("Liste › F5");
        assertThat(reading.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yerlestirme.xlsx", "yerlestirme-calc.xlsx"})
    void hiddenSheetsRowsAndColumnsAreReadAndNamed(String file) {
        DocumentReading reading = readResource(file);
        assertThat(placesOf(reading, "Gizli Satır")).containsExactly("Liste › B6 (gizli satır) (gizli)");
        assertThat(placesOf(reading, "%40")).containsExactly("Liste › G4 (gizli sütun) (gizli)");
        assertThat(segment(reading, "%40").header()).isEqualTo("Engel");
        Segment grade = segment(reading, "3.25");
        assertThat(grade.place().path()).containsExactly("Öğrenciler (gizli sayfa)", "B2");
        assertThat(grade.place().hidden()).isTrue();
        assertThat(grade.header()).isEqualTo("GANO");
        assertThat(placesOf(reading, "Liste")).containsExactly("Liste › sayfa adı");
        assertThat(placesOf(reading, "Öğrenciler")).containsExactly("Öğrenciler (gizli sayfa) › sayfa adı (gizli)");
        assertThat(segment(reading, "TR330006100519786457841326").place().hidden())
                .isTrue();
    }

    @Test
    void aVeryHiddenSheetSaysSo() {
        DocumentReading reading = readResource("yerlestirme.xlsx");
        assertThat(placesOf(reading, "TR330006100519786457841326"))
                .containsExactly("ham (çok gizli sayfa) › A2 (gizli)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yerlestirme.xlsx", "yerlestirme-calc.xlsx"})
    void notesLinksFormulasNamesAndListsAreHidden(String file) {
        DocumentReading reading = readResource(file);
        assertThat(placesOf(reading, "Öğrenci no 210412071")).containsExactly("Liste › B4 › not (gizli)");
        assertThat(placesOf(reading, "mailto:isik@ornek.edu.tr"))
                .containsExactly("Liste › B5 › bağlantı adresi (gizli)");
        assertThat(placesOf(reading, "HYPERLINK(\"tel:+905321234567\",\"ara\")"))
                .containsExactly("Liste › A8 › formül (gizli)");
        assertThat(placesOf(reading, "\"0312 000 00 00\"")).containsExactly("tanımlı ad sabit (gizli)");
        assertThat(placesOf(reading, "\"Ali Örnek,Veli Örnek\""))
                .containsExactly("Liste › A20 › veri doğrulama (gizli)");
        assertThat(texts(reading)).noneMatch(t -> t.contains("SUM("));
    }

    @Test
    void onlyVisibleCellsBecomeBlocks() {
        DocumentReading reading = readResource("yerlestirme.xlsx");
        assertThat(reading.blocks())
                .extracting(b -> b.getClass().getSimpleName())
                .containsExactly("Heading", "Table", "Heading", "Table");
        assertThat(reading.visibleText())
                .contains("2026 Yerleştirme Sonuçları", "Ayşe Örnek | 10000000146")
                .doesNotContain("Gizli Satır")
                .doesNotContain("GANO")
                .doesNotContain("%40");
        assertThat(reading.blocks().get(3))
                .isEqualTo(new Block.Table(1, List.of(List.of("Bölüm", "Sayı"), List.of("İletişim", "12"))));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0000000146E10, 10000000146",
        "10000000146, 10000000146",
        "10000000146.0, 10000000146",
        "5406669876543210, 5406669876543210",
        "0.30000000000000004, 0.3",
        "-12.5, -12.5",
        "1E-7, 0.0000001",
        "0, 0",
        "1E999999999, 1E999999999",
        "abc, abc",
    })
    void storedNumbersAsText(String stored, String shown) {
        DocumentReading reading = read("a.xlsx", xlsx("<row><c><v>" + stored + "</v></c></row>"));
        assertThat(texts(reading)).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "14, 0, 1, 01.01.1900",
        "14, 0, 59, 28.02.1900",
        "14, 0, 61, 01.03.1900",
        "22, 0, 45000.75, 15.03.2023 18:00",
        "20, 0, 0.5, 12:00",
        "14, 1, 0, 01.01.1904",
        "14, 0, -5, -5",
        "1, 0, 45000, 45000",
    })
    void datesByNumberFormat(int format, int from1904, String stored, String shown) {
        String styles = "<styleSheet><cellXfs><xf numFmtId=\"" + format + "\"/></cellXfs></styleSheet>";
        String relations =
                "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>";
        String workbook = "<workbook xmlns:r=\"r\"><workbookPr date1904=\"" + from1904
                + "\"/><sheets><sheet name=\"Liste\" r:id=\"r1\"/></sheets></workbook>";
        DocumentReading reading = read(
                "a.xlsx",
                xlsx(
                        "<row><c s=\"0\"><v>" + stored + "</v></c></row>",
                        Map.of(
                                "xl/styles.xml",
                                styles,
                                "xl/_rels/workbook.xml.rels",
                                relations,
                                "xl/workbook.xml",
                                workbook)));
        assertThat(placesOf(reading, shown)).containsExactly("Liste › A1");
    }

    @Test
    void textsThatNoCellUsesAreStillInTheFile() {
        String strings = "<sst><si><t>Kullanılan</t></si><si><r><t>100000</t></r><r><t>00146</t></r></si></sst>";
        String relations =
                "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
        DocumentReading reading = read(
                "a.xlsx",
                xlsx(
                        "<row r=\"5\"><c r=\"B5\" t=\"s\"><v>0</v></c><c t=\"s\"><v>77</v></c></row>",
                        Map.of("xl/sharedStrings.xml", strings, "xl/_rels/workbook.xml.rels", relations)));
        assertThat(placesOf(reading, "Kullanılan")).containsExactly("Liste › B5");
        assertThat(placesOf(reading, "10000000146")).containsExactly("kullanılmayan metin 2 (gizli)");
    }

    @Test
    void headingsFarAboveAndASecondTableBelow() {
        String rows = row("Sınav sonuçları")
                + row("Ders", "BIL 101")
                + row("Öğrenci No", "Puan")
                + row("210412071", "55")
                + row("210412072", "65")
                + row("Ad Soyad", "Telefon")
                + row("Işık Deneme", "5321234567");
        DocumentReading reading = read("a.xlsx", xlsx(rows));
        assertThat(segment(reading, "65").header()).isEqualTo("Puan");
        assertThat(segment(reading, "5321234567").header()).isEqualTo("Telefon");
        assertThat(segment(reading, "Öğrenci No").header()).isNull();
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
