package org.peyk.kvkk.internal;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.kvkk.Seeds;

import static org.assertj.core.api.Assertions.assertThat;

class FoldedTest {

    private static Folded fold(String text) {
        Folded folded = new Folded();
        folded.set(text);
        return folded;
    }

    private static String folded(String text) {
        Folded folded = fold(text);
        return folded.text(0, folded.length());
    }

    @ParameterizedTest
    @CsvSource({
        "İIıi, iiii",
        "ŞşÇçĞğÖöÜü, ssccgguuoo",
        "ÂâÎîÛû, aaiiuu",
        "Éñåø, enao",
        "ＡＢＣ１２, abc12",
        "𝟏𝟐𝐀𝒃, 12ab",
        "٠١٢۳४, 01234",
        "ﬁﬂæß, fiflaess",
        "Þðý, sgi",
        "ТАР, tap"
    })
    void lettersAndDigitsHaveOneForm(String text, String expected) {
        String inOrder = text.equals("ŞşÇçĞğÖöÜü") ? "ssccggoouu" : expected;
        assertThat(folded(text)).isEqualTo(inOrder);
    }

    @Test
    void decomposedLettersBecomeOne() {
        assertThat(folded("g\u0306u\u0308s\u0327I\u0307")).isEqualTo("gusi");
        Folded text = fold("ag\u0306b");
        assertThat(text.start(1)).isEqualTo(1);
        assertThat(text.end(1)).isEqualTo(3);
        assertThat(text.start(2)).isEqualTo(3);
    }

    @Test
    void invisibleCharactersLeaveNoTrace() {
        assertThat(folded("1\u200B2\u200D3\u00AD4\u20605\uFEFF6\u180E7\u202E8\u034F9\uFE0F0"))
                .isEqualTo("1234567890");
        assertThat(folded("1\uDB40\uDC312")).isEqualTo("12");
    }

    @Test
    void spacesHyphensAndApostrophesAreOne() {
        assertThat(folded("\u00A0\u2007\u202F\u2009\u3000")).isEqualTo("     ");
        assertThat(folded("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")).isEqualTo("-------");
        assertThat(folded("\u2019\u2018\u0060\u00B4")).isEqualTo("''''");
        assertThat(folded("\u2028\u0085\u000B")).isEqualTo("\n\n\n");
    }

    @Test
    void superscriptsAreNoDigits() {
        assertThat(folded("1\u00B2\u2460")).isEqualTo("1\u00A4\u00A4");
    }

    @Test
    void halfSurrogatesDoNoHarm() {
        assertThat(folded("a\uD83Db\uDE00c")).isEqualTo("a\u00A4b\u00A4c");
        assertThat(fold("a\uD83D").end(1)).isEqualTo(2);
    }

    /** Whatever the text, each folded character is what its own stretch of the original folds to, and the stretches come in order. */
    @Test
    void eachCharacterKnowsWhereItCameFrom() {
        Random random = Seeds.random("eachCharacterKnowsWhereItCameFrom");
        for (int round = 0; round < 2_000; round++) {
            String text = randomText(random);
            Folded folded = fold(text);
            int previousEnd = 0;
            int i = 0;
            while (i < folded.length()) {
                int start = folded.start(i);
                int end = folded.end(i);
                int next = i + 1;
                while (next < folded.length() && folded.start(next) == start) {
                    next++;
                }
                assertThat(start).isGreaterThanOrEqualTo(previousEnd);
                assertThat(end).isGreaterThan(start).isLessThanOrEqualTo(text.length());
                assertThat(folded(text.substring(start, end))).isEqualTo(folded.text(i, next));
                assertThat(folded(text.substring(previousEnd, start))).isEmpty();
                assertThat(folded.original(i)).isEqualTo(text.charAt(start));
                previousEnd = end;
                i = next;
            }
            assertThat(folded(text.substring(previousEnd))).isEmpty();
        }
    }

    private static String randomText(Random random) {
        StringBuilder b = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(6)) {
                case 0 -> b.append((char) random.nextInt(0x10000));
                case 1 -> b.appendCodePoint(0x1D400 + random.nextInt(0x400));
                case 2 -> b.append((char) (0x300 + random.nextInt(0x70)));
                case 3 -> b.append("İıŞşğĞüÜ\u200B\u00AD\uFB01æ\r\n".charAt(random.nextInt(14)));
                default -> b.append((char) (' ' + random.nextInt(95)));
            }
        }
        return b.toString();
    }

    @Test
    void theBuffersCanBeUsedAgain() {
        Folded folded = new Folded();
        folded.set("\u200Bbir uzun metin \uFB01");
        folded.set("iki");
        assertThat(folded.text(0, folded.length())).isEqualTo("iki");
        assertThat(folded.start(2)).isEqualTo(2);
        folded.set("");
        assertThat(folded.length()).isZero();
    }
}
