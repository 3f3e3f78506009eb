package org.peyk.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines between the marks in the snippet's source. */
final class SnippetRegion {

    private static final Path SOURCE = Path.of("src/main/java/org/peyk/examples/quickstart/Snippet.java");
    private static final String BEGIN = "// tag::snippet\n";
    private static final String END = "// end::snippet";

    private SnippetRegion() {}

    static String read() throws IOException {
        String source = Files.readString(SOURCE);
        int begin = source.indexOf(BEGIN);
        int end = source.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("the marks are gone from " + SOURCE);
        }
        // without the last line's end, behind which an empty line would count as one that is not indented
        return source.substring(begin + BEGIN.length(), source.lastIndexOf('\n', end))
                        .stripIndent()
                + "\n";
    }
}
