package org.peyk.internal.content;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.spi.Detail;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Span;

import static org.assertj.core.api.Assertions.assertThat;

class LabelledDetailsTest {

    @Test
    void readsAnInvitation() {
        String text = """
                Sayın Öğretim Üyelerimiz,
                Yer: Prof. Dr. Cahit Arf Konferans Salonu
                Düzenleyen: Mühendislik Fakültesi Dekanlığı
                Tarih: 17 Aralık 2026 Perşembe
                Saat: 14.00
                İletişim: dahili 2145
                Kayıt: https://muh.ornek.edu.tr/kayit adresinden
                """;
        assertThat(LabelledDetails.of(text))
                .isEqualTo(Map.of(
                        Detail.PLACE,
                        "Prof. Dr. Cahit Arf Konferans Salonu",
                        Detail.HOST,
                        "Mühendislik Fakültesi Dekanlığı",
                        Detail.DATE,
                        "2026-12-17",
                        Detail.TIME,
                        "14:00",
                        Detail.CONTACT,
                        "dahili 2145",
                        Detail.LINK,
                        "https://muh.ornek.edu.tr/kayit"));
    }

    @Test
    void readsEnglishLabels() {
        String text = """
                Venue: Main Hall
                Organised by: Faculty of Engineering
                Date and time: Thursday, December 17, 2026, 2:30 p.m.
                Contact: ext. 2145
                Deadline: 1 December 2026
                """;
        assertThat(LabelledDetails.of(text))
                .containsEntry(Detail.PLACE, "Main Hall")
                .containsEntry(Detail.HOST, "Faculty of Engineering")
                .containsEntry(Detail.DATE, "2026-12-17")
                .containsEntry(Detail.TIME, "14:30")
                .containsEntry(Detail.CONTACT, "ext. 2145")
                .containsEntry(Detail.DEADLINE, "2026-12-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TARİH: 17.12.2026                       | 2026-12-17 |
                    Tarih : 17 Aralık 2026, 14.00           | 2026-12-17 | 14:00
                    Tarih ve Saat: 17 Aralık 2026, saat 9.30| 2026-12-17 | 09:30
                    Zaman: 17.12.2026 14:00-16:00           | 2026-12-17 | 14:00
                    Tarih: 17-18 Aralık 2026                | 2026-12-17 |
                    • Tarih: 17/12/2026 - Saat: 08:00'de    | 2026-12-17 | 08:00
                    Tarih: 17/12/2026, Saat: 08.00          | 2026-12-17 | 08:00
                    Saat: 14                                |            | 14:00
                    Saat: 2 pm                              |            | 14:00
                    Saat: 12 a.m.                           |            | 00:00
                    Tarih: önümüzdeki perşembe              |            |
                    Tarih: 17 Aralık 2026 (3 gün)           | 2026-12-17 |
                    Saat: öğleden sonra                     |            |
                    Saat: 25.00                             |            |
                    """)
    void normalisesDatesAndHoursOrLeavesThemOut(String line, String date, String time) {
        Map<Detail, String> details = LabelledDetails.of(line);
        assertThat(details.get(Detail.DATE)).isEqualTo(date);
        assertThat(details.get(Detail.TIME)).isEqualTo(time);
    }

    @Test
    void severalLabelsMayStandOnALine() {
        assertThat(LabelledDetails.of("Yer: A Salonu  Saat: 10.00 | İletişim: dahili 1"))
                .isEqualTo(Map.of(Detail.PLACE, "A Salonu", Detail.TIME, "10:00", Detail.CONTACT, "dahili 1"));
    }

    @Test
    void aWordInASentenceIsNoLabel() {
        assertThat(LabelledDetails.of("Toplantının yeri: henüz belli değil\nGelecek yer: yok\nBu saat: olmaz\nyer"))
                .isEmpty();
    }

    @Test
    void theFirstOfTwoCounts() {
        assertThat(LabelledDetails.of("Yer: A\nYer: B")).isEqualTo(Map.of(Detail.PLACE, "A"));
    }

    @Test
    void readsRowsOfTables() {
        Block.Table table = new Block.Table(
                0,
                List.of(
                        List.of("Yer:", "B Salonu"),
                        List.of("Son Başvuru Tarihi", "1-5 Aralık 2026"),
                        List.of("Tek hücre"),
                        List.of("Etkilenen birimler", "B Blok", "C Blok")));
        Block.ItemList list =
                new Block.ItemList(false, List.of(List.of(Span.of("Süre: "), new Span("3 saat", null, true, false))));
        DocumentReading reading =
                new DocumentReading(DocumentInfo.of("text/plain"), List.of(table, list), List.of(), List.of());
        assertThat(LabelledDetails.of(reading))
                .isEqualTo(Map.of(
                        Detail.PLACE,
                        "B Salonu",
                        Detail.DEADLINE,
                        "2026-12-05",
                        Detail.AFFECTED,
                        "B Blok",
                        Detail.DURATION,
                        "3 saat"));
    }

    @Test
    void valuesFitIntoAForm() {
        Map<Detail, String> details = LabelledDetails.of("Yer:\tA\u202eB\u0007  Salonu \nDüzenleyen:   \n");
        assertThat(details).isEqualTo(Map.of(Detail.PLACE, "A B Salonu"));
        details.forEach((detail, value) -> org.peyk.spi.RequestForm.builder(org.peyk.spi.Purpose.INVITATION)
                .detail(detail, value)
                .build());
    }
}
