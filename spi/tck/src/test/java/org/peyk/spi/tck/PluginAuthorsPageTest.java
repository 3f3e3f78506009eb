package org.peyk.spi.tck;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The page for plugin authors shows code that is compiled and run here, and names every contract. */
class PluginAuthorsPageTest {
    private static final Path PAGE = Path.of("../../docs/plugin-authors.md");
    private static final Path EXAMPLES = Path.of("src/test/java/org/peyk/example");

    @ParameterizedTest
    @CsvSource({"ShoutingCheck.java, check", "ShoutingCheckTest.java, test"})
    void showsTheCodeThatRuns(String file, String tag) throws IOException {
        String source = Files.readString(EXAMPLES.resolve(file));
        String start = "// tag::" + tag + "[]\n";
        String code = source.substring(source.indexOf(start) + start.length(), source.indexOf("// end::" + tag + "[]"));
        assertThat(Files.readString(PAGE)).contains("```java\n" + code + "```\n");
    }

    @Test
    void namesEveryContract() throws IOException {
        String page = Files.readString(PAGE);
        List<Class<?>> contracts = Stream.of(
                        ApprovalPolicyContract.class,
                        ContentCheckContract.class,
                        DirectoryContract.class,
                        DocumentReaderContract.class,
                        MailboxContract.class,
                        ProcessListenerContract.class,
                        RecipientSourceContract.class,
                        TransportContract.class)
                .<Class<?>>map(c -> c)
                .toList();
        for (Class<?> contract : contracts) {
            assertThat(page).contains("`" + contract.getSimpleName() + "`");
            Arrays.stream(contract.getMethods())
                    .filter(m -> Modifier.isAbstract(m.getModifiers()))
                    .filter(m -> !m.getName().equals("plugin"))
                    .forEach(m -> assertThat(page).as(contract.getSimpleName()).contains("`" + m.getName() + "()`"));
        }
    }
}
