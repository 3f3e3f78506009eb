package org.peyk.kvkk.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.Circumstance;
import org.peyk.kvkk.PersonalDataType;
import org.peyk.spi.check.Severity;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on rules says what the code does. With {@code -Dpeyk.docs=write} its list of kinds is written anew. */
class RulesPageTest {

    private static final Path PAGE =
            Path.of("").toAbsolutePath().resolveSibling("docs").resolve("kvkk-rules.md");
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KINDS =
            Pattern.compile("(<!-- kinds: [^\n]*-->\n)(.*?)(<!-- /kinds -->)", Pattern.DOTALL);

    private static String kinds() {
        StringBuilder table = new StringBuilder("| `type` | Tür | Kind | Code |\n| --- | --- | --- | --- |\n");
        for (PersonalDataType type : PersonalDataType.values()) {
            table.append("| `" + type.name() + "` | " + type.label().tr() + " | "
                    + type.label().en() + " | `" + type.code() + "` |\n");
        }
        return table.toString();
    }

    @Test
    void theKindsAreThoseOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        MatchResult kinds = KINDS.matcher(page).results().findFirst().orElseThrow();
        if ("write".equals(System.getProperty("peyk.docs"))) {
            Files.writeString(PAGE, page.substring(0, kinds.start(2)) + kinds() + page.substring(kinds.end(2)));
            return;
        }
        assertThat(kinds.group(2))
                .as("docs/kvkk-rules.md; -Dpeyk.docs=write renews it")
                .isEqualTo(kinds());
    }

    @Test
    void theDocumentThatIsShownIsOneAndEveryWordIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        List<String> examples =
                JSON.matcher(page).results().map(r -> r.group(1)).toList();
        assertThat(examples).isNotEmpty();
        for (String json : examples) {
            assertThat(JsonRules.parse(json).severityRules()).hasSizeGreaterThan(3);
        }
        assertThat(page).contains(names(Certainty.values())).contains(names(Circumstance.values()));
        assertThat(page).contains(names(Severity.values()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(v -> "`" + v.name() + "`").toList();
    }
}
