package org.peyk.kvkk;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.identifiers;
import static org.peyk.kvkk.Scans.notable;

/** Numbers, dates, names and addresses that only a label, a heading or the talk around them tells from others. */
class LabelledIdentifiersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pasaport No: U12345678 ile giriş | PASSPORT:U12345678",
                "Passport number: XR730915 | PASSPORT:XR730915",
                "Ehliyet belge no 702914 | DRIVING_LICENCE:702914",
                "Sürücü belgesi no: 702914 | DRIVING_LICENCE:702914",
                "kurum sicil no 40217 | STAFF_NO:40217",
                "Sicil: B-7741 | STAFF_NO:B-7741",
                "40217 sicil numaralı memur | STAFF_NO:40217",
                "SGK sicil no: 0612200450091 | SGK_NO:0612200450091",
                "Aile hekimine vergi no 4540536920 | VKN:4540536920",
                "VKN: 4540536921 | VKN/PROBABLE:4540536921",
                "Doğum tarihi: 12.05.2001 | BIRTH_DATE:12.05.2001",
                "D.T. 12/05/2001 | BIRTH_DATE:12/05/2001",
                "12 Mayıs 2001 doğumlu | BIRTH_DATE:12 Mayıs 2001",
                "Date of birth: 2001-05-12 | BIRTH_DATE:2001-05-12",
                "Doğum günü: 7 Şubat | BIRTH_DATE:7 Şubat",
                "Doğum yeri: Tirebolu | BIRTH_PLACE:Tirebolu",
                "Baba adı: Rüstem | PARENT_NAME:Rüstem",
                "ANNE ADI: HATİCE | PARENT_NAME:HATİCE",
                "Kızlık soyadı - Ertuna | PARENT_NAME:Ertuna",
                "Plakası 35 ABC 12 olan araç | PLATE:35 ABC 12",
                "otoparktaki 07KV4417 | PLATE:07KV4417",
                "Kullanıcı adı mert, şifre: Yaz#2031 | CREDENTIAL:Yaz#2031",
                "Hesabınızın geçici parolası Qw7zz!k4 olarak verildi | CREDENTIAL:Qw7zz!k4"
            })
    void aLabelNamesIt(String text, String found) {
        assertThat(identifiers(text)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kitap 12.05.2001 tarihinde basıldı.",
                "34 ABC 12 kodlu derslikte",
                "34 A 12 numaralı salon ve otopark",
                "Adli sicil kaydı 2026/114 sayılı yazıyla istenir.",
                "Ticaret sicil no: 118204",
                "Üniversite Döner Sermaye İşletmesi, vergi no 4540536920",
                "Sürüm 2.4.1.7 kuruldu, 14.3.2.1 maddesi",
                "IP adresi almak için başvurun; sürüm 3",
                "Zoom toplantısı: Meeting ID 874 5510 3296, şifre: bahar26",
                "Kablosuz ağ adı KONUK, parola: Konuk2031!",
                "Parola değiştirme kılavuzu yayımlandı.",
                "Şifre: ********",
                "Parolanızı unuttuysanız destek birimine yazın.",
                "Kongre Merkezi, Cumhuriyet Mah. Okul Sok. No: 4 Kat: 2",
                "Cumhuriyet Caddesi trafiğe kapalıdır, 2. Sokak açıktır."
            })
    void otherThingsAreNot(String text) {
        assertThat(identifiers(text)).isEmpty();
    }

    @Test
    void anAddressOfAConnectionNeedsTalkOfOne() {
        assertThat(identifiers("Ayşe Yılmaz, 81.213.40.9 IP adresinden bağlandı"))
                .containsExactly("IP_ADDRESS:81.213.40.9");
        assertThat(identifiers("Sunucunun IP adresi 10.4.2.7")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ev adresi: Bahçe Mah. Lale Sok. No: 8",
                "Bahçe Mah. Lale Sok. No: 8/5",
                "LALE SOKAK ÇINAR APT. KAT 3 DAİRE 5",
                "Yalı Sitesi C Blok Daire 11"
            })
    void aHomeHasAFlatOrIsCalledOne(String text) {
        assertThat(identifiers(text)).singleElement().asString().startsWith("HOME_ADDRESS:");
    }

    @Test
    void aHeadingFarAboveIsEnough() {
        assertThat(notable(Scans.table(
                        "Sheet1",
                        false,
                        List.of(
                                List.of("Name", "Passport No", "Date of birth", "Baba Adı", "Plaka"),
                                List.of("Ayşe Yılmaz", "XR730915", "12/05/2001", "Rüstem", "35 ABC 12")))))
                .containsExactly(
                        "PERSON_NAME:Ayşe Yılmaz",
                        "PASSPORT:XR730915",
                        "BIRTH_DATE:12/05/2001",
                        "PARENT_NAME:Rüstem",
                        "PLATE:35 ABC 12");
    }
}
