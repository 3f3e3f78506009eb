package org.peyk.kvkk.document;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.kvkk.document.PdfFiles.Placed;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.readResource;
import static org.peyk.kvkk.document.Documents.segment;
import static org.peyk.kvkk.document.Documents.texts;
import static org.peyk.kvkk.document.PdfFiles.lines;
import static org.peyk.kvkk.document.PdfFiles.pages;
import static org.peyk.kvkk.document.PdfFiles.picture;

class PdfReaderTest {

    @Test
    void aPageOfLibreOfficeWithTurkishLetters() {
        DocumentReading reading = readResource("davet.pdf");
        assertThat(reading.complete()).isTrue();
        assertThat(reading.info().title()).isEqualTo("Bahar Semineri Daveti");
        assertThat(reading.blocks())
                .contains(new Block.Table(
                        1,
                        List.of(
                                List.of("Saat", "Konu", "Salon"),
                                List.of("09.30", "Kentin sesi", "Çınar"),
                                List.of("11.00", "Ağ ve göç", "Ihlamur"))));
        assertThat(reading.blocks().stream()
                        .filter(Block.Heading.class::isInstance)
                        .map(Block::text))
                .containsExactly("Bahar Semineri: Şehir ve İletişim", "Program");
        assertThat(reading.blocks().stream()
                        .filter(Block.ItemList.class::isInstance)
                        .map(Block::text))
                .containsExactly("- Açılış konuşması\n- Çay arası", "1. Birinci oturum\n2. İkinci oturum");
        assertThat(texts(reading))
                .contains(
                        "Görüşmeler sırasında değerlendirilecek başlıkların çeşitliliği göz önünde bulundurularak"
                                + " katılımcıların önceden kayıt yaptırmaları gerekmektedir; kayıtlar Çarşamba gününe kadar sürecektir.1");
        assertThat(placesOf(reading, "https://ornek.edu.tr/seminer"))
                .containsExactly("sayfa 1 › bağlantı adresi (gizli)");
        assertThat(segment(reading, "Kentin sesi").header()).isEqualTo("Konu");
        assertThat(notes(reading)).containsExactly(Kind.IMAGE_NOT_SCANNED);
    }

    @Test
    void aWordPartedAtTheEndOfALineIsJoined() {
        byte[] pdf = pages(lines(List.of(
                new Placed(50, 700, 12, "Bu cumlenin sonundaki sozcuk uzun oldugu icin ikiye bolun-"),
                new Placed(50, 686, 12, "mustur ve numara 210412-"),
                new Placed(50, 672, 12, "071 bolunmez."))));
        assertThat(read("a.pdf", pdf).visibleText())
                .startsWith("Bu cumlenin sonundaki sozcuk uzun oldugu icin ikiye bolunmustur ve numara 210412-")
                .endsWith("071 bolunmez.");
    }

    @Test
    void gapsPartParagraphs() {
        byte[] pdf = pages(lines(List.of(
                new Placed(50, 700, 12, "Birinci paragrafin ilk satiri uzundur ve burada biter gibi olur"),
                new Placed(50, 686, 12, "ama ikinci satirla surer."),
                new Placed(50, 650, 12, "Ikinci paragraf."))));
        assertThat(read("a.pdf", pdf).blocks())
                .extracting(Block::text)
                .containsExactly(
                        "Birinci paragrafin ilk satiri uzundur ve burada biter gibi olur ama ikinci satirla surer.",
                        "Ikinci paragraf.");
    }

