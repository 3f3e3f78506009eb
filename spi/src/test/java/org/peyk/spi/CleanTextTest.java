package org.peyk.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Texts of one line that end up in headers, file names and keys. */
class CleanTextTest {
    private static final String SHA256 = "0".repeat(64);
    private static final ByteSource BYTES = ByteSource.of(new byte[0]);

    /** A component that takes a text. */
    @FunctionalInterface
    interface Taker {
        Object take(String text);
    }

    private static Map<String, Taker> mustSaySomething() {
        return Map.ofEntries(
                Map.entry("PersonId.value", PersonId::of),
                Map.entry("UnitId.value", UnitId::of),
                Map.entry("RequestId.value", RequestId::of),
                Map.entry("PluginInfo.name", t -> new PluginInfo(t, "1")),
                Map.entry("PluginInfo.version", t -> new PluginInfo("kvkk", t)),
                Map.entry("Selection.source", t -> Selection.of(t, "ogrenci")),
                Map.entry("Selection.group", t -> Selection.of("obs", t)),
                Map.entry("Sender.address", t -> new Sender(t, "Rektörlük", null)),
                Map.entry("Attachment.fileName", t -> new Attachment(t, "text/plain", SHA256, BYTES, null)),
                Map.entry("Attachment.mediaType", t -> new Attachment("a.txt", t, SHA256, BYTES, null)),
                Map.entry("SourceDocument.fileName", t -> new SourceDocument(null, t, SHA256, "")),
                Map.entry("SourceDocument.sha256", t -> new SourceDocument(null, "a.pdf", t, "")));
    }

    private static Map<String, Taker> mayBeEmpty() {
        return Map.of(
                "LanguageVersion.subject", t -> LanguageVersion.plain(Locale.ENGLISH, t, ""),
                "Sender.displayName", t -> new Sender("a@b.example", t, null),
                "Sender.replyTo", t -> new Sender("a@b.example", "", t),
                "Attachment.contentId", t -> new Attachment("a.txt", "text/plain", SHA256, BYTES, t),
                "SourceDocument.registryNumber", t -> new SourceDocument(t, "a.pdf", SHA256, ""));
    }

    static Stream<Arguments> takers() {
        return Stream.concat(all(mustSaySomething()), all(mayBeEmpty()));
    }

    static Stream<Arguments> takersOfSomething() {
        return all(mustSaySomething());
    }

    static Stream<Arguments> takersOfNothing() {
        return all(mayBeEmpty());
    }

    private static Stream<Arguments> all(Map<String, Taker> takers) {
        return takers.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    /** Controls, line and paragraph separators, and what turns the reading direction. */
    private static List<String> forbidden() {
        List<String> all = new ArrayList<>();
        IntStream.concat(
                        IntStream.concat(IntStream.rangeClosed(0, 0x1F), IntStream.rangeClosed(0x7F, 0x9F)),
                        IntStream.concat(IntStream.rangeClosed(0x2028, 0x202E), IntStream.rangeClosed(0x2066, 0x2069)))
                .forEach(c -> all.add(String.valueOf((char) c)));
        return all;
    }

    @ParameterizedTest
    @MethodSource("takers")
    void refusesCharactersThatForgeOrHide(String component, Taker taker) {
        List<UnaryOperator<String>> places = List.of(c -> c + "gizli", c -> "giz" + c + "li", c -> "gizli" + c);
        for (String c : forbidden()) {
            for (UnaryOperator<String> place : places) {
                assertThatIllegalArgumentException()
                        .as("U+%04X in %s", (int) c.charAt(0), component)
                        .isThrownBy(() -> taker.take(place.apply(c)))
                        .withMessageContaining(String.format(Locale.ROOT, "U+%04X", (int) c.charAt(0)))
                        .withMessageNotContainingAny("giz", "li" + c);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("takers")
    void refusesHalfASurrogatePair(String component, Taker taker) {
        for (String half : List.of("a\uD83D", "\uD83Da", "\uDE42a", "a\uDE42", "\uDE42\uD83D", "\uD83D\uD83D\uDE42")) {
            assertThatIllegalArgumentException()
                    .as(component)
                    .isThrownBy(() -> taker.take(half))
                    .withMessageContaining("surrogate");
        }
    }

    @ParameterizedTest
    @MethodSource("takers")
    void takesEveryLetter(String component, Taker taker) {
        for (String text :
                List.of("ığüşöçİĞÜŞÖÇ âîû", "🙂", "👩\u200D🎓", "\u05D0\u05D1", "e\u0301", "\u00A0x", "a;b=\"c\"")) {
            assertThatCode(() -> taker.take(text)).as(component).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("takersOfSomething")
    void refusesABlank(String component, Taker taker) {
        for (String blank : List.of("", " ", "   ", "\u2003")) {
            assertThatIllegalArgumentException()
                    .as(component)
                    .isThrownBy(() -> taker.take(blank))
                    .withMessageContaining(component.substring(component.indexOf('.') + 1))
                    .withMessageContaining("blank");
        }
    }

    @ParameterizedTest
    @MethodSource("takersOfNothing")
    void takesNothingWhereNothingMayBeWritten(String component, Taker taker) {
        assertThat(taker.take("")).as(component).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void boundsTheLengthOfIdentifiers(Taker taker) {
        assertThatCode(() -> taker.take("x".repeat(200))).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> taker.take("x".repeat(201)))
                .withMessageContaining("200")
                .withMessageNotContaining("xx");
    }

    static Stream<Taker> identifiers() {
        return Stream.of(PersonId::of, UnitId::of, RequestId::of);
    }
}
