package org.peyk.kvkk;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.peyk.kvkk.Scans.identifiers;

class IdentityNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"10000000146", "17291716060", "99000000042"})
    void knownNumbersAreFound(String number) {
        String type = number.startsWith("99") ? "YKN" : "TCKN";
        assertThat(identifiers("Bilgi: " + number + " kayıtlıdır.")).containsExactly(type + ":" + number);
    }

    @Test
    void wrongCheckDigitsAloneAreNothing() {
        assertThat(identifiers("Bilgi: 10000000147 ve 17291716050")).isEmpty();
    }

    @Test
    void wrongCheckDigitsBesideALabelAreProbable() {
        assertThat(identifiers("T.C. Kimlik No: 10000000147")).containsExactly("TCKN/PROBABLE:10000000147");
        assertThat(identifiers("TCKN 12345678901")).containsExactly("TCKN/PROBABLE:12345678901");
        assertThat(identifiers("YKN: 99000000043")).containsExactly("YKN/PROBABLE:99000000043");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100 000 001 46",
                "100.000.001.46",
                "100-000-001-46",
                "100_000_001_46",
                "100 000 00146",
                "1 0 0 0 0 0 0 0 1 4 6",
                "\uFF11\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF11\uFF14\uFF16",
                "\u0661\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0661\u0664\u0666",
                "100\u200B0000\u00AD0146",
                "100\u00A0000\u202F001\u200746"
            })
    void anySpellingIsFound(String spelling) {
        String text = "Numara: " + spelling + " idi.";
        assertThat(Scans.SCANNER.scan(text)).hasSize(1).allSatisfy(m -> {
            assertThat(m.type()).isEqualTo(PersonalDataType.TCKN);
            assertThat(text.substring(m.start(), m.end())).isEqualTo(spelling);
            assertThat(m.masked()).isEqualTo("10*******46");
        });
    }

    @Test
    void digitsOutsideTheBasicPlaneAreFound() {
        StringBuilder bold = new StringBuilder();
        for (char c : "10000000146".toCharArray()) {
            bold.appendCodePoint(0x1D7CE + (c - '0'));
        }
        assertThat(identifiers("😀 " + bold + " 😀")).containsExactly("TCKN:" + bold);
    }

    @Test
    void unusualGroupsAndLineBreaksNeedALabel() {
        assertThat(identifiers("Toplam 100000 00146 adet")).isEmpty();
        assertThat(identifiers("kimlik no 100000\n00146 (3 çocuk)")).containsExactly("TCKN:100000\n00146");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10000000146'nın sahibi",
                "10000000146’nın sahibi",
                "10000000146nolu",
                "TC10000000146",
                "TCKN10000000146",
                "tcno:10000000146",
                "No10000000146",
                "(10000000146)",
                "ali_10000000146.pdf",
                "Ali;10000000146;Veli",
                "Ali|10000000146|Veli",
                "12\t10000000146\t85"
            })
    void whatTouchesTheNumberDoesNotHideIt(String text) {
        assertThat(identifiers(text)).containsExactly("TCKN:10000000146");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab10000000146",
                "10000000146a7f3",
                "100000001460",
                "310000000146",
                "tutar 10000000146,50 TL",
                "0.10000000146"
            })
    void partsOfLongerCodesAreNothing(String text) {
        assertThat(identifiers(text)).isEmpty();
    }

    @Test
    void aListNumberDoesNotBecomePartOfIt() {
        assertThat(identifiers("1. 10000000146\n2. 17291716060"))
                .containsExactly("TCKN:10000000146", "TCKN:17291716060");
        assertThat(identifiers("12 10000000146")).containsExactly("TCKN:10000000146");
    }

    @Test
    void aNumberOfAThingIsDoubtfulAtMost() {
        assertThat(identifiers("Takip no: 10000000146")).containsExactly("TCKN/PROBABLE:10000000146");
        assertThat(identifiers("https://zoom.us/j/10000000146")).containsExactly("TCKN/PROBABLE:10000000146");
        assertThat(identifiers("https://obs.edu.tr/?tc=10000000146")).containsExactly("TCKN:10000000146");
    }

    @Test
    void aStudentNumberThatPassesByChanceIsAStudentNumber() {
        Random random = Seeds.random("aStudentNumberThatPassesByChanceIsAStudentNumber");
        String number = Values.identity("2021" + Values.digits(random, 5));
        assertThat(identifiers("Öğrenci No: " + number)).containsExactly("STUDENT_NO:" + number);
        assertThat(identifiers("Kayıt: " + number)).containsExactly("TCKN:" + number);
    }

    @Test
    void anIdentityNumberGivenAsStudentNumberIsForAPersonToJudge() {
        assertThat(identifiers("Öğrenci No: 17291716060")).containsExactly("TCKN/PROBABLE:17291716060");
        assertThat(identifiers("Öğrenci No: 17291716061")).containsExactly("STUDENT_NO:17291716061");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123******46", "1**********", "10*******80", "12345XXXXXX", "12••••••345", "*******0146"})
    void maskedNumbersAreNamedAsSuch(String masked) {
        assertThat(identifiers("Kart (" + masked + ") bulundu")).containsExactly("TCKN/MASKED:" + masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0532*****67", "12****34", "4022********0503", "1***", "****"})
    void otherMaskedThingsAreNot(String masked) {
        assertThat(identifiers("Kayıt " + masked + " bulundu")).isEmpty();
    }

    @Test
    void allGeneratedNumbersAreFound() {
        Random random = Seeds.random("allGeneratedNumbersAreFound");
        for (int i = 0; i < 5_000; i++) {
            String number = i % 3 == 0 ? Values.ykn(random) : Values.tckn(random);
            List<String> found = identifiers("x " + number + " y");
            assertThat(found).hasSize(1);
            assertThat(found.get(0)).endsWith(":" + number).doesNotContain("PROBABLE");
        }
    }

    @Test
    void oneInAHundredRandomNumbersPasses() {
        Random random = Seeds.random("oneInAHundredRandomNumbersPasses");
        int numbers = 200_000;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers; i++) {
            text.append(1 + random.nextInt(9)).append(Values.digits(random, 10)).append('\n');
        }
        long passed = Scans.SCANNER.scan(text).stream()
                .filter(m -> m.certainty() == Certainty.VERIFIED)
                .count();
        // five standard deviations of a binomial distribution with p = 0.01
        assertThat((double) passed).isCloseTo(numbers / 100.0, within(5 * Math.sqrt(numbers * 0.01 * 0.99)));
    }
}
