package org.peyk.internal.delivery;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.spi.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class AddressKeyTest {

    private static String mail(String address) {
        return AddressKey.of(Channel.MAIL, address);
    }

    @ParameterizedTest
    @CsvSource({
        "ali@ornek.edu.tr, ALI@ORNEK.EDU.TR",
        "ali@ornek.edu.tr, ALİ@ORNEK.EDU.TR",
        "ali@ornek.edu.tr, alı@ornek.edu.tr",
        "ali@bilgi.edu.tr, ALI@BILGI.EDU.TR",
        "ali@bilgi.edu.tr, ali@bılgı.edu.tr",
        "ali@ornek.edu.tr, ali@ornek.edu.tr.",
        "şule@ornek.edu.tr, ŞULE@ornek.edu.tr",
        "ali@örnek.edu.tr, ali@xn--rnek-4qa.edu.tr",
        "ali@örnek.edu.tr, ALİ@ÖRNEK.EDU.TR",
        "ali@ornek.edu.tr, Ａｌｉ＠ｏｒｎｅｋ．ｅｄｕ．ｔｒ",
        "ali@ornek.edu.tr, ali@ornek。edu。tr",
        "ali@ısık.edu.tr, ali@ISIK.EDU.TR",
        "ali@xn--k-ela.tr, ali@xn--K-ELA.tr",
        "οδος@ornek.edu.tr, ΟΔΟΣ@ornek.edu.tr",
    })
    void oneMailboxIsOneKey(String one, String other) {
        assertThat(mail(one)).isEqualTo(mail(other));
    }

    @ParameterizedTest
    @CsvSource({
        "sule@ornek.edu.tr, şule@ornek.edu.tr",
        "gokce@ornek.edu.tr, gökçe@ornek.edu.tr",
        "a.b@ornek.edu.tr, ab@ornek.edu.tr",
        "ali+x@ornek.edu.tr, ali@ornek.edu.tr",
        "ali@ornek.edu.tr, ali@mail.ornek.edu.tr",
        "ali@ornek.edu.tr, ali@örnek.edu.tr",
        "ali@ornek.edu.tr, аli@ornek.edu.tr",
        "ali.@ornek.edu.tr, ali@ornek.edu.tr",
    })
    void otherPersonsAreOtherKeys(String one, String other) {
        assertThat(mail(one)).isNotEqualTo(mail(other));
    }

    @Test
    void composedAndDecomposedLettersAreOne() {
        assertThat(mail("go\u0308kce@ornek.edu.tr")).isEqualTo(mail("g\u00F6kce@ornek.edu.tr"));
        assertThat(mail("I\u0307rem@ornek.edu.tr")).isEqualTo(mail("irem@ornek.edu.tr"));
        assertThat(mail("i\u0307rem@ornek.edu.tr")).isEqualTo(mail("irem@ornek.edu.tr"));
        assertThat(mail("\u0131\u0307rem@ornek.edu.tr")).isEqualTo(mail("irem@ornek.edu.tr"));
        assertThat(mail("\u0130rem@ornek.edu.tr".toLowerCase(Locale.ROOT))).isEqualTo(mail("irem@ornek.edu.tr"));
        assertThat(mail("IREM@ORNEK.EDU.TR".toLowerCase(Locale.forLanguageTag("tr"))))
                .isEqualTo(mail("irem@ornek.edu.tr"));
    }

    @Test
    void whatIsNoDomainStillHasAKey() {
        assertThat(mail("a@" + "x".repeat(70) + ".tr")).endsWith(".tr");
        assertThat(mail("a@b..c")).isEqualTo(mail("A@B..C"));
    }

    @Test
    void numbersAreTheirDigits() {
        assertThat(AddressKey.of(Channel.SMS, "+90 555 111 22 33")).isEqualTo("+905551112233");
    }
}
