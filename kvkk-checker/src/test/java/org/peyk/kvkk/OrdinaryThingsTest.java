package org.peyk.kvkk;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An ordinary announcement, with everything that looks like somebody's number, asks for nothing. */
class OrdinaryThingsTest {

    private static final String ANNOUNCEMENT = """
            T.C.
            KUZEY ÜNİVERSİTESİ REKTÖRLÜĞÜ
            Öğrenci İşleri Daire Başkanlığı

            Sayı  : E-48215973-302.01-184220                                   23.11.2026
            Konu  : 2026-2027 Güz Yarıyılı Ara Sınavları

            İlgi: Senatonun 14.07.2026 tarihli ve 2026/11-04 sayılı kararı.

            Ara sınavlar 14-22 Kasım 2026 tarihlerinde 09.00-17.30 saatleri arasında yapılacaktır. Katkı payı 1.250,00 TL,
            ikinci öğretim 12.450.000 TL tavanla sınırlıdır. Bütçe kodu 38.46.08.01-09.4.2.07-2-03.2, ihale kayıt no
            2026/1284467, doğrudan temin no 26DT1184327. Kitaplar: ISBN 978-603-8089-84-2, ISBN 9786094917967, ISSN 2757-904X,
            https://doi.org/10.5281/zenodo.7391845, ORCID 0000-0002-1825-0097.

            Zoom Meeting ID: 874 5510 3296, Passcode: acikbilim26
            https://zoom.us/j/87455103296?pwd=Abc123
            Takip no: 05324178 90261, Sipariş 81870221937, Barkod 8698931336330, IMEI 356938035643809
            Toplanma alanları: A (39.75088, 37.01402). Pafta 27, ada 5118, parsel 3. Sürüm 2.4.1.7.
            Proje no: 2026-1-TR01-KA131-HED-000298114. Ders: MAT 152, BIL 2104, 34 A 12 no'lu derslik.

            Rektör Nevzat Ilıcalı, Prof. Dr. Semra Öztoprak (Tarih Bölümü) ve Dr. Öğr. Üyesi Barış Kanlı konuşacaktır.
            Bilgi: oidb@kuzey.edu.tr, nevzat.ilicali@kuzey.edu.tr, dahili 1234-1235, 444 0 555, 0850 222 33 44
            """;

    @Test
    void nothingIsNotable() {
        assertThat(Scans.notable(ANNOUNCEMENT)).isEmpty();
    }

    @Test
    void ordinaryValuesAreStillFoundAndMarked() {
        assertThat(Scans.all(ANNOUNCEMENT))
                .containsExactly(
                        "PERSON_NAME:Nevzat Ilıcalı",
                        "PERSON_NAME:Semra Öztoprak",
                        "PERSON_NAME:Barış Kanlı",
                        "EMAIL:oidb@kuzey.edu.tr",
                        "EMAIL:nevzat.ilicali@kuzey.edu.tr");
    }
}