    @Test
    void columnsOfATableAreNotMixedUp() {
        List<Placed> cells = new ArrayList<>();
        String[][] rows = {
            {"Ogrenci No", "Ad Soyad", "Puan"},
            {"210412071", "Ayse Ornek", "81"},
            {"231105024", "Isik Deneme", "97"},
            {"220301083", "", "22"}
        };
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < 3; c++) {
                if (!rows[r][c].isEmpty()) {
                    cells.add(new Placed(60 + 150 * c, 700 - 16 * r, 11, rows[r][c]));
                }
            }
        }
        DocumentReading reading = read("a.pdf", pages(lines(cells)));
        assertThat(segment(reading, "97").header()).isEqualTo("Puan");
        assertThat(segment(reading, "97").row())
                .isEqualTo(segment(reading, "231105024").row());
        assertThat(segment(reading, "22").header()).isEqualTo("Puan");
        assertThat(placesOf(reading, "22")).containsExactly("sayfa 1 › tablo 1 › C4");
    }

    @Test
    void twoColumnsOfProseAreReadOneAfterTheOther() {
        List<Placed> both = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            both.add(new Placed(50, 700 - 14 * i, 10, "sol sutunun " + i + " numarali satiri burada"));
            both.add(new Placed(320, 700 - 14 * i, 10, "sag sutunun " + i + " numarali satiri burada"));
        }
        String text = read("a.pdf", pages(lines(both))).visibleText();
        assertThat(text.indexOf("sol sutunun 8")).isPositive().isLessThan(text.indexOf("sag sutunun 1"));
    }

    @Test
    void aScannedPageHasNoText() {
        DocumentReading reading = read("tarama.pdf", pages(picture()));
        assertThat(notes(reading)).containsExactly(Kind.NO_TEXT);
        assertThat(reading.complete()).isFalse();
    }

    @Test
    void oneScannedPageAmongOthersIsNamed() {
        DocumentReading reading = read(
                "a.pdf",
                pages(lines(List.of(new Placed(50, 700, 12, "Yazili sayfa"))), picture(), (content, document) -> {}));
        assertThat(notes(reading)).containsExactly(Kind.NO_TEXT);
        assertThat(reading.notes().get(0).text().tr()).endsWith(": 2");
        assertThat(reading.visibleText()).isEqualTo("Yazili sayfa");
    }

    @Test
    void aPasswordIsNotedAndAnOwnersPasswordIsNoObstacle() {
        byte[] pdf = pages(lines(List.of(new Placed(50, 700, 12, "Gizli duyuru"))));
        DocumentReading locked = read("a.pdf", PdfFiles.encrypted(pdf, "sahip", "okur"));
        assertThat(notes(locked)).containsExactly(Kind.ENCRYPTED);
        assertThat(locked.segments()).isEmpty();
        DocumentReading printingForbidden = read("a.pdf", PdfFiles.encrypted(pdf, "sahip", ""));
        assertThat(printingForbidden.complete()).isTrue();
        assertThat(printingForbidden.visibleText()).isEqualTo("Gizli duyuru");
    }

    @Test
    void fieldsAnnotationsPropertiesAndFilesInside() {
        DocumentReading reading =
                read("a.pdf", PdfFiles.withExtras("liste.csv", Documents.bytes("Ad;Not\nAyşe Örnek;45\n")));
        assertThat(placesOf(reading, "10000000146")).containsExactly("form alanı kimlik");
        assertThat(placesOf(reading, "Ogrenci no 210412071")).containsExactly("sayfa 1 › açıklama (gizli)");
        assertThat(placesOf(reading, "Yazı İşleri")).containsExactly("belge özellikleri › oluşturan (gizli)");
        assertThat(placesOf(reading, "A-10457")).containsExactly("belge özellikleri › özel (gizli)");
        assertThat(placesOf(reading, "SicilNo")).containsExactly("belge özellikleri › özel alan adı (gizli)");
        assertThat(placesOf(reading, "liste.csv")).containsExactly("gömülü dosya › adı (gizli)");
        assertThat(placesOf(reading, "Ayşe Örnek"))
                .containsExactly("gömülü dosya liste.csv › satır 2 › sütun 1 (gizli)");
        assertThat(reading.blocks()).extracting(Block::text).containsExactly("Basvuru formu");
    }

    @Test
    void aFileInsideThatNobodyKnowsMakesTheReadingIncomplete() {
        DocumentReading reading = read("a.pdf", PdfFiles.withExtras("x.bin", new byte[] {1, 2, 3, 0, 5}));
        assertThat(notes(reading)).containsExactly(Kind.UNKNOWN_TYPE);
        assertThat(reading.notes().get(0).text().en()).contains("x.bin");
    }
}
