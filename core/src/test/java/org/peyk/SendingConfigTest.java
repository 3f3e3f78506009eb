package org.peyk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SendingConfigTest {

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        SendingConfig c = SendingConfig.defaults();
        assertThat(c.connections()).isEqualTo(SendingConfig.DEFAULT_CONNECTIONS);
        assertThat(c.intentWindow()).isEqualTo(1);
        assertThat(c.inDoubtHold()).isEqualTo(Duration.ofMinutes(30));
        assertThat(c.recipientBackoff()).isEqualTo(SendingConfig.DEFAULT_RECIPIENT_BACKOFF);
        assertThat(c.returnPath()).isNull();
        assertThat(c).isEqualTo(SendingConfig.builder().build());
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        SendingConfig.Builder wrong = SendingConfig.builder()
                .connections(0)
                .intentWindow(0)
                .batchSize(1_000_000)
                .retryDeadline(Duration.ofSeconds(-1))
                .recipientBackoff(List.of())
                .backoffJitter(Double.NaN)
                .sessionBackoff(Duration.ofSeconds(10))
                .sessionBackoffLimit(Duration.ofSeconds(1))
                .returnPath("geri\r\nBcc: x@y.tr")
                .messageIdDomain("x>y");
        assertThatThrownBy(wrong::build).isInstanceOfSatisfying(ConfigurationException.class, e -> {
            assertThat(e.problems()).hasSize(9);
            assertThat(e.text().en()).contains("connections", "intentWindow", "batchSize", "retryDeadline");
            assertThat(e.text().tr()).contains("recipientBackoff", "backoffJitter", "returnPath", "messageIdDomain");
        });
    }

    @Test
    void countsAreCompleteAndBalanceOnlyWhenNothingIsMissing() {
        LedgerCounts counts = new LedgerCounts(Map.of(DeliveryState.SENT, 3L, DeliveryState.PENDING, 2L), 5, 0, 0, 0);
        assertThat(counts.states()).hasSize(DeliveryState.values().length);
        assertThat(counts.of(DeliveryState.FAILED)).isZero();
        assertThat(counts.open()).isEqualTo(2);
        assertThat(counts.balanced()).isTrue();
        assertThat(new LedgerCounts(Map.of(DeliveryState.SENT, 3L), 5, 0, 0, 0).balanced())
                .isFalse();
    }
}
