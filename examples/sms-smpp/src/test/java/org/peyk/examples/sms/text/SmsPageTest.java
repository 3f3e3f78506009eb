package org.peyk.examples.sms.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about short messages says what the code does. */
class SmsPageTest {

    private static final Path PAGE = Path.of("../../docs/sms.md");

    @Test
    void theCodingsOfThePageAreThoseOfTheCode() throws IOException {
        List<String> expected = new ArrayList<>();
        for (SmsCoding coding : SmsCoding.values()) {
            expected.add(coding.label().in(Locale.ENGLISH) + " " + coding.capacity(0) + " "
                    + coding.capacity(Reference.BITS_8.octets()) + " " + coding.capacity(Reference.BITS_16.octets()));
        }
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        String table = page.substring(page.indexOf("<!-- codings -->"), page.indexOf("<!-- end -->"));
        List<String> written = table.lines()
                .filter(l -> l.startsWith("| ") && !l.startsWith("| Coding"))
                .map(l -> l.replace("\\|", "").split("\\|"))
                .map(c -> c[1].strip() + " " + c[3].strip() + " " + c[4].strip() + " " + c[5].strip())
                .toList();
        assertThat(written).isEqualTo(expected);
    }
}
