package org.peyk.kvkk;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts that are scanned in pieces: nothing is lost where they are cut, and places are those of the whole. */
class LongTextsTest {

    private static final int PIECE = 1 << 18;

    @ParameterizedTest
    @ValueSource(strings = {"Bugün hava güzel.\n", "Bugün hava güzel. ", "Bugün hava güzel.\n\n"})
    void valuesAroundTheCutAreFoundWhereTheyStand(String filler) {
        for (int shift = 0; shift < 40; shift += 3) {
            String front = filler.repeat((PIECE - 20) / filler.length()) + " ".repeat(shift);
            String text = front + "T.C. Kimlik No: 10000000146, Ayşe Yılmaz kınama cezası aldı. " + filler.repeat(100);
            List<Match> found = Scans.SCANNER.scan(text);
            assertThat(found)
                    .extracting(m -> text.substring(m.start(), m.end()))
                    .containsExactly("10000000146", "Ayşe Yılmaz", "kınama cezası");
        }
    }

    @Test
    void aTextOfOneSentenceIsCutBetweenWords() {
        StringBuilder text = new StringBuilder();
        for (int n = 0; text.length() < 3 * PIECE; n++) {
            text.append("u").append(n).append("@gmail.com ");
        }
        String redacted = KvkkRedactor.of(KvkkRules.DEFAULT).redact(text);
        assertThat(redacted.replaceAll("[\u2588@._ ]", "")).isEmpty();
    }

    @Test
    void lettersThatFoldUnevenlyKeepTheirPlaces() {
        String text = "ﬁş ı\u0307 \uD835\uDFD8.\n".repeat(PIECE / 4) + "TCKN 10000000146";
        assertThat(Scans.SCANNER.scan(text))
                .singleElement()
                .satisfies(m -> assertThat(text.substring(m.start(), m.end())).isEqualTo("10000000146"));
    }

    @Test
    void aTextWithoutAPlaceToCutIsCutAnywhere() {
        assertThat(Scans.SCANNER.scan("a".repeat(3 * PIECE))).isEmpty();
        assertThat(Scans.SCANNER.scan("\uD835\uDFD8".repeat(PIECE))).isEmpty();
    }
}
