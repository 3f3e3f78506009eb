package org.peyk.spi.transport;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TransportTypesTest {

    @ParameterizedTest
    @CsvSource({
        "5.1.1, 5, 1, 1",
        "2.0.0 ok, 2, 0, 0",
        "4.7.500 throttled, 4, 7, 500",
        "'4.2.2\tfull', 4, 2, 2",
        "5.999.999, 5, 999, 999"
    })
    void aStatusCodeIsReadFromTheBeginningOfAText(String text, int statusClass, int subject, int detail) {
        assertThat(EnhancedStatusCode.parse(text)).contains(new EnhancedStatusCode(statusClass, subject, detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 5.1.1",
                "5.1",
                "5.1.",
                "3.1.1",
                "1.0.0",
                "5.1.1000",
                "5.1.1x",
                "5.1.1.1",
                "x 5.1.1",
                "55.1.1",
                "٥.١.١"
            })
    void whatIsNoStatusCodeIsNotReadAsOne(String text) {
        assertThat(EnhancedStatusCode.parse(text)).isEmpty();
    }

    @Test
    void aStatusCodeIsWrittenAsItIsRead() {
        EnhancedStatusCode code = new EnhancedStatusCode(5, 7, 60);
        assertThat(code).hasToString("5.7.60");
        assertThat(EnhancedStatusCode.parse(code.toString())).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 0", "0, 0, 0", "6, 1, 1", "5, -1, 0", "5, 1000, 0", "5, 0, -1", "5, 0, 1000"})
    void aStatusCodeKeepsItsRanges(int statusClass, int subject, int detail) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EnhancedStatusCode(statusClass, subject, detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sub ject", "Subject:", "Konu\u0131", "a\r\nBcc", "a\t"})
    void aHeaderHasTheNameOfAField(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Header(name, "x"));
    }

    @Test
    void nothingBecomesASecondHeader() {
        for (char c : new char[] {'\r', '\n', '\0', 0x0B, 0x0C, 0x1F, 0x7F, 0x85, 0x9F, '\u2028', '\u2029'}) {
            String value = "gizli" + c + "Bcc: x@y.example";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Header("X-Test", value))
                    .withMessageContaining("X-Test")
                    .withMessageNotContaining("gizli");
            refuses("recipient", () -> envelope(value, null, "r@b.example", "<1@b.example>"));
            refuses("recipientName", () -> envelope("a@b.example", value, "r@b.example", "<1@b.example>"));
            refuses("returnPath", () -> envelope("a@b.example", null, value, "<1@b.example>"));
            refuses("messageId", () -> envelope("a@b.example", null, "r@b.example", value));
        }
        assertThatCode(() -> new Header("X-Test", "ığüşöç\tİ 🙂")).doesNotThrowAnyException();
        assertThatCode(() -> envelope("a@b.example", "Işıl Öğüt", "", "<1@b.example>"))
                .doesNotThrowAnyException();
    }

    private static void refuses(String parameter, ThrowingCallable call) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessageStartingWith(parameter)
                .withMessageNotContaining("gizli");
    }

    private static Envelope envelope(String recipient, @Nullable String name, String returnPath, String messageId) {
        return new Envelope(recipient, name, returnPath, messageId, Instant.EPOCH, List.of());
    }

    @Test
    void aTransportCanDoSomething() {
        assertThat(new TransportCapabilities(1, 1, false, false).maxSessions()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new TransportCapabilities(0, 1, true, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new TransportCapabilities(1, 0, true, true));
    }

    @Test
    void noReplyHasNoCode() {
        ServerReply reply = ServerReply.none("timeout", Phase.FINAL);
        assertThat(reply).isEqualTo(new ServerReply(0, null, "timeout", Phase.FINAL));
    }
}
