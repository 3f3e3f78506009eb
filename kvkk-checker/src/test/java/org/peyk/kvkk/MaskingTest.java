package org.peyk.kvkk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;

/** No finding shows a value, wherever it was planted and however it was written. */
class MaskingTest {

    private static final List<String> FIRST_NAMES = List.of("Ayşe", "Mehmet", "Zeynep", "Oğuzhan", "Elif", "Kerem");
    private static final List<String> SURNAMES =
            List.of("Karahasanoğlu", "Demirtaş", "Öztürk", "Yıldırım", "Çetinkaya", "Şahin");

    @Test
    void noPlantedValueIsShown() throws Exception {
        Random random = Seeds.random("noPlantedValueIsShown");
        KvkkCheck check = new KvkkCheck();
        int findings = 0;
        for (int round = 0; round < 300; round++) {
            List<String> planted = new ArrayList<>();
            CheckedRequest request = request(random, planted);
            for (Finding finding : request.findings(check)) {
                findings++;
                String shown = finding
                        + finding.place().describe(Locale.ENGLISH)
                        + finding.excerpt()
                        + finding.message().tr()
                        + finding.message().en()
                        + finding.advice()
                        + finding.place();
                for (String value : planted) {
                    assertThat(shown).as("an invented value in a finding").doesNotContain(value);
                }
            }
        }
        assertThat(findings).isGreaterThan(3_000);
    }

    private static CheckedRequest request(Random random, List<String> planted) {
        CheckedRequest request = new CheckedRequest();
        request.version(new LanguageVersion(
                Locale.forLanguageTag("tr"),
                text(random, planted, " "),
                "<p>" + text(random, planted, "</p><p>") + "</p><!--" + text(random, planted, " ") + "-->",
                text(random, planted, "\n"),
                text(random, planted, " ")));
        request.detail(Detail.CONTACT, text(random, planted, " "));
        String fileValue = known(random, planted).replace(' ', '_');
        planted.add(fileValue);
        String file = fileValue + ".xlsx";
        String sheet = known(random, planted) + " (gizli sayfa)";
        List<Segment> segments = new ArrayList<>();
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 3; column++) {
                Place place = Place.inFile(file, List.of(sheet, known(random, planted)), row % 2 == 0);
                segments.add(
                        new Segment(value(random, planted), place, row, column, column == 0 ? "Öğrenci No" : null));
            }
        }
        request.file(file, new DocumentReading(DocumentInfo.of("application/test"), List.of(), segments, List.of()));
        return request;
    }

    private static String text(Random random, List<String> planted, String separator) {
        StringBuilder b = new StringBuilder("Öğrenci no:");
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            b.append(separator)
                    .append(random.nextBoolean() ? "bilgi" : "kimlik no")
                    .append(' ')
                    .append(value(random, planted));
        }
        return b.toString();
    }

    /** A value that is known by itself, without a label. */
    private static String known(Random random, List<String> planted) {
        return value(random, planted, 7);
    }

    private static String value(Random random, List<String> planted) {
        return value(random, planted, 9);
    }

    private static String value(Random random, List<String> planted, int kinds) {
        String value = switch (random.nextInt(kinds)) {
            case 0 -> Values.tckn(random);
            case 1 -> Values.ykn(random);
            case 2 -> Values.iban(random);
            case 3 -> Values.card(random);
            case 4 -> Values.mobile(random);
            case 5 -> Values.email(random);
            case 7 -> "2" + Values.digits(random, 8);
            case 8 -> "1" + Values.digits(random, 10);
            default ->
                FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size())) + " "
                        + SURNAMES.get(random.nextInt(SURNAMES.size()));
        };
        planted.add(value);
        boolean grouped = value.length() == 11 && Character.isDigit(value.charAt(0)) && random.nextInt(3) == 0;
        if (grouped && !value.startsWith("0")) {
            String spelling = value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6, 9) + " "
                    + value.substring(9);
            planted.add(spelling);
            return spelling;
        }
        return value;
    }

    @Test
    void masksKeepTheEndsOnly() {
        assertThat(masked("10000000146")).isEqualTo("10*******46");
        assertThat(masked("öğrenci no 210412071")).isEqualTo("2*******1");
        assertThat(masked("0532 123 45 67")).isEqualTo("05*******67");
        assertThat(masked("4111 1111 1111 1111")).isEqualTo("41************11");
        assertThat(masked("TR330006100519786457841326")).isEqualTo("TR33********************26");
        assertThat(masked("ali.veli@gmail.com")).isEqualTo("a***@g***.com");
        assertThat(masked("ab@ogr.example.edu.tr")).isEqualTo("***@ogr.e***.edu.tr");
        assertThat(masked("Törende Şule Yılmaz konuştu")).isEqualTo("S. Y.");
        assertThat(masked("Kart 12345****67")).isEqualTo("12*******67");
    }

    private static String masked(String text) {
        return Scans.SCANNER.scan(text).get(0).masked();
    }

    @Test
    void matchesAndRulesShowNoValue() {
        KvkkRules rules =
                KvkkRules.builder().ownIbans("TR330006100519786457841326").build();
        assertThat(rules.toString() + new KvkkCheck(rules)).doesNotContain("330006100519786457841326");
        assertThat(Scans.SCANNER.scan("No 10000000146, Ayşe Yılmaz").toString())
                .doesNotContain("10000000146")
                .doesNotContain("Ayşe");
    }
}
