package org.peyk.smtp.internal.message;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is encoded decodes to itself; jakarta.mail is the decoder here. */
class QuotedPrintableTest {

    private static void survives(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] encoded = QuotedPrintable.encode(bytes);
        assertThat(encoded).isEqualTo(simply(text.getBytes(StandardCharsets.UTF_8)));
        String lines = new String(encoded, StandardCharsets.ISO_8859_1);
        assertThat(lines).matches("[\\x09\\x0A\\x0D\\x20-\\x7E]*");
        for (String line : List.of(lines.split("\r\n", -1))) {
            assertThat(line).hasSizeLessThanOrEqualTo(76).doesNotContain("\r").doesNotContain("\n");
            assertThat(line)
                    .doesNotEndWith(" ")
                    .doesNotEndWith("\t")
                    .doesNotStartWith(".")
                    .doesNotStartWith("From ");
        }
        byte[] decoded = MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable")
                .readAllBytes();
        assertThat(new String(decoded, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Sayın öğrencimiz,\r\n\r\nİyi günler\r\n",
                " ",
                "a \r\nb\t\r\n",
                "trailing ",
                "=3D",
                ".\r\n..\r\n.",
                "From here\r\nFrom",
                "🙂",
                "\u0000\u0007",
                "\u2028",
                "\r\n\r\n",
                "Fro"
            })
    void textsSurvive(String text) throws Exception {
        survives(text);
    }

    @Test
    void linesOfAllLengthsSurvive() throws Exception {
        for (int n = 60; n < 160; n++) {
            survives("x".repeat(n) + "\r\n");
            survives("ş".repeat(n));
            survives("x".repeat(n) + ".From \r\n.");
            survives("x".repeat(n) + " ");
        }
    }

    @Test
    void randomTextsSurvive() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] pieces = {"a", ".", " ", "\t", "\r\n", "=", "ğ", "🙂", "From ", "kelime"};
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                survives(text.toString());
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    /** The same encoding with nothing in it that is there for speed. */
    private static byte[] simply(byte[] text) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
                out.append("\r\n");
                i++;
                column = 0;
                continue;
            }
            String sign = sign(text, i, column);
            if (column + sign.length() > 75) {
                out.append("=\r\n");
                column = 0;
                sign = sign(text, i, 0);
            }
            out.append(sign);
            column += sign.length();
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String sign(byte[] text, int i, int column) {
        String rest = new String(text, i, text.length - i, StandardCharsets.ISO_8859_1);
        boolean blankInside = rest.matches("(?s)[ \t][^\r\n].*");
        boolean atBeginning = column == 0 && (rest.startsWith(".") || rest.startsWith("From "));
        boolean printable = text[i] > 32 && text[i] < 127 && text[i] != '=';
        return blankInside || (printable && !atBeginning)
                ? rest.substring(0, 1)
                : String.format(Locale.ROOT, "=%02X", text[i] & 0xFF);
    }
}
