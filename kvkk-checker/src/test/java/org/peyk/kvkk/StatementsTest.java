package org.peyk.kvkk;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.identifiers;
import static org.peyk.kvkk.Scans.notable;

/** What is said of a person: special categories, discipline, need, marks. Without a person the same words are nothing. */
class StatementsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ayşe Yılmaz dün kalp krizi geçirdi | HEALTH",
                "Ayşe Yılmaz (epilepsi) sınava ayrı salonda girecek | HEALTH",
                "AYŞE YILMAZ İKİ HAFTADIR YOĞUN BAKIMDA | HEALTH",
                "Ayse Yilmaz hamile oldugu icin izinli | HEALTH",
                "Ayşe Yılmaz, %70 işitme engelli | DISABILITY",
                "Ayşe Yılmaz Hristiyan olduğundan ayrı yemek istedi | RELIGION",
                "Ayşe Yılmaz Kürt asıllı | ETHNIC",
                "Ayşe Yılmaz bir siyasi partinin üyesi | POLITICAL",
                "Ayşe Yılmaz geçen yıl sendika üyesi oldu | UNION_MEMBERSHIP",
                "Ayşe Yılmaz dolandırıcılık suçundan yargılandı | CRIMINAL",
                "Ayşe Yılmaz: parmak izi kaydı 4 | BIOMETRIC_GENETIC",
                "Ayşe Yılmaz eşcinsel olduğunu söyledi | SEXUAL_LIFE",
                "Ayşe Yılmaz kınama cezası aldı | DISCIPLINARY",
                "Ayşe Yılmaz, babası çalışmıyor | FINANCIAL_NEED",
                "Kınama cezası alan kişi: Ayşe Yılmaz | DISCIPLINARY",
                "Ayşe Yılmaz mülakat puanı 64 | GRADE"
            })
    void wordsBesideAPersonAreSaidOfThatPerson(String text, String type) {
        assertThat(identifiers(text)).singleElement().asString().startsWith(type + ":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kanser farkındalık semineri 4 Mart'ta.",
                "Konuşmacı Dr. Ayşe Yılmaz, kanser konulu konferans verecek.",
                "Engelli Öğrenci Birimi: Ayşe Yılmaz, dahili 1214",
                "Prof. Dr. Ayşe Yılmaz depresyon hakkında konuşacak.",
                "Kopya çeken öğrencilere kınama cezası verilir.",
                "Adli sicil kaydı e-Devlet'ten alınır. Bilgi: Ayşe Yılmaz",
                "Muhtaç öğrencilere yardım yapılacaktır.\n\nAyşe Yılmaz",
                "Alevilik araştırmaları dersi açıldı. Ayşe Yılmaz",
                "En az 70 puan gerekir. Ayşe Yılmaz",
                "Sendika toplantısı saat 14.00'te"
            })
    void subjectsUnitsAndRulesAreNot(String text) {
        assertThat(identifiers(text)).isEmpty();
    }

    @Test
    void theNextSentenceOrItemIsAboutSomebodyElse() {
        assertThat(identifiers("Ayşe Yılmaz katıldı. Kınama cezası nedir?")).isEmpty();
        assertThat(identifiers("Ayşe Yılmaz\nKınama cezası nedir?")).isEmpty();
    }

    @Test
    void ofTheDeceasedItIsForAPersonToJudge() {
        assertThat(identifiers("Ayşe Yılmaz yoğun bakımda vefat etti"))
                .containsExactly("HEALTH/PROBABLE:yoğun bakımda");
    }

    @Test
    void marksEndTheLinesOfAList() {
        String list = "Vize notları\nAyşe Yılmaz  61\nMehmet Kaya  BA\nZeynep Demir  74,5\n";
        assertThat(identifiers(list)).containsExactly("GRADE:61", "GRADE:BA", "GRADE:74,5");
        assertThat(identifiers("Masalar\nAyşe Yılmaz  61\nMehmet Kaya  12\n")).isEmpty();
    }

    @Test
    void rowsLinkAndHeadingsName() {
        assertThat(notable(Scans.table(
                        "Sayfa1",
                        false,
                        List.of(
                                List.of("Ad Soyad", "Final", "Durum"),
                                List.of("Ayşe Yılmaz", "61", "ihtiyaç sahibi"),
                                List.of("", "74", "ihtiyaç sahibi")))))
                .containsExactly("PERSON_NAME:Ayşe Yılmaz", "GRADE:61", "FINANCIAL_NEED:ihtiyaç sahibi");
    }

    @Test
    void theSameMarkOfTwoPersonsCountsTwice() throws Exception {
        CheckedRequest request = new CheckedRequest();
        request.version(org.peyk.spi.LanguageVersion.plain(
                java.util.Locale.forLanguageTag("tr"), "Duyuru", "Notlar\nAyşe Yılmaz 61\nMehmet Kaya 61\n"));
        assertThat(request.findings(new KvkkCheck()))
                .filteredOn(f -> f.code().equals(FindingCodes.GRADE))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.count()).isEqualTo(2);
                    assertThat(f.excerpt()).doesNotContain("61").doesNotContain("ayse");
                    assertThat(f.rule()).isEqualTo("grade-list");
                });
    }
}
