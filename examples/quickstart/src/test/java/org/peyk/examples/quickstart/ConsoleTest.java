package org.peyk.examples.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void noAddressPassesUnmasked() {
        Console console = console(new Terminal(false, false, 80), Options.TURKISH);

        console.item("Soru: soru.soran@ogr.ornek.edu.tr, İletişim: şükrü@ornek.edu.tr");
        console.quote(List.of("mailto:a@ornek.edu.tr"));

        assertThat(written())
                .contains("s…@ogr.ornek.edu.tr", "ş…@ornek.edu.tr", "a…@ornek.edu.tr")
                .doesNotContain("soru.soran", "şükrü");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        Console console = console(new Terminal(false, false, 60), Locale.ENGLISH);

        console.note("word ".repeat(100));
        console.field(Line.LEDGER, "word ".repeat(100));
        console.good(Line.BROKEN, "word ".repeat(100));

        assertThat(written().lines()).hasSizeGreaterThan(20).allMatch(l -> l.length() <= 60);
    }

    @Test
    void coloursAreForTerminalsAlone() {
        console(new Terminal(false, false, 80), Locale.ENGLISH).good(Line.COMPLETE);
        assertThat(written()).doesNotContain("\u001b");

        console(new Terminal(true, true, 80), Locale.ENGLISH).good(Line.COMPLETE);
        assertThat(written()).contains("\u001b[32m✓\u001b[0m");
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void everySentenceTakesTheSameArgumentsInBothLanguages(Line line) {
        assertThat(placeholders(line.in(Locale.ENGLISH))).isEqualTo(placeholders(line.in(Options.TURKISH)));
    }

    @Test
    void numbersAndShareAreWrittenAsTheLanguageDoes() {
        assertThat(console(new Terminal(false, false, 80), Options.TURKISH).say(Line.CLAIM_COUNT, 1951, 1951L))
                .contains("1.951 = 1.951");
        assertThat(console(new Terminal(false, false, 80), Locale.ENGLISH).say(Line.BAR_SHARE, 7))
                .isEqualTo("7%");
        assertThat(console(new Terminal(false, false, 80), Options.TURKISH).say(Line.BAR_SHARE, 7))
                .isEqualTo("%7");
    }

    @Test
    void onATerminalTheBarIsDrawnOverItself() {
        AtomicLong now = new AtomicLong();
        ProgressBar bar = new ProgressBar(console(new Terminal(true, false, 80), Locale.ENGLISH), now::get);

        for (int done = 0; done <= 1000; done += 10) {
            now.addAndGet(SECOND / 100);
            bar.show(done, 1000);
        }

        String out = written();
        assertThat(out.lines()).allMatch(l -> l.isEmpty() || l.startsWith("   ["));
        assertThat(out.split("\r")).hasSizeGreaterThan(50).allMatch(l -> l.length() <= 81);
        assertThat(out).contains("100%", "1,000/1,000").endsWith("\n");
    }

    @Test
    void elsewhereTheBarIsALineEveryTenth() {
        AtomicLong now = new AtomicLong();
        ProgressBar bar = new ProgressBar(console(new Terminal(false, false, 80), Locale.ENGLISH), now::get);

        for (int done = 0; done <= 1000; done += 10) {
            now.addAndGet(SECOND / 100);
            bar.show(done, 1000);
        }
        bar.show(1000, 1000);

        assertThat(written().lines()).hasSizeBetween(10, 12).last().asString().contains("100%");
        assertThat(written()).doesNotContain("\r");
    }

    @Test
    void elsewhereTheBarIsALineEverySecondWhenItIsSlow() {
        AtomicLong now = new AtomicLong();
        ProgressBar bar = new ProgressBar(console(new Terminal(false, false, 80), Locale.ENGLISH), now::get);

        for (int done = 1; done <= 20; done++) {
            now.addAndGet(SECOND);
            bar.show(done, 1000);
        }

        assertThat(written().lines()).hasSize(20).last().asString().contains("1/s", "980 s left");
    }

    private Console console(Terminal terminal, Locale locale) {
        return new Console(
                new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, locale, ZoneId.of("Europe/Istanbul"));
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static long placeholders(String format) {
        return format.replace("%%", "").chars().filter(c -> c == '%').count();
    }
}
