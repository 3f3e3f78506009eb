package org.peyk.smtp.internal.message;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DotStuffingTest {

    private static byte[] bytes(String text) {
        return text.replace("^", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "a^b^, a^b^",
        ".^, ..^",
        "..^, ...^",
        "a^.^b^, a^..^b^",
        "a.^b., a.^b.",
        "^.^.^, ^..^..^",
        ".a^.b^, ..a^..b^"
    })
    void doublesDotsAtLineBeginnings(String lines, String stuffed) {
        assertThat(DotStuffing.stuff(bytes(lines))).isEqualTo(bytes(stuffed));
    }

    @Test
    void costsNothingWhenThereIsNothingToDo() {
        byte[] lines = bytes("a^b^");
        assertThat(DotStuffing.stuff(lines)).isSameAs(lines);
        assertThat(DotStuffing.endingInLine(lines)).isSameAs(lines);
        assertThat(DotStuffing.endingInLine(bytes("a"))).isEqualTo(bytes("a^"));
    }

    @Test
    void knowsWholeLines() {
        assertThat(DotStuffing.isWholeLines(bytes("a^^b^"))).isTrue();
        assertThat(DotStuffing.isWholeLines(new byte[0])).isTrue();
        for (String broken : new String[] {"a", "a\n", "a\r", "a\rb\r\n", "\na\r\n", "a\r\r\n"}) {
            assertThat(DotStuffing.isWholeLines(broken.getBytes(StandardCharsets.US_ASCII)))
                    .as(broken)
                    .isFalse();
        }
    }
}
