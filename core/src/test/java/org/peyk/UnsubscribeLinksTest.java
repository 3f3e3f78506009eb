package org.peyk;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.Purpose;
import org.peyk.spi.transport.Header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnsubscribeLinksTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String TEMPLATE = "https://duyuru.ornek.edu.tr/ayril?m={token}&dil=tr";
    private final UnsubscribeLinks links = UnsubscribeLinks.of(TEMPLATE, SECRET);

    private static String token(String link) {
        return link.substring(link.indexOf("m=") + 2, link.indexOf('&'));
    }

    @Test
    void aLinkNamesItsMessageAndNoOther() {
        Set<String> all = new HashSet<>();
        for (long row : new long[] {0, 1, 36, 1_000_000_007L, Long.MAX_VALUE}) {
            String link = links.forDelivery(row);
            assertThat(link).matches("https://duyuru\\.ornek\\.edu\\.tr/ayril\\?m=[0-9a-z]+\\.[a-z2-7]{16}&dil=tr");
            assertThat(links.delivery(token(link))).hasValue(row);
            all.add(link);
        }
        assertThat(all).hasSize(5);
    }

    @Test
    void whatIsChangedInAnyPlaceNamesNothing() {
        String token = token(links.forDelivery(4711));
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'b' ? 'c' : 'b';
            assertThat(links.delivery(token.substring(0, i) + other + token.substring(i + 1)))
                    .as("changed at %d", i)
                    .isEmpty();
        }
        for (String wrong : List.of("", "4711", "zzzzzzzzzzzzz." + token.substring(token.indexOf('.') + 1), "\0")) {
            assertThat(links.delivery(wrong)).isEmpty();
        }
    }

    /** Whoever sees a return path cannot unsubscribe by it, though the secret is the same. */
    @Test
    void aReturnPathIsNoLink() {
        String address = SignedReturnPath.of("donus@ornek.edu.tr", SECRET).forDelivery(7);
        assertThat(links.delivery(address.substring(address.indexOf('+') + 1, address.indexOf('@'))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatCanBeLeftHasLinks(Purpose purpose) {
        List<Header> headers = links.headers(purpose, 7);
        if (purpose == Purpose.INVITATION || purpose == Purpose.CELEBRATION) {
            assertThat(headers)
                    .containsExactly(
                            new Header("List-Unsubscribe", "<" + links.forDelivery(7) + ">"),
                            new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        } else {
            assertThat(headers).isEmpty();
        }
    }

    @Test
    void otherPurposesCanBeChosenButNotTheOnesThatConcernSafety() {
        UnsubscribeLinks calls = links.forPurposes(Set.of(Purpose.CALL));
        assertThat(calls.purposes()).containsExactly(Purpose.CALL);
        assertThat(calls.headers(Purpose.CALL, 7)).hasSize(2);
        assertThat(calls.headers(Purpose.CELEBRATION, 7)).isEmpty();
        assertThat(links.forPurposes(Set.of()).purposes()).isEmpty();
        for (Purpose never : List.of(Purpose.EMERGENCY, Purpose.OUTAGE)) {
            assertThatThrownBy(() -> links.forPurposes(Set.of(never, Purpose.CALL)))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://a.example/x",
                "http://a.example/{token}",
                "https://{token}.example/",
                "https://a.example{token}/",
                "https://a.example:{token}/",
                "https://{token}@a.example/",
                "https://a.example/{token}/{token}",
                "https://a.example/#{token}",
                "https://a.example/{token}>, <mailto:x@y.example",
                "https://a.example/ {token}",
                "https://a.example/ç/{token}",
                "https:///{token}",
                "mailto:x@y.example?subject={token}"
            })
    void whatIsNoTemplateIsRefused(String template) {
        assertThatThrownBy(() -> UnsubscribeLinks.of(template, new byte[31]))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void showsNoSecret() {
        assertThat(links.toString()).isEqualTo("UnsubscribeLinks[…]");
    }
}
