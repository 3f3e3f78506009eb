package org.peyk.kvkk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.all;
import static org.peyk.kvkk.Scans.identifiers;

class EmailsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ali.veli@gmail.com",
                "ALI.VELI@GMAIL.COM",
                "ali_veli+duyuru@hotmail.com.tr",
                "ali [at] gmail [nokta] com",
                "ali(at)gmail.com",
                "ali {at} gmail (dot) com",
                "ali @ gmail.com",
                "ali\uFF20gmail.com",
                "a\u200Bli@gm\u00ADail.com",
                "ayşe.öz@yandex.com",
                "210412071@ogr.example.edu.tr",
                "ayse.yilmaz@std.example.edu.tr"
            })
    void privateAddressesAreFound(String spelling) {
        assertThat(identifiers("Bilgi: " + spelling + "'a yazınız.")).containsExactly("EMAIL:" + spelling);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oidb@example.edu.tr",
                "feride.altug@example.edu.tr",
                "bilgi@gmail.com",
                "info@firma.com.tr",
                "satis@firma.com",
                "kaymakamlik@icisleri.gov.tr"
            })
    void addressesOfInstitutionsRolesAndFirmsAreOrdinary(String address) {
        assertThat(identifiers("Bilgi: " + address)).isEmpty();
        assertThat(all("Bilgi: " + address)).containsExactly("EMAIL:" + address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instagram: @kuzeyovatopluluk",
                "a***@gmail.com",
                "***i@gmail.com",
                "saat 14.00 @ A Salonu",
                "ali@localhost",
                "@@@@",
                "bak (at) gel",
                "görüşme (at) saat on",
                "x@1.2"
            })
    void otherUsesOfTheSignAreNone(String text) {
        assertThat(identifiers(text)).isEmpty();
    }

    @Test
    void whatFollowsTheAddressIsNotPartOfIt() {
        assertThat(identifiers("ali@gmail.com.")).containsExactly("EMAIL:ali@gmail.com");
        assertThat(identifiers("ali@gmail.com.Sonra")).containsExactly("EMAIL:ali@gmail.com");
        assertThat(identifiers("ali@gmail.com.xlsx")).containsExactly("EMAIL:ali@gmail.com");
        assertThat(identifiers("ali@gmail.com.2026")).containsExactly("EMAIL:ali@gmail.com");
        assertThat(identifiers("2101@ogr.example.edu.tr.docx")).containsExactly("EMAIL:2101@ogr.example.edu.tr");
        assertThat(identifiers("<ali@gmail.com>,veli@gmail.com"))
                .containsExactly("EMAIL:ali@gmail.com", "EMAIL:veli@gmail.com");
        assertThat(identifiers("• ali@gmail.com")).containsExactly("EMAIL:ali@gmail.com");
        assertThat(identifiers("•ali@gmail.com")).containsExactly("EMAIL:ali@gmail.com");
    }

    @Test
    void numbersInAnAddressAreTheAddress() {
        assertThat(identifiers("10000000146@gmail.com")).containsExactly("EMAIL:10000000146@gmail.com");
    }

    @Test
    void theInstitutionsDomainsMakeAnAddressOrdinary() {
        KvkkScanner scanner = KvkkScanner.of(KvkkRules.builder()
                .institutionDomains("Gmail.com", "ÖRNEK.org")
                .studentDomainLabels("aday")
                .build());
        assertThat(scanner.scan("ali@gmail.com ali@alt.gmail.com ali@örnek.org"))
                .hasSize(3)
                .allMatch(Match::ordinary);
        assertThat(scanner.scan("ali@aday.örnek.org")).hasSize(1).noneMatch(Match::ordinary);
    }
}
