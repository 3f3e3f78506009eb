package org.peyk.kvkk;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts of which almost every word is personal data: what is held is bounded, what is judged and blackened is not. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ManyValuesTest {

    private static final int MANY = 60_000;

    @Test
    void tenMegabytesOfAnythingAreCheckedInLittleMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path").replace(',', File.pathSeparatorChar),
                        HostileTexts.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "accounts BLOCK",
                        "address CLEAR",
                        "addresses BLOCK",
                        "candidates REVIEW",
                        "companions BLOCK",
                        "identities BLOCK",
                        "illnesses BLOCK",
                        "marks BLOCK",
                        "mobiles BLOCK",
                        "names CLEAR",
                        "ordinary CLEAR",
                        "students REVIEW",
                        "addresses left 0",
                        "candidates left 0");
    }

    @Test
    void whatIsNotHeldIsCounted() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < MANY; n++) {
            text.append("u").append(n).append("@gmail.com\n");
        }
        List<Match> matches = Scans.SCANNER.scan(text);
        assertThat(matches).hasSizeBetween(10_000, 2 * 20_000);
        assertThat(matches.size() + matches.stream().mapToInt(Match::more).sum())
                .isEqualTo(MANY);
        CheckedRequest request = new CheckedRequest();
        request.version(new LanguageVersion(Locale.forLanguageTag("tr"), "Duyuru", null, text.toString(), null));
        assertThat(request.findings(new KvkkCheck())).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.BLOCK);
            assertThat(f.excerpt()).endsWith("… (+59997)");
            int more = MANY - f.count();
            assertThat(f.message().tr())
                    .contains(" ve " + more / 1000 + "." + String.format(Locale.ROOT, "%03d", more % 1000));
            assertThat(f.message().en())
                    .contains("and " + more / 1000 + "," + String.format(Locale.ROOT, "%03d", more % 1000));
        });
    }

    @Test
    void whatIsRareBehindVeryMuchIsStillJudged() throws IOException {
        String text = "Ayşe Yılmaz ".repeat(MANY) + "10000000146 " + "a@firma.com.tr ".repeat(MANY)
                + "Ali Kaya kanser tedavisi görüyor. TR33 0006 1005 1978 6457 8413 26";
        CheckedRequest request = new CheckedRequest();
        request.version(new LanguageVersion(Locale.forLanguageTag("tr"), "Duyuru", null, text, null));
        assertThat(request.findings(new KvkkCheck()))
                .filteredOn(f -> f.severity() == Severity.BLOCK)
                .extracting(Finding::code)
                .contains("KVKK-TCKN", "KVKK-HEALTH", "KVKK-IBAN");
    }

    @Test
    void aRuleCountsAsFarAsItSays() throws IOException {
        int asked = 30_000;
        KvkkRules rules = KvkkRules.builder()
                .severityRules(List.of(new SeverityRule(
                        "very-many",
                        PersonalDataType.EMAIL,
                        Certainty.VERIFIED,
                        Circumstance.ANY,
                        asked,
                        Severity.BLOCK)))
                .build();
        for (int n : new int[] {asked - 1, asked}) {
            StringBuilder text = new StringBuilder("tekrar@gmail.com ".repeat(MANY));
            for (int i = 1; i < n; i++) {
                text.append("u").append(i).append("@gmail.com ");
            }
            CheckedRequest request = new CheckedRequest();
            request.version(new LanguageVersion(Locale.forLanguageTag("tr"), "Duyuru", null, text.toString(), null));
            assertThat(request.findings(new KvkkCheck(rules))).hasSize(n < asked ? 0 : 1);
        }
    }

    /** Whoever releases what is found in one sheet has not released what is counted in others. */
    @Test
    void eachPartOfADocumentHasItsFinding() throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (String sheet : List.of("Bir", "İki", "Üç")) {
            for (int n = 0; n < 25_000; n++) {
                Place place = Place.inFile("a.xlsx", List.of(sheet, "A" + n), sheet.equals("Üç"));
                segments.add(new Segment("u" + n + sheet.charAt(0) + "@gmail.com", place, segments.size(), 0, null));
            }
        }
        CheckedRequest request = new CheckedRequest();
        request.file(
                "a.xlsx", new DocumentReading(DocumentInfo.of("application/test"), List.of(), segments, List.of()));
        assertThat(request.findings(new KvkkCheck()))
                .extracting(f -> f.place().path().get(0) + f.place().hidden())
                .containsExactly("Birfalse", "İkifalse", "Üçtrue");
    }

    @Test
    void everythingIsBlackenedHoweverMuchItIs() {
        StringBuilder text = new StringBuilder();
        List<Segment> segments = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            String value = Values.identity(Integer.toString(100_000_000 + n));
            text.append(value).append('\n');
            segments.add(Segment.of(value, Place.inFile("a.docx", List.of("paragraf " + n), false)));
        }
        KvkkRedactor redactor = KvkkRedactor.of(KvkkRules.DEFAULT);
        assertThat(redactor.redact(text)).doesNotContainPattern("[0-9]");
        assertThat(redactor.redact(
                        new DocumentReading(DocumentInfo.of("application/test"), List.of(), segments, List.of())))
                .allMatch("\u2588".repeat(11)::equals);
    }
}
