package org.peyk;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignedReturnPathTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private final SignedReturnPath paths = SignedReturnPath.of("Donus@ornek.edu.tr", SECRET);

    @Test
    void anAddressNamesItsMessageAndNoOther() {
        Set<String> all = new HashSet<>();
        long[] rows = {0, 1, 35, 36, 1_000_000_007L, Long.MAX_VALUE};
        for (long row : rows) {
            String address = paths.forDelivery(row);
            assertThat(address).matches("Donus\\+[0-9a-z]+\\.[a-z2-7]{16}@ornek\\.edu\\.tr");
            assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
            assertThat(paths.delivery(address)).hasValue(row);
            assertThat(paths.delivery(address.toUpperCase(Locale.ROOT))).hasValue(row);
            all.add(address);
        }
        assertThat(all).hasSize(rows.length);
    }

    @Test
    void whatIsChangedInAnyPlaceNamesNothing() {
        String address = paths.forDelivery(4711);
        for (int i = 0; i < address.length(); i++) {
            char other = address.charAt(i) == 'b' ? 'c' : 'b';
            String forged = address.substring(0, i) + other + address.substring(i + 1);
            assertThat(paths.delivery(forged)).as("changed at %d", i).isEmpty();
        }
        String signature = address.substring(address.indexOf('.') + 1, address.indexOf('@'));
        assertThat(paths.delivery("donus+" + Long.toString(4712, 36) + "." + signature + "@ornek.edu.tr"))
                .isEmpty();
        assertThat(paths.delivery("donus+zzzzzzzzzzzzz." + signature + "@ornek.edu.tr"))
                .isEmpty();
        assertThat(paths.delivery("donus@ornek.edu.tr")).isEmpty();
        assertThat(paths.delivery("")).isEmpty();
    }

    @Test
    void withAnotherSecretAnotherSignature() {
        byte[] other = SECRET.clone();
        other[31] ^= 1;
        assertThat(SignedReturnPath.of("donus@ornek.edu.tr", other).delivery(paths.forDelivery(1)))
                .isEmpty();
    }

    @Test
    void guessingFindsNothing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String digits = "abcdefghijklmnopqrstuvwxyz234567";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder guess = new StringBuilder("donus+1.");
            for (int d = 0; d < 16; d++) {
                guess.append(digits.charAt(random.nextInt(32)));
            }
            assertThat(paths.delivery(guess + "@ornek.edu.tr"))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void saysEverythingThatIsWrongAndNoSecret() {
        assertThatThrownBy(() -> SignedReturnPath.of("a b@", new byte[31]))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems()).hasSize(2));
        assertThatThrownBy(() -> SignedReturnPath.of("x".repeat(34) + "@ornek.edu.tr", SECRET))
                .isInstanceOf(ConfigurationException.class);
        assertThat(paths.toString()).doesNotContain("ornek");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "donus@ornek..edu.tr",
                "donus@.ornek.edu.tr",
                "donus@ornek-.edu.tr",
                "donus@ornek.edu.tr.",
                "do..nus@ornek.edu.tr",
                ".donus@ornek.edu.tr",
                "donus.@ornek.edu.tr",
                "donus@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.edu.tr"
            })
    void anAddressThatNoSenderTakesIsRefusedAtOnce(String address) {
        assertThatThrownBy(() -> SignedReturnPath.of(address, SECRET)).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d@x.tr",
                "mail.donus_1-a@alt.ornek-1.edu.tr",
                "donus@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.edu.tr"
            })
    void anAddressThatIsOneIsTaken(String address) {
        assertThat(SignedReturnPath.of(address, SECRET).forDelivery(1))
                .endsWith(address.substring(address.indexOf('@')));
    }
}
