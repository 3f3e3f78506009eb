package org.peyk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peyk.directory.JsonDirectory;
import org.peyk.policy.JsonPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documentation shows as a document can be read as one. */
class DocumentedExamplesTest {

    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private static List<String> examples(String page) throws IOException {
        Path module = Path.of("").toAbsolutePath();
        String text = Files.readString(module.resolveSibling("docs").resolve(page));
        List<String> found =
                JSON.matcher(text).results().map((MatchResult r) -> r.group(1)).toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    @Test
    void thePolicyThatIsShownIsOne() throws IOException {
        for (String json : examples("approval-policy.md")) {
            assertThat(JsonPolicy.parse(json).text()).contains("permission elektrik-kesintisi", "deny CLUB-VIA-DEAN");
        }
    }

    @Test
    void theDirectoryThatIsShownIsOne() throws IOException {
        for (String json : examples("directories.md")) {
            assertThat(JsonDirectory.parse(json, ZoneId.of("Europe/Istanbul"))).isNotNull();
        }
    }
}
