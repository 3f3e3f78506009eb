package org.peyk.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tests that {@code docs/smtp-faults.md} names are there. */
class FaultTableTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT|Contract))\\.(\\w+)`");

    @Test
    void everyNamedTestExists() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        assertThat(root).isNotNull();
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("smtp-transport", "core")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/test/java"))) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(f -> sources.put(name(f), text(f)));
            }
        }
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(root.resolve("docs/smtp-faults.md")));
        int count = 0;
        while (named.find()) {
            count++;
            String source = sources.getOrDefault(named.group(1), "");
            String member = named.group(2);
            if (!source.matches("(?s).*\\b(?:void " + member + "\\(|class " + member + "\\b).*")) {
                missing.add(named.group());
            }
        }
        assertThat(count).isGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
