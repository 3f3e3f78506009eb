package org.peyk.kvkk.internal;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.kvkk.Seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Check digits: against vectors of others, against the same written otherwise, and by how many random numbers they let pass. The count of random
 * numbers a kind is {@code -Dpeyk.kvkk.numbers}, 10,000,000 for the full measure.
 */
class ChecksumsTest {

    private static final int NUMBERS = Integer.getInteger("peyk.kvkk.numbers", 300_000);

    @ParameterizedTest
    @CsvSource({
        "10000000146, true",
        "17291716060, true",
        "17291716050, false",
        "07291716092, false",
        "99000000042, true",
        "10000000147, false",
        "12345678901, false"
    })
    void identityNumbers(String digits, boolean right) {
        assertThat(Checksums.identity(bytes(digits))).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"4540536920, true", "4540536921, false", "8760047464, true", "1043321813, false", "9600133897, false"})
    void taxNumbers(String digits, boolean right) {
        assertThat(Checksums.tax(bytes(digits))).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111111, true",
        "5555555555554444, true",
        "378282246310005, true",
        "6011111111111117, true",
        "4111111111111112, false"
    })
    void cards(String digits, boolean right) {
        assertThat(Checksums.luhn(bytes(digits), digits.length())).isEqualTo(right);
    }

    /** The examples of the IBAN registry (ISO 13616). */
    @ParameterizedTest
    @CsvSource({
        "tr330006100519786457841326, true",
        "de89370400440532013000, true",
        "gb29nwbk60161331926819, true",
        "nl91abna0417164300, true",
        "tr330006100519786457841327, false",
        "de88370400440532013000, false"
    })
    void ibans(String iban, boolean right) {
        assertThat(Checksums.iban(iban)).isEqualTo(right);
        if (iban.startsWith("tr")) {
            assertThat(Checksums.turkishIban(bytes(iban.substring(2)))).isEqualTo(right);
        }
    }

    @Test
    void oneInAHundredIsAnIdentityNumber() {
        assertAccepted(11, 1, 1 / 100.0, Checksums::identity);
    }

    @Test
    void oneInTenIsATaxNumber() {
        assertAccepted(10, 0, 1 / 10.0, Checksums::tax);
    }

    @Test
    void oneInTenIsACard() {
        assertAccepted(16, 0, 1 / 10.0, d -> Checksums.luhn(d, 16));
    }

    @Test
    void oneInNinetySevenIsAnAccount() {
        assertAccepted(24, 0, 1 / 97.0, Checksums::turkishIban);
    }

    @Test
    void theSameWrittenOtherwiseSaysTheSame() {
        Random random = Seeds.random("checkDigits");
        for (int i = 0; i < NUMBERS / 10; i++) {
            byte[] identity = digits(random, 11, 1);
            assertThat(Checksums.identity(identity)).isEqualTo(byWeights(identity));
            byte[] account = digits(random, 24, 0);
            BigInteger moved = new BigInteger(
                    text(account).substring(2) + "2927" + text(account).substring(0, 2));
            boolean right = moved.mod(BigInteger.valueOf(97)).intValue() == 1;
            assertThat(Checksums.turkishIban(account)).isEqualTo(right);
        }
    }

    /** The other wording of the rule, with weights of three and one. */
    private static boolean byWeights(byte[] d) {
        int weighted = 0;
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            weighted += (i % 2 == 0 ? 3 : 1) * d[i];
            sum += d[i];
        }
        int tenth = (10 - weighted % 10) % 10;
        return tenth == d[9] && (sum + tenth) % 10 == d[10];
    }

    private static void assertAccepted(int length, int leastFirst, double share, Predicate<byte[]> check) {
        Random random = Seeds.random("checkDigits");
        int accepted = 0;
        for (int i = 0; i < NUMBERS; i++) {
            accepted += check.test(digits(random, length, leastFirst)) ? 1 : 0;
        }
        // six times the standard deviation: once in five hundred million runs
        double slack = 6 * Math.sqrt(share * (1 - share) * NUMBERS);
        assertThat((double) accepted).isCloseTo(share * NUMBERS, within(slack));
    }

    private static byte[] digits(Random random, int length, int leastFirst) {
        byte[] digits = new byte[length];
        for (int i = 0; i < length; i++) {
            digits[i] = (byte) random.nextInt(10);
        }
        digits[0] = (byte) (leastFirst + random.nextInt(10 - leastFirst));
        return digits;
    }

    private static String text(byte[] digits) {
        StringBuilder text = new StringBuilder();
        for (byte digit : digits) {
            text.append(digit);
        }
        return text.toString();
    }

    private static byte[] bytes(String digits) {
        byte[] bytes = new byte[digits.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (digits.charAt(i) - '0');
        }
        return bytes;
    }
}
