package org.peyk.kvkk;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.all;
import static org.peyk.kvkk.Scans.notable;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Törende Ayşe Yılmaz'a plaket verildi, Ayşe Yılmaz",
        "Törende Ayşe YILMAZ konuştu, Ayşe YILMAZ",
        "AYŞE YILMAZ - 12. oda, AYŞE YILMAZ",
        "Törende Mehmet Ali Kırkpınar konuştu, Mehmet Ali Kırkpınar",
        "Törende Fatma Al-Khatib konuştu, Fatma Al-Khatib",
        "Törende Deniz Aydemir konuştu, Deniz Aydemir",
        "Törende Barış Çelik konuştu, Barış Çelik",
        "Törende Xantippe Karahasanoğlu konuştu, Xantippe Karahasanoğlu",
        "Törende Elif N. Sarı konuştu, Elif N. Sarı",
        "Ad Soyad: Nurlan Abdyrakhmanov, Nurlan Abdyrakhmanov"
    })
    void personsAreFound(String text, String name) {
        assertThat(notable(text)).containsExactly("PERSON_NAME:" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prof. Dr. Ayfer Tuğrul",
                "Dr. Öğr. Üyesi Barış Kanlı",
                "Arş. Gör. Iraz Yenidünya",
                "PROF. DR. NEVZAT ILICALI",
                "Rektör Nevzat Ilıcalı",
                "Konuşmacı: emekli Albay Süreyya Tanık",
                "Eğitmen: Tolga Barut",
                "Nevzat Ilıcalı\nRektör",
                "Zübeyde Koçhan (Dekan)",
                "Doç. Dr. Vedat Sağlık (Fen Fak.)"
            })
    void whoCarriesATitleIsOrdinary(String text) {
        assertThat(notable(text)).isEmpty();
        assertThat(all(text)).hasSize(1).allMatch(s -> s.startsWith("PERSON_NAME:"));
    }

    @Test
    void onceTitledAlwaysOrdinary() {
        assertThat(notable("Konuğumuz Doç. Dr. Rüya Candar. Rüya Candar 1980 doğumludur."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deniz Bilimleri Fakültesi",
                "Barış Haftası Etkinlikleri",
                "Bahar Dönemi Ders Kayıtları",
                "Ekim Ayı Toplantısı",
                "Güneş Enerjisi Çalıştayı",
                "Mustafa Kemal Atatürk'ün izinde",
                "Yunus Emre Kampüsü",
                "Ayşe Yılmaz Konferans Salonu",
                "Ahmet Hamdi Caddesi",
                "29 Ekim Cumhuriyet Bayramımız Kutlu Olsun",
                "Umut Verici Gelişmeler",
                "YENİ PERSONEL E-POSTA HESAPLARI",
                "DENİZ BİLİMLERİ VE BARIŞ ÇALIŞMALARI MERKEZİ",
                "Sevgili Öğrencilerimiz, Değerli Hocalarımız",
                "Fatih Belediyesi",
                "Eylül Ayında Yapılacaktır",
                "Kadir Gecesi Programı",
                "Zafer Bayramı"
            })
    void otherCapitalsAreNoNames(String text) {
        assertThat(all(text)).isEmpty();
    }

    @Test
    void aHeadingMakesTheWholeCellAName() {
        assertThat(notable(Scans.table(
                        "Liste",
                        false,
                        List.of(
                                List.of("Adı Soyadı", "Salon"),
                                List.of("Fatoumata Diallo", "Amfi 2"),
                                List.of("zehra çınar öz", "Amfi 3"),
                                List.of("Kimya Bölümü", "Amfi 4"),
                                List.of("Ayşe", "Amfi 5")))))
                .containsExactly("PERSON_NAME:Fatoumata Diallo", "PERSON_NAME:zehra çınar öz", "PERSON_NAME:Ayşe");
    }

    @Test
    void firstNameAndSurnameInTwoColumnsAreOnePerson() {
        List<Match> matches = Scans.SCANNER.scan(Scans.table(
                "Liste", false, List.of(List.of("Adı", "Soyadı"), List.of("Ayşe", "Yılmaz"), List.of("Ayşe", "Xqwe"))));
        assertThat(matches).extracting(Match::masked).containsExactly("A. Y.", "A. X.");
    }

    @Test
    void unknownWordsBesideAPersonsNumberAreAName() {
        assertThat(notable("Xqwe Rtzu - 10000000146 - puanı 52"))
                .containsExactly("PERSON_NAME:Xqwe Rtzu", "TCKN:10000000146", "GRADE:52");
        assertThat(notable("Xqwe Rtzu - 52")).isEmpty();
    }
}
