package org.peyk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every test that the table of faults names is there. */
class FaultMatrixTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT|Contract))\\.([A-Za-z0-9_]+)`");

    @Test
    void theTestsThatTheTableNamesExist() throws IOException {
        Path root = root();
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("core", "smtp-transport", "examples/bulk-send")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/test/java"))) {
                for (Path f : files.filter(p -> p.toString().endsWith(".java")).toList()) {
                    sources.merge(f.getFileName().toString(), Files.readString(f), String::concat);
                }
            }
        }
        Matcher m = NAMED.matcher(Files.readString(root.resolve("docs/faults.md")));
        int named = 0;
        while (m.find()) {
            named++;
            assertThat(sources.getOrDefault(m.group(1) + ".java", ""))
                    .as(m.group())
                    .contains("void " + m.group(2) + "(");
        }
        assertThat(named).isGreaterThan(38);
    }

    private static Path root() {
        Path module = Path.of("").toAbsolutePath();
        Path beside = module.resolve("docs/faults.md");
        return Files.exists(beside) ? module : module.getParent();
    }
}
