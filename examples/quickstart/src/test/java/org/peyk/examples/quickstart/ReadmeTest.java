package org.peyk.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README shows lines that compile and run. With {@code -Dpeyk.docs=write} they are written into it anew. */
class ReadmeTest {

    private static final Path README = Path.of("../../README.md");
    private static final String OPEN = "<!-- snippet -->\n```java\n";
    private static final String CLOSE = "```";

    @Test
    void itsJavaBlockIsTheSnippet() throws IOException {
        assertThat(README).as("the README at the root of the repository").isRegularFile();
        String text = Files.readString(README);
        int from = text.indexOf(OPEN);
        assertThat(from)
                .as("README.md has a ```java block after the mark <!-- snippet -->")
                .isPositive();
        int to = text.indexOf(CLOSE, from + OPEN.length());
        assertThat(to).as("the block is closed").isPositive();
        String snippet = SnippetRegion.read();
        if ("write".equals(System.getProperty("peyk.docs"))) {
            Files.writeString(README, text.substring(0, from + OPEN.length()) + snippet + text.substring(to));
        } else {
            assertThat(text.substring(from + OPEN.length(), to))
                    .as("the ```java block of README.md; -Dpeyk.docs=write renews it")
                    .isEqualTo(snippet);
        }
    }
}
