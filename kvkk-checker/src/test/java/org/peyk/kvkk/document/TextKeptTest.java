package org.peyk.kvkk.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peyk.spi.document.DocumentReading;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much of the text that LibreOffice extracts from its own documents the readers keep: the share of its words, each as often as it stands
 * there. The documents are made by {@code src/test/converted/make-documents.py}.
 */
class TextKeptTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/converted");

    /** Of all documents of a kind. */
    private static final double FLOOR = 0.995;

    /** Of one document: where a note's mark stands at a word, as in HTML and PDF, the word is another one. */
    private static final double FLOOR_OF_ONE = 0.93;

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : Normalizer.normalize(text, Normalizer.Form.NFC).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }

    @Test
    void theTextIsKept() throws IOException {
        Map<String, double[]> byKind = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(DOCUMENTS)) {
            files = all.filter(
                            f -> !f.toString().endsWith(".txt") && !f.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(40);
        StringBuilder below = new StringBuilder();
        for (Path file : files) {
            String name = file.getFileName().toString();
            String kind = name.substring(name.lastIndexOf('.') + 1);
            String reference = Files.readString(
                    DOCUMENTS.resolve(name.substring(0, name.lastIndexOf('.')) + ".txt"), StandardCharsets.UTF_8);
            DocumentReading reading = Documents.read(name, Files.readAllBytes(file));
            Map<String, Integer> there = words(String.join("\n", Documents.texts(reading)));
            int[] count = {0, 0};
            StringBuilder lost = new StringBuilder();
            words(reference).forEach((word, times) -> {
                int kept = Math.min(times, there.getOrDefault(word, 0));
                count[0] += times;
                count[1] += kept;
                if (kept < times) {
                    lost.append(' ').append(word);
                }
            });
            double[] sum = byKind.computeIfAbsent(kind, k -> new double[2]);
            sum[0] += count[0];
            sum[1] += count[1];
            if (count[1] < count[0] * FLOOR_OF_ONE) {
                below.append('\n')
                        .append(name)
                        .append(' ')
                        .append(count[1])
                        .append('/')
                        .append(count[0]);
                below.append(lost, 0, Math.min(lost.length(), 300)).append(' ').append(reading.notes());
            }
        }
        byKind.forEach((kind, sum) -> System.out.printf("%s: %.4f of %.0f words%n", kind, sum[1] / sum[0], sum[0]));
        assertThat(below.toString()).isEmpty();
        assertThat(byKind.values())
                .allSatisfy(sum -> assertThat(sum[1] / sum[0]).isGreaterThan(FLOOR));
    }
}
