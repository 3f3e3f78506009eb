package org.peyk.kvkk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.identifiers;

class PhonesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05321234567",
                "0532 123 45 67",
                "0(532) 123 45 67",
                "0 (532) 123 45 67",
                "(0532) 123 45 67",
                "0532-123-4567",
                "0532.123.45.67",
                "0.532.123.45.67",
                "0532/123 45 67",
                "+905321234567",
                "+90 532 123 45 67",
                "+90 (532) 123 45 67",
                "00905321234567",
                "90 532 123 45 67",
                "532 123 45 67",
                "0 5 3 2 1 2 3 4 5 6 7",
                "0532 1234567",
                "0532\u00A0123\u00A045\u00A067"
            })
    void anySpellingOfAMobileIsFound(String spelling) {
        String text = "Sorular için " + spelling + "'den arayınız.";
        assertThat(identifiers(text)).containsExactly("MOBILE_PHONE:" + spelling);
        assertThat(Scans.SCANNER.scan(text).get(0).masked()).isEqualTo("05*******67");
    }

    @Test
    void tenDigitsNeedALabel() {
        assertThat(identifiers("Adet 5321234567")).isEmpty();
        assertThat(identifiers("Cep: 5321234567")).containsExactly("MOBILE_PHONE:5321234567");
        assertThat(identifiers("https://wa.me/905321234567")).containsExactly("MOBILE_PHONE:905321234567");
    }

    @Test
    void aListNumberInFrontDoesNotDisturb() {
        assertThat(identifiers("3 0532 123 45 67\n4 0533 123 45 67"))
                .containsExactly("MOBILE_PHONE:0532 123 45 67", "MOBILE_PHONE:0533 123 45 67");
        assertThat(identifiers("10000000146 05321234567"))
                .containsExactly("TCKN:10000000146", "MOBILE_PHONE:05321234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0312 297 10 00", "0(312) 297 10 00", "+90 312 297 10 00", "03122971000", "0 312 297 1000"})
    void landlinesAreFound(String spelling) {
        assertThat(identifiers("Tel: " + spelling)).containsExactly("LANDLINE_PHONE:" + spelling);
    }

    @Test
    void theInstitutionsOwnPhonesAreOrdinary() {
        KvkkScanner scanner = KvkkScanner.of(
                KvkkRules.builder().institutionPhonePrefixes("0312 297").build());
        assertThat(scanner.scan("Tel: +90 (312) 297 10 00 / 1462")).hasSize(1).allMatch(Match::ordinary);
        assertThat(scanner.scan("Tel: 0312 298 10 00")).hasSize(1).noneMatch(Match::ordinary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dahili 1234",
                "444 0 555",
                "0850 222 33 44",
                "02.12.2026 100 kişi",
                "14.02.2004",
                "İletişim: 05.12.2026 100 kişi",
                "17:00-18:30",
                "Takip no: 05324178 90261",
                "Meeting ID: 874 5510 3296",
                "0999 123 45 67",
                "1.250.000,00 TL",
                "39.7512, 37.0158",
                "Referans no 05321234567"
            })
    void otherNumbersAreNone(String text) {
        assertThat(identifiers(text)).isEmpty();
    }

    @Test
    void anExtensionBehindANumberIsNotPartOfIt() {
        assertThat(identifiers("0 (346) 555 10 10 - 1462 / 1463")).containsExactly("LANDLINE_PHONE:0 (346) 555 10 10");
        assertThat(identifiers("0346 555 10 10/1462")).containsExactly("LANDLINE_PHONE:0346 555 10 10");
    }
}
