package org.peyk.kvkk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.all;
import static org.peyk.kvkk.Scans.identifiers;

/** The wordings that universities use for birth, marks, discipline, need and numbers, and what they look like without being one. */
class WordingsOfTheFieldTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ayşe Yılmaz (d. 12.05.2001) | 12.05.2001",
                "Ayşe Yılmaz, Doğ. Tar.: 12-05-2001 | 12-05-2001",
                "Ayşe Yılmaz 12 Mayıs 2001'de doğdu | 12 Mayıs 2001",
                "Ayşe Yılmaz, 12.05.2001 tarihinde Sivas'ta doğmuştur | 12.05.2001",
                "Ayşe Yılmaz Doğum Yeri ve Tarihi: Sivas, 12.05.2001 | 12.05.2001",
                "Ayşe Yılmaz Doğum Yeri/Tarihi: Sivas/12.05.2001 | 12.05.2001",
                "Ayşe Yılmaz, Date of Birth: May 12, 2001 | May 12, 2001",
                "Ayşe Yılmaz, born 12 May 2001 | 12 May 2001"
            })
    void datesOfBirth(String text, String date) {
        assertThat(identifiers(text)).containsExactly("BIRTH_DATE:" + date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Toplantı 12.05.2001 tarihinde yapıldı. Ayşe Yılmaz katıldı.",
                "Doğum izni 12.05.2024 tarihinde başlar.",
                "Madde 4 (d) 12.05.2001 tarihli yönetmelik",
                "Ayşe Yılmaz 2001 doğumlu"
            })
    void otherDates(String text) {
        assertThat(identifiers(text)).noneMatch(s -> s.startsWith("BIRTH_DATE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ayşe Yılmaz transkript: MAT101 AA | GRADE:AA",
                "Ayşe Yılmaz'ın notu 60'a yükseltildi | GRADE:60",
                "Ayşe Yılmaz AGNO: 3.12 | GRADE:3.12",
                "Ayşe Yılmaz'a kınama | DISCIPLINARY:kınama",
                "Ayşe Yılmaz'ın okulla ilişiği kesilmiştir | DISCIPLINARY:ilişiği kesilmiştir",
                "Ayşe Yılmaz disiplin suçu işledi | DISCIPLINARY:disiplin suçu",
                "Ayşe Yılmaz yükseköğretim kurumundan çıkarıldı | DISCIPLINARY:yükseköğretim kurumundan çıkarıldı",
                "Ayşe Yılmaz was suspended | DISCIPLINARY:was suspended",
                "Ayşe Yılmaz yemek bursundan yararlanacak | FINANCIAL_NEED:yemek bursundan",
                "Öğrenci: 20210104035 - Ayşe Yılmaz | STUDENT_NO:20210104035",
                "191213045 no'lu Ayşe Yılmaz | STUDENT_NO:191213045",
                "Ayşe Yılmaz, No: 20210104035 | STUDENT_NO:20210104035"
            })
    void whatIsToldOfStudents(String text, String found) {
        assertThat(identifiers(text)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kınama, uyarma ve aylıktan kesme cezaları yönetmelikte sayılır. Ayşe Yılmaz",
                "Ayşe Yılmaz ENG101 dersinin konusunu anlattı",
                "Karar No: 20210104035 Dekan Prof. Dr. Ayşe Yılmaz"
            })
    void whatOnlyLooksLikeIt(String text) {
        assertThat(identifiers(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "öğrenci ayşe yılmaz geldi | ayşe yılmaz",
                "ad soyad: ayşe yılmaz | ayşe yılmaz",
                "sayın mehmet ali yılmaz | mehmet ali yılmaz",
                "YILMAZ, Ayşe - 85 | YILMAZ, Ayşe",
                "Ayşe Hanım izinde | Ayşe Hanım",
                "Mehmet Bey'in izni | Mehmet Bey",
                "Ali Hoca'nın dersi | Ali Hoca"
            })
    void namesInOtherForms(String text, String name) {
        assertThat(all(text)).contains("PERSON_NAME:" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ankara, Deniz", "öğrenci deniz kenarında", "sayın deniz kuvvetleri", "Kitap, Deniz"})
    void wordsThatAreNames(String text) {
        assertThat(all(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TC Kimlik No: 1OOOOOOO146 | TCKN:1OOOOOOO146",
                "TCKN: l0000000l46 | TCKN:l0000000l46",
                "O532 123 45 67 | MOBILE_PHONE:532 123 45 67"
            })
    void lettersThatWereMeantForDigits(String text, String found) {
        assertThat(identifiers(text)).containsExactly(found);
    }

    @Test
    void lettersAreDigitsOnlyBehindALabelAndWithRightCheckDigits() {
        assertThat(identifiers("Ürün 1OOOOOOO146")).isEmpty();
        assertThat(identifiers("TC Kimlik No: 1OOOOOOO147")).isEmpty();
    }

    @Test
    void twoAddressesOnALineAreTwo() {
        assertThat(identifiers("Gül Mah. Çam Sok. No:3 D:5 Sivas, Ayşe Kaya Yeni Mah. Lale Cad. No:7/2 Kayseri"))
                .containsExactly("HOME_ADDRESS:Gül Mah. Çam Sok. No:3 D:5", "HOME_ADDRESS:Yeni Mah. Lale Cad. No:7/2");
    }

    /** The examples of ICAO 9303. */
    @Test
    void theMachineReadableZoneTellsTheDocument() {
        assertThat(identifiers(
                        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"))
                .containsExactly("PASSPORT:L898902C3");
        assertThat(identifiers("I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6"))
                .containsExactly("ID_CARD_NO:D23145890");
        assertThat(identifiers("L898902C37UTO7408122F1204159ZE184226B<<<<<10")).isEmpty();
    }
}
