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
                "Mehmet Kaya 1899'da tutuklandı.",
                "Kendini böbrek hastası küçüklere adayan Ayşe Yılmaz ödül aldı."
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
                "Mehmet Kaya kopya çektiği iddiasıyla kınama cezası aldı.",
                "1923'te kurulan üniversitemizin öğrencisi Ali Kaya epilepsi hastası.",
                "Osmanlı tarihi bölümü öğrencisi Ali Kaya epilepsi hastası.",
                "Osmanlı arşivinde çalışan Ali Kaya sendikaya üye oldu.",
                "1899'da kurulan derneğin sorumlusu Ali Kaya kınama cezası aldı.",
                "Böbrek hastası öğrencilerimizden Ali Kaya bugün ameliyat oluyor.",
                "Ali Kaya CHP'li, oda 1204",
                "Takım lideri Ali Kaya epilepsi hastası."
            })
    void whatIsToldOfOnesOwnIsALeak(String text) {
        assertThat(identifiers(text)).isNotEmpty().noneMatch(found -> found.contains("/PROBABLE:"));
    }

    /** Names and words of every day say nothing of the press or of history. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sultan Yılmaz şizofreni tedavisi görüyor.",
                "Ayşe Savcı kanser tedavisi görüyor.",
                "Ayşe Ünlü kanser tedavisi görüyor.",
                "Annesine bakan Ali Kaya kanser tedavisi görüyor.",
                "Tedavisi gören Ali Kaya tek başına yaşıyor ve kanser hastası.",
                "Ali Kaya kanser tedavisi görüyor, bilgilerinize bildirildi.",
                "Ali Kaya'nın epilepsi hastası olduğu belirtildi.",
                "Ali Kaya'nın kanser tedavisi gördüğü öğrenildi ve dosyaya kaydedildi.",
                "Haberiniz olsun, Ali Kaya kanser tedavisi görüyor.",
                "Ali Kaya dün kalp operasyonu geçirdi, yoğun bakımda.",
                "Akpınar Mahallesinde oturan Ali Kaya kanser tedavisi görüyor.",
                "Kurum 1899'da açıldı. Ali Kaya kanser tedavisi görüyor.",
                "1899'da kurulan kulübün başkanlığına seçilen Ali Kaya kanser tedavisi görüyor."
            })
    void wordsOfEveryDayDoNotMakeALeakPublic(String text) {
        assertThat(identifiers(text)).isNotEmpty().noneMatch(found -> found.contains("/PROBABLE:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ayşe Yılmaz'ın çağrısına 20 bin engellinin yanıt verdiği görüldü.",
                "Ayşe Yılmaz toplantıda Alevi Kültür Derneği ile görüştü.",
                "Ayşe Yılmaz bir psikiyatri profesörüdür.",
                "AKP lideri Mehmet Kaya salonda konuştu.",
                "Puanlar açıklandı. Ayşe Hanıma 5 puan veriyorum.",
                "Mehmet Kaya çok partili düzeni anlattı."
            })
    void otherPeopleThingsAndOpinionsAreNobodysState(String text) {
        assertThat(identifiers(text)).isEmpty();
    }
}
