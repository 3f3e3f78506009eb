package org.peyk.kvkk;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.identifiers;

class AccountsAndCardsTest {

    private static final String IBAN = "TR330006100519786457841326";

    @ParameterizedTest
    @ValueSource(
            strings = {
                IBAN,
                "TR33 0006 1005 1978 6457 8413 26",
                "tr33 0006 1005 1978 6457 8413 26",
                "TR 33 0006 1005 1978 6457 8413 26",
                "TR33-0006-1005-1978-6457-8413-26",
                "TR33 0006 1005\n1978 6457 8413 26",
                "TR33\u00A00006\u00A01005\u00A01978\u00A06457\u00A08413\u00A026"
            })
    void anySpellingOfAnIbanIsFound(String spelling) {
        String text = "Hesap: " + spelling + "'ya yatırınız.";
        assertThat(identifiers(text)).containsExactly("IBAN:" + spelling);
        assertThat(Scans.SCANNER.scan(text).get(0).masked()).isEqualTo("TR33********************26");
    }

    @Test
    void aMistypedIbanIsProbable() {
        assertThat(identifiers("TR330006100519786457841327"))
                .containsExactly("IBAN/PROBABLE:TR330006100519786457841327");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-1-TR01-KA131-HED-000298114",
                "TR33 0006 1005",
                "PTR330006100519786457841326",
                "TR3300061005197864578413261"
            })
    void otherCodesWithTrAreNone(String text) {
        assertThat(identifiers(text)).isEmpty();
    }

    @Test
    void theInstitutionsOwnAccountIsOrdinary() {
        KvkkScanner scanner = KvkkScanner.of(
                KvkkRules.builder().ownIbans("TR33 0006 1005 1978 6457 8413 26").build());
        assertThat(scanner.scan("Harç: " + IBAN)).hasSize(1).allMatch(Match::ordinary);
    }

    @Test
    void allGeneratedAccountsAreFound() {
        Random random = Seeds.random("allGeneratedAccountsAreFound");
        for (int i = 0; i < 2_000; i++) {
            String iban = Values.iban(random);
            String spelling = i % 2 == 0 ? iban.toLowerCase(Locale.ROOT) : iban;
            assertThat(identifiers("hesap " + spelling + ".")).containsExactly("IBAN:" + spelling);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "5555-5555-5555-4444",
                "378282246310005",
                "3782 822463 10005"
            })
    void cardsAreFound(String spelling) {
        assertThat(identifiers("Ödeme " + spelling + " ile alındı.")).containsExactly("PAYMENT_CARD:" + spelling);
    }

    @Test
    void aCardWithAWrongDigitCountsBesideItsLabelOnly() {
        assertThat(identifiers("Sıra 4111 1111 1111 1112")).isEmpty();
        assertThat(identifiers("Kredi kartı no: 4111 1111 1111 1112"))
                .containsExactly("PAYMENT_CARD/PROBABLE:4111 1111 1111 1112");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISBN 978-603-8089-84-2",
                "ISBN 9786094917967",
                "Barkod 8698931336330",
                "ORCID 0000-0002-1825-0097",
                "Gönderi no 4111111111111111",
                "38.46.08.01-09.4.2.07-2-03.2"
            })
    void codesThatLookLikeCardsAreNone(String text) {
        assertThat(identifiers(text)).isEmpty();
    }

    @Test
    void theTailOfAnIbanIsNoCard() {
        Random random = Seeds.random("theTailOfAnIbanIsNoCard");
        for (int i = 0; i < 2_000; i++) {
            String iban = Values.iban(random);
            String grouped = iban.replaceAll("(.{4})(?!$)", "$1 ");
            List<String> found = identifiers("hesap " + grouped);
            assertThat(found).containsExactly("IBAN:" + grouped);
        }
    }

    @Test
    void allGeneratedCardsAreFound() {
        Random random = Seeds.random("allGeneratedCardsAreFound");
        for (int i = 0; i < 2_000; i++) {
            String card = Values.card(random);
            assertThat(identifiers("kart " + card + ".")).containsExactly("PAYMENT_CARD:" + card);
        }
    }
}
