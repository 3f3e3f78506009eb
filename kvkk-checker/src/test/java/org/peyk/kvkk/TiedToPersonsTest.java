package org.peyk.kvkk;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.identifiers;
import static org.peyk.kvkk.Scans.notable;

/** Whom something is said of, what a column says of the persons in its rows, and what singles a person out. */
class TiedToPersonsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nurten Ö. uyuşturucu suçundan tutuklandı | CRIMINAL/PROBABLE:suçundan,CRIMINAL/PROBABLE:tutuklandı",
                "Belediye Başkanı Ayşe Yılmaz, partili oyları aldı | POLITICAL/PROBABLE:partili",
                "Tutuklananlar: Ayşe Yılmaz | CRIMINAL:Tutuklananlar"
            })
    void halfHiddenNamesAndOfficesAreForAPersonToJudge(String text, String found) {
        assertThat(identifiers(text)).containsExactly(found.split(",", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K.L. adlı kişi, Ayşe Yılmaz ile gelen M.T. hakkında hapis cezası istenmedi",
                "Memur Ayşe Yılmaz tarafından gözaltına alındı",
                "Ayşe Yılmaz, engellilerin haklarını anlattı",
                "Ayşe Yılmaz Organ Nakli Enstitüsünde çalışıyor; organ nakli enstitüsü 5 yaşında"
            })
    void whatIsSaidOfOthersIsNotSaidOfThePersonNamed(String text) {
        assertThat(identifiers(text).stream().filter(f -> !f.contains("PROBABLE")))
                .isEmpty();
    }

    @Test
    void aColumnSaysWhatItsCellsTellOfThePersonInTheRow() {
        assertThat(notable(Scans.table(
                        "Liste",
                        true,
                        List.of(
                                List.of("Adı Soyadı", "Kan Grubu", "Din", "Engel durumu"),
                                List.of("Ayşe Yılmaz", "A+", "Bahai", "yok"),
                                List.of("", "B-", "-", "Var")))))
                .containsExactly("PERSON_NAME:Ayşe Yılmaz", "HEALTH:A+", "RELIGION:Bahai");
    }

    @Test
    void theSameWordsHeadNoPersonsInAnOrdinaryTable() {
        assertThat(notable(Scans.table(
                        "Dersler", false, List.of(List.of("Ders", "Din", "Saat"), List.of("Giriş", "2", "10.00")))))
                .isEmpty();
    }

    private static List<Finding> findings(String subject, String text) throws Exception {
        CheckedRequest request = new CheckedRequest();
        request.version(LanguageVersion.plain(Locale.forLanguageTag("tr"), subject, text));
        return request.findings(new KvkkCheck());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kimya Bölümü 2. sınıf öğrencimiz Ayşe Yılmaz yarışmada ikinci oldu.",
                "Bursu kazananlar: Ayşe Yılmaz (Hukuk), Mehmet Kaya (Tıp)",
                "Congratulations to Ayşe Yılmaz (Chemistry) who won first prize."
            })
    void aPersonNamedForAPrizeOrASelectionIsToBeJustified(String text) throws Exception {
        assertThat(findings("Duyuru", text))
                .filteredOn(f -> f.severity() == Severity.JUSTIFY)
                .extracting(Finding::rule)
                .containsExactly("name-singled-out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ödülü kazanan Prof. Dr. Ayşe Yılmaz konuşacak.",
                "Kazananlar 3 Mayıs'ta açıklanacak.",
                "Bilgi için Ayşe Yılmaz'a yazın."
            })
    void anOfficeAPrizeWithoutAWinnerOrANameAloneIsNot(String text) throws Exception {
        assertThat(findings("Duyuru", text)).noneMatch(f -> f.severity() == Severity.JUSTIFY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HES kodu: G1B9-2486-14 | HES_CODE:G1B9-2486-14",
                "hes kodları A1B2-3344-55 ve 1234-5678-90 | HES_CODE:A1B2-3344-55,HES_CODE:1234-5678-90",
                "Cihaz adresi 3C:22:FB:0a:7e:91 olan | MAC_ADDRESS:3C:22:FB:0a:7e:91",
                "Cihaz 3c-22-fb-0a-7e-91. | MAC_ADDRESS:3c-22-fb-0a-7e-91",
                "IP adresi 2001:db8:85a3::8a2e:370:7334 üzerinden | IP_ADDRESS:2001:db8:85a3::8a2e:370:7334",
                "IP: 2a02:ff0:0:0:0:0:1:92 | IP_ADDRESS:2a02:ff0:0:0:0:0:1:92",
                "Kimlik kartı seri no: A12B34567 | ID_CARD_NO:A12B34567",
                "DE89 3704 0044 0532 0130 00 hesabına | IBAN:DE89 3704 0044 0532 0130 00",
                "GB29 NWBK 6016 1331 9268 19 | IBAN:GB29 NWBK 6016 1331 9268 19",
                "nl91abna0417164300 | IBAN:nl91abna0417164300"
            })
    void furtherIdentifiers(String text, String found) {
        assertThat(identifiers(text)).containsExactly(found.split(",", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ürün kodu AB12-3456-78",
                "Saat 10:20:30:40:50:60",
                "DE89 3704 0044 0532 0130 01 hatalı",
                "Yerel adresi fe80::1ff:fe23:4567:890a olan IP",
                "IP sürüm 10:30 ile 11:45 arasında"
            })
    void whatLooksLikeThemIsNot(String text) {
        assertThat(identifiers(text)).isEmpty();
    }
}
