package org.peyk.kvkk;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.identifiers;

/** Marks that sentences and short lists tell of persons, and numbers of students in series; and figures beside names that are none. */
class SpokenMarksTest {

    private static Severity strictest(String subject, String text) throws Exception {
        CheckedRequest request = new CheckedRequest();
        request.version(LanguageVersion.plain(Locale.forLanguageTag("tr"), subject, text.replace("/", "\n")));
        return request.findings(new KvkkCheck()).stream()
                .map(Finding::severity)
                .min(Severity::compareTo)
                .orElse(Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAT101 vize notları | Ayşe Yılmaz 85, Mehmet Kaya 70",
                "Sınav sonuçları | Ayşe Yılmaz: 85/Mehmet Kaya: 70",
                "Sınav sonuçları | Ayşe Yılmaz (85), Mehmet Kaya (70)",
                "Mülakat sonuçları | 1. Ayşe Yılmaz - 82,50/2. Mehmet Kaya - 78,25",
                "Vize notları | 202010101 - 78/202010102 - 64",
                "Notlar | B211210001 Ayşe Yılmaz BB/B211210044 Mehmet Kaya FF",
                "Duyuru | Ayşe Yılmaz'ın notu AA, Mehmet Kaya'nın notu CC oldu.",
                "Yemek bursu | Yemek bursu alacaklar: Ayşe Yılmaz, Mehmet Kaya (Hukuk), Zeynep Demir",
                "Muafiyet sınavı | 202102011 - başarılı/202102012 - başarısız",
                "Başvuru sonuçları | Ayşe Yılmaz\tHukuk\t78,40\tAsil/Mehmet Kaya\tTıp\t71,20\tYedek",
                "Bütünleme | Bütünlemeye kalanlar: Ayşe Yılmaz, Mehmet Kaya",
                "Borç | Harç borcu olanlar: Ayşe Yılmaz 1.250 TL, Mehmet Kaya 900 TL",
                "Disiplin | Ayşe Yılmaz'a bir yarıyıl uzaklaştırma verilmiştir."
            })
    void whatIsToldOfSeveralPersonsIsBlocked(String subject, String text) throws Exception {
        assertThat(strictest(subject, text)).isEqualTo(Severity.BLOCK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Final sınavları | Sınav 3 Haziran'da. Sorumlu: Ayşe Yılmaz, 12 Haziran 14.00.",
                "Vize haftası | Vize 45 dakika sürer. Gözetmen Mehmet Kaya 3 salona bakar.",
                "Salonlar | Vize salonları: Ayşe Yılmaz: 201, Mehmet Kaya: 105",
                "Sınav sonuçları | Sonuçlar açıklandı. Sorular için Ayşe Yılmaz (1214) aranabilir.",
                "Turnuva | Masa tenisi: Ayşe Yılmaz 11, Mehmet Kaya 7",
                "Yemek bursu | Yemek bursu alacak öğrenciler listesi panoda. Bilgi için Ayşe Yılmaz, dahili 1214",
                "Kan | Kan ihtiyacı sürüyor. İletişim: Ayşe Yılmaz"
            })
    void figuresBesideNamesAreNoMarks(String subject, String text) throws Exception {
        assertThat(strictest(subject, text)).isEqualTo(Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ayşe Yılmaz final sınavından 35 aldı | GRADE:35",
                "Ayşe Yılmaz, GANO 3.45 | GRADE:3.45",
                "Student 2019510034 got 45 in the exam results | STUDENT_NO:2019510034 GRADE:45",
                "Mazerete girecekler: Ayşe Yılmaz (200102011) | STUDENT_NO:200102011",
                "ö.no 200102011, 200102012 ve 200102013 | STUDENT_NO:200102011 STUDENT_NO:200102012 STUDENT_NO:200102013",
                "Evrakı eksik öğrenciler: 190345611, 190345622, 190345688 | STUDENT_NO:190345611 STUDENT_NO:190345622 STUDENT_NO:190345688",
                "Ayşe Yılmaz'ın 193.140.28.77 adresinden yaptığı | IP_ADDRESS:193.140.28.77",
                "Ayşe Yılmaz 12.03.1999 Ankara doğumludur | BIRTH_DATE:12.03.1999"
            })
    void aSentenceTellsThem(String text, String found) {
        assertThat(identifiers(text)).containsExactly(found.split(" (?=[A-Z_]+:)", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sürüm 2.4.1.7 yüklendi",
                "Bütçe kalemleri 190345611, 190345622, 190345688",
                "Ders 45 dakika, ara 10 dakikadır",
                "Vize 3 Mayıs, final 2 Haziran"
            })
    void withoutPersonsTheyAreNothing(String text) {
        assertThat(identifiers(text)).isEmpty();
    }
}
