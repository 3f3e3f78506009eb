package org.peyk;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.difference.ContentDifference;
import org.peyk.internal.difference.WordDifference;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.report.HtmlDifference;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestId;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DifferenceTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private static String shown(String before, String after) {
        return WordDifference.of(before, after).stream()
                .map(p -> switch (p.kind()) {
                    case SAME -> p.text();
                    case REMOVED -> "[-" + p.text() + "-]";
                    case ADDED -> "{+" + p.text() + "+}";
                })
                .collect(Collectors.joining());
    }

    private static String side(List<TextPiece> pieces, TextPiece.Kind without) {
        return pieces.stream()
                .filter(p -> p.kind() != without)
                .map(TextPiece::text)
                .collect(Collectors.joining());
    }

    @Test
    void wordsAreComparedWhole() {
        assertThat(shown("Işıklar İzmir’de söndü.", "Isıklar İzmir’de yandı."))
                .isEqualTo("[-Işıklar-]{+Isıklar+} İzmir’de [-söndü-]{+yandı+}.");
        assertThat(shown("aynı", "aynı")).isEqualTo("aynı");
        assertThat(shown("", "yeni metin")).isEqualTo("{+yeni metin+}");
        assertThat(shown("eski metin", "")).isEqualTo("[-eski metin-]");
        assertThat(shown("bir iki üç dört", "bir üç dört beş")).isEqualTo("bir [-iki -]üç dört{+ beş+}");
    }

    @Test
    void bothTextsCanBeReadOffAndNoShorterWayExists() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String before = signs(random);
            String after = signs(random);
            List<TextPiece> pieces = WordDifference.of(before, after);
            assertThat(side(pieces, TextPiece.Kind.ADDED)).as("seed %d", seed).isEqualTo(before);
            assertThat(side(pieces, TextPiece.Kind.REMOVED)).as("seed %d", seed).isEqualTo(after);
            int common = pieces.stream()
                    .filter(p -> p.kind() == TextPiece.Kind.SAME)
                    .mapToInt(p -> p.text().length())
                    .sum();
            assertThat(common).as("seed %d: %s, %s", seed, before, after).isEqualTo(longest(before, after));
        }
    }

    /** Signs that are no words, so that each is compared by itself. */
    private static String signs(Random random) {
        return random.ints(random.nextInt(25), 0, 3)
                .mapToObj(i -> "!?;".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static int longest(String a, String b) {
        int[][] best = new int[a.length() + 1][b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                best[i][j] = a.charAt(i - 1) == b.charAt(j - 1)
                        ? best[i - 1][j - 1] + 1
                        : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[a.length()][b.length()];
    }

    @Test
    @Timeout(30)
    void textsWithNothingInCommonAreBounded() {
        String before = new Random(1)
                .ints(400_000, 0, 2)
                .mapToObj(i -> "!?".substring(i, i + 1))
                .collect(Collectors.joining());
        String after = new Random(2)
                .ints(400_000, 0, 2)
                .mapToObj(i -> ";?".substring(i, i + 1))
                .collect(Collectors.joining());
        List<TextPiece> pieces = WordDifference.of(before, after);
        assertThat(side(pieces, TextPiece.Kind.ADDED).equals(before)).isTrue();
        assertThat(side(pieces, TextPiece.Kind.REMOVED).equals(after)).isTrue();
    }

    @Test
    void htmlIsComparedAsItIsReadAndItsCodeOnlyWhenThatAloneChanged() {
        assertThat(ContentDifference.of(html("<p>Saat <b>10</b></p>"), html("<div>Saat <i>11</i></div>")))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.name().en()).isEqualTo("HTML text (TR)");
                    assertThat(p.pieces())
                            .containsExactly(
                                    new TextPiece(TextPiece.Kind.SAME, "Saat "),
                                    new TextPiece(TextPiece.Kind.REMOVED, "10"),
                                    new TextPiece(TextPiece.Kind.ADDED, "11"));
                });
        assertThat(ContentDifference.of(html("<p>Saat <b>10</b></p>"), html("<p>Saat <i>10</i></p>")))
                .singleElement()
                .satisfies(p -> assertThat(p.name().en()).isEqualTo("HTML code (TR)"));
    }

    private static Content html(String html) {
        return Content.of(new LanguageVersion(TURKISH, "Konu", html, "Metin", null));
    }

    @Test
    void theTextNowIsComparedWithTheLastApprovedOne(@TempDir Path directory) {
        try (Store store = EmbeddedDatabase.open(directory)) {
            Histories h = new Histories(store, new SettableClock(Samples.NOON));
            RequestRows rows = new RequestRows(store);
            RequestId id = h.draft("R-1");
            assertThat(Revisions.of(store, rows, id).sinceApproval()).isEmpty();
            h.submit(id);
            h.approveAll(id);
            h.revise(id, "Kütüphane 23.00'e kadar <script>açıktır</script>.");
            RequestDifference d = Revisions.of(store, rows, id).sinceApproval().orElseThrow();
            assertThat(d.from()).isEqualTo(1);
            assertThat(d.to()).isEqualTo(2);
            assertThat(HtmlDifference.section(d, TURKISH))
                    .contains("<h3>Düz metin (TR)</h3>")
                    .contains("<del>22</del><ins>23</ins>")
                    .contains("&lt;")
                    .doesNotContain("<script>");
            assertThat(d.toString()).doesNotContain("Kütüphane");
            assertThatThrownBy(() -> Revisions.of(store, rows, id).between(2, 3))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Revisions.of(store, rows, RequestId.of("R-404")))
                    .isInstanceOfSatisfying(
                            PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }
}
