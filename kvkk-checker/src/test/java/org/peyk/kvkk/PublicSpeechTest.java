package org.peyk.kvkk;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.identifiers;

/** What courts, the press or history tell of somebody is for a person to judge; what the institution tells of its own is a leak. */
class PublicSpeechTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mahkeme, Ayşe Yılmaz'ın dolandırıcılık suçundan tutuklanmasına karar verdi.",
                "Ünlü oyuncu Mehmet Kaya dün hastaneye kaldırıldı.",
                "Savcılık, Mehmet Kaya hakkında hapis cezası istedi.",
                "Belediye Başkanı AK Partili Mehmet Kaya konuştu.",
                "Osmanlı döneminde yaşayan Rum asıllı İbrahim Ethem Bey resim de yaptı.",
                "Mehmet Kaya (1874 - 1931), Ermeni asıllı bir yazardı.",
                "Mehmet Kaya 1899'da tutuklandı."
            })
    void whatIsPublicIsForAPersonToJudge(String text) {
        assertThat(identifiers(text)).isNotEmpty().allMatch(found -> found.contains("/PROBABLE:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Öğrencimiz Ayşe Yılmaz dolandırıcılık suçundan mahkemece tutuklandı.",
                "Personelimiz Mehmet Kaya polis tarafından gözaltına alındı.",
                "Fakültemiz memuru Mehmet Kaya hastaneye kaldırıldı.",
                "Ayşe Yılmaz dolandırıcılık suçundan tutuklandı.",
                "Mehmet Kaya Kürt asıllı, oda 1204",
                "Mehmet Kaya kopya çektiği iddiasıyla kınama cezası aldı."
            })
    void whatIsToldOfOnesOwnIsALeak(String text) {
        assertThat(identifiers(text)).isNotEmpty().noneMatch(found -> found.contains("/PROBABLE:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ayşe Yılmaz'ın çağrısına 20 bin engellinin yanıt verdiği görüldü.",
                "Ayşe Yılmaz toplantıda Alevi Kültür Derneği ile görüştü.",
                "Ayşe Yılmaz bir psikiyatri profesörüdür.",
                "Puanlar açıklandı. Ayşe Hanıma 5 puan veriyorum.",
                "Mehmet Kaya çok partili düzeni anlattı."
            })
    void otherPeopleThingsAndOpinionsAreNobodysState(String text) {
        assertThat(identifiers(text)).isEmpty();
    }
}
