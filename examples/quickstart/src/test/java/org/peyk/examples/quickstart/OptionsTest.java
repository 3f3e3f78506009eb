package org.peyk.examples.quickstart;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {

    @Test
    void turkishIsSpokenUnlessEnglishIsAskedFor() throws Options.UsageException {
        assertThat(Options.parse()).isEqualTo(new Options(Options.TURKISH, false));
        assertThat(Options.parse("--lang", "en")).isEqualTo(new Options(Locale.ENGLISH, false));
        assertThat(Options.parse("--lang=tr", "--help")).isEqualTo(new Options(Options.TURKISH, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dil", "en", "-v", ""})
    void anUnknownOptionIsNamedInBothLanguages(String option) {
        assertThatThrownBy(() -> Options.parse(option))
                .isInstanceOf(Options.UsageException.class)
                .hasMessageContaining("“" + option + "” diye bir seçenek yok")
                .hasMessageContaining("There is no option “" + option + "”");
    }

    @Test
    void aLanguageIsTurkishOrEnglish() {
        assertThatThrownBy(() -> Options.parse("--lang", "de")).hasMessageContaining("tr ya da en");
        assertThatThrownBy(() -> Options.parse("--lang")).hasMessageContaining("tr or en");
    }
}
