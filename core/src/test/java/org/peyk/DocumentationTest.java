package org.peyk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.peyk.internal.lifecycle.TransitionTable;
import org.peyk.spi.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documentation says is made from the code. With {@code -Dpeyk.docs=write} the files are written anew; without, a stale one fails
 * the build.
 */
class DocumentationTest {

    @Test
    void theReadmeShowsTheTableAsItIs() throws IOException {
        Path readme = root().resolve("README.md");
        String text = Files.readString(readme);
        String open = "<!-- diagram -->\n```mermaid\n";
        int from = text.indexOf(open);
        assertThat(from).as("README.md has a place for the diagram").isPositive();
        int to = text.indexOf("```", from + open.length());
        expect(readme, text, text.substring(0, from) + open + TransitionTable.mermaid() + text.substring(to));
    }

    @Test
    void everyErrorCodeIsDocumented() throws IOException {
        StringBuilder b = new StringBuilder(
                "# Errors\n\nCodes are stable. The sentences are the general ones; an exception may say it more exactly.\n\n"
                        + "| Code | Türkçe | English |\n|---|---|---|\n");
        for (ErrorCode e : ErrorCode.values()) {
            LocalizedText t = e.text();
            b.append("| `%s` | %s | %s |%n".formatted(e.code(), t.tr(), t.en()).replace("\r\n", "\n"));
        }
        Path errors = root().resolve("docs/errors.md");
        expect(errors, Files.exists(errors) ? Files.readString(errors) : "", b.toString());
    }

    @Test
    void theLifecycleIsDocumented() throws IOException {
        Path page = root().resolve("docs/lifecycle.md");
        expect(page, Files.exists(page) ? Files.readString(page) : "", LifecycleDocument.page());
    }

    private static void expect(Path file, String actual, String expected) throws IOException {
        if ("write".equals(System.getProperty("peyk.docs"))) {
            Files.writeString(file, expected);
        } else {
            assertThat(actual)
                    .as(file.getFileName() + " is up to date; -Dpeyk.docs=write renews it")
                    .isEqualTo(expected);
        }
    }

    /** The module is built in its own directory; the documentation is beside it. */
    private static Path root() {
        Path module = Path.of("").toAbsolutePath();
        Path root = module.getParent();
        assertThat(root).isNotNull();
        return root;
    }
}
