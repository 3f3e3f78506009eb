package org.peyk.kvkk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.spi.check.Severity.BLOCK;
import static org.peyk.spi.check.Severity.INFO;
import static org.peyk.spi.check.Severity.JUSTIFY;

class KvkkCheckTest {

    private static final Locale TR = Locale.forLanguageTag("tr");

    private final CheckedRequest request = new CheckedRequest();

    /** Severity, code, count and place of each finding. */
    private List<String> summary() throws Exception {
        return request.findings(new KvkkCheck()).stream()
                .map(f -> f.severity() + " " + f.code() + " " + f.count() + " "
                        + f.place().describe(Locale.ENGLISH))
                .toList();
    }

    @Test
    void everyPartIsLookedInto() throws Exception {
        request.version(new LanguageVersion(
                TR,
                "Konu 10000000146",
                "<p>Gövde 17291716060</p>",
                "Düz 99000000042",
                "SMS: TR330006100519786457841326"));
        request.detail(Detail.CONTACT, "0532 123 45 67");
        request.file("4111111111111111.pdf", Scans.paragraphs(List.of("ali@gmail.com")));
        assertThat(summary())
                .containsExactly(
                        "BLOCK KVKK-TCKN 1 subject",
                        "BLOCK KVKK-TCKN 1 HTML body",
                        "BLOCK KVKK-YKN 1 plain text",
                        "BLOCK KVKK-IBAN 1 SMS text",
                        "JUSTIFY KVKK-MOBILE 1 form › İletişim",
                        "BLOCK KVKK-CARD 1 file name 41************11.pdf",
                        "INFO KVKK-EMAIL 1 attachment 41************11.pdf › paragraf 1");
    }

    @Test
    void aCleanRequestHasNoFindings() throws Exception {
        request.version(LanguageVersion.plain(TR, "Toplantı", "Prof. Dr. Semra Öztoprak, dahili 1214, 14.00"));
        assertThat(summary()).isEmpty();
        assertThat(new CheckedRequest().findings(new KvkkCheck())).isEmpty();
    }

    @Test
    void theSameValueInTextAndHtmlIsOneFinding() throws Exception {
        request.version(new LanguageVersion(TR, "Konu", "<p>No: <b>100</b>00000146</p>", "No: 10000000146", null));
        Finding finding = request.findings(new KvkkCheck()).get(0);
        assertThat(summary()).containsExactly("BLOCK KVKK-TCKN 1 HTML body");
        assertThat(finding.place().hidden()).isFalse();
    }

    @Test
    void aValueThatIsVisibleIsNotReportedAsHiddenToo() throws Exception {
        request.version(new LanguageVersion(
                TR, "Konu", "<a href='mailto:ali@gmail.com'>ali@gmail.com</a><!-- ali@gmail.com -->", "", null));
        assertThat(summary()).containsExactly("INFO KVKK-EMAIL 1 HTML body");
    }

    @Test
    void aDoubtfulMentionDoesNotCoverACertainOne() throws Exception {
        request.version(new LanguageVersion(
                TR, "Konu", "<p>Takip no: 10000000146</p><!-- 10000000146 -->", "Takip no: 10000000146", null));
        assertThat(summary())
                .containsExactlyInAnyOrder(
                        "JUSTIFY KVKK-TCKN 1 HTML body", "BLOCK KVKK-TCKN 1 HTML body › HTML yorumu");
    }

    @Test
    void textThatTheParserMovesHasNoOffsets() throws Exception {
        String html = "<table><tr><td>Hesap 46</td></tr>100000001<b>46</b></table>";
        request.version(new LanguageVersion(TR, "Konu", html, "", null));
        Place place = request.findings(new KvkkCheck()).get(0).place();
        assertThat(place.start()).isLessThanOrEqualTo(place.end()).isGreaterThanOrEqualTo(-1);
        assertThat(place.end()).isLessThanOrEqualTo(html.length());
    }

    @Test
    void hiddenHtmlSaysSo() throws Exception {
        request.version(new LanguageVersion(
                TR, "Konu", "<p>Gündem</p><div style='display:none'>10000000146</div>", "Gündem", null));
        Finding finding = request.findings(new KvkkCheck()).get(0);
        assertThat(finding.place().hidden()).isTrue();
        assertThat(finding.place().describe(TR)).isEqualTo("HTML metin › gizli öğe");
        assertThat(finding.message().tr()).contains("gizli içerikte");
        assertThat(finding.message().en()).contains("hidden content");
    }

    @Test
    void offsetsPointIntoTheOriginal() throws Exception {
        String html = "<p>&Ouml;  &amp; İlgi: <b>100</b>00000146 ve &Ouml;</p>";
        request.version(new LanguageVersion(TR, "No 10000000146 İ", html, "x\u200By 17291716060", null));
        List<Finding> findings = request.findings(new KvkkCheck());
        assertThat(cut("No 10000000146 İ", findings.get(0))).isEqualTo("10000000146");
        assertThat(cut(html, findings.get(1))).isEqualTo("100</b>00000146");
        assertThat(cut("x\u200By 17291716060", findings.get(2))).isEqualTo("17291716060");
    }

    private static String cut(String text, Finding finding) {
        return text.substring(finding.place().start(), finding.place().end());
    }

    @Test
    void aListIsAFewFindings() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Öğrenci No", "Adı Soyadı", "T.C. Kimlik No"));
        java.util.Random random = Seeds.random("aListIsAFewFindings");
        for (int i = 0; i < 200; i++) {
            rows.add(List.of(
                    String.valueOf(210412000 + i),
                    "Kişi Xq" + (char) ('a' + i % 26) + "z" + (char) ('a' + i / 26),
                    Values.tckn(random)));
        }
        request.version(LanguageVersion.plain(TR, "Liste", "Liste ektedir."));
        request.file("liste.xlsx", Scans.table("Liste (gizli sayfa)", true, rows));
        List<Finding> findings = request.findings(new KvkkCheck());
        assertThat(findings)
                .extracting(f -> f.severity() + " " + f.code() + " " + f.count())
                .containsExactly("BLOCK KVKK-STUDENT-NO 200", "JUSTIFY KVKK-NAME 200", "BLOCK KVKK-TCKN 200");
        Finding first = findings.get(0);
        assertThat(first.place().hidden()).isTrue();
        assertThat(first.place().describe(TR)).isEqualTo("ek liste.xlsx › Liste (gizli sayfa) › A2 … A201");
        assertThat(first.excerpt()).isEqualTo("2*******0, 2*******1, 2*******2 … (+197)");
        assertThat(first.message().tr()).startsWith("200 farklı öğrenci numarası bulundu (gizli içerikte");
    }

    @Test
    void manyPagesAreOneFindingOfTheFile() throws Exception {
        java.util.Random random = Seeds.random("manyPagesAreOneFindingOfTheFile");
        List<org.peyk.spi.document.Segment> segments = IntStream.rangeClosed(1, 40)
                .mapToObj(page -> org.peyk.spi.document.Segment.of(
                        "No " + Values.tckn(random),
                        Place.inFile("liste.pdf", List.of("sayfa " + page, "paragraf 1"), false)))
                .toList();
        request.file(
                "liste.pdf", new DocumentReading(DocumentInfo.of("application/pdf"), List.of(), segments, List.of()));
        assertThat(summary()).containsExactly("BLOCK KVKK-TCKN 40 attachment liste.pdf › sayfa 1 … sayfa 40");
    }

    @Test
    void severityGrowsWithTheNumberOfDistinctValues() throws Exception {
        assertThat(severityOf(emails(1))).isEqualTo(INFO);
        assertThat(severityOf(emails(2) + emails(2))).isEqualTo(INFO);
        assertThat(severityOf(emails(3))).isEqualTo(JUSTIFY);
        assertThat(severityOf(emails(9))).isEqualTo(JUSTIFY);
        assertThat(severityOf(emails(10))).isEqualTo(BLOCK);
        assertThat(severityOf(mobiles(1))).isEqualTo(JUSTIFY);
        assertThat(severityOf(mobiles(9))).isEqualTo(JUSTIFY);
        assertThat(severityOf(mobiles(10))).isEqualTo(BLOCK);
        assertThat(severityOf("Öğrenci no 210412071")).isEqualTo(JUSTIFY);
        assertThat(severityOf("Tel 0312 297 10 00")).isEqualTo(INFO);
        assertThat(severityOf("TC kimlik no 10000000147")).isEqualTo(JUSTIFY);
        assertThat(severityOf("Kart 10*******80")).isEqualTo(INFO);
        assertThat(severityOf("Cansel Yarıcı adlı kart 10*******80")).isEqualTo(JUSTIFY);
    }

    @Test
    void theCountIsThatOfTheWholeRequest() throws Exception {
        request.version(LanguageVersion.plain(TR, emails(2), ""));
        request.file("ek.docx", Scans.paragraphs(List.of("iki@gmail.com uc@gmail.com")));
        assertThat(summary())
                .containsExactly(
                        "JUSTIFY KVKK-EMAIL 2 subject", "JUSTIFY KVKK-EMAIL 2 attachment ek.docx › paragraf 1");
    }

    private static String emails(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "kisi" + i + "@gmail.com ")
                .collect(Collectors.joining());
    }

    private static String mobiles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "0532 123 45 6" + i + "\n")
                .collect(Collectors.joining());
    }

    private static org.peyk.spi.check.Severity severityOf(String text) throws Exception {
        CheckedRequest one = new CheckedRequest();
        one.version(LanguageVersion.plain(TR, "Konu", text));
        return one.findings(new KvkkCheck()).stream()
                .filter(f -> !f.code().equals(FindingCodes.NAME))
                .map(Finding::severity)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anInstitutionsAccountAsksForAReasonOnly() throws Exception {
        request.version(LanguageVersion.plain(
                TR, "Bağış", "Bağışlarınızı Geliştirme Vakfı adına TR330006100519786457841326 hesabına yatırınız."));
        assertThat(summary()).containsExactly("JUSTIFY KVKK-IBAN 1 plain text");
        CheckedRequest person = new CheckedRequest();
        person.version(LanguageVersion.plain(
                TR, "Ödeme", "Enstitü ödemesi Ayşe Yılmaz adına TR330006100519786457841326 hesabına yapılacaktır."));
        assertThat(person.findings(new KvkkCheck()))
                .anyMatch(f -> f.code().equals(FindingCodes.IBAN) && f.severity() == BLOCK);
    }

    @Test
    void theSubjectSaysWhatTheBodyIsAbout() throws Exception {
        String list = "210412071 - Banko\n210412072 - Depo\n210412073 - Salon\n";
        request.version(LanguageVersion.plain(TR, "Kısmi zamanlı öğrenciler", list));
        assertThat(summary()).containsExactly("JUSTIFY KVKK-STUDENT-NO 3 plain text");
    }

    @Test
    void theSeverityTableIsTheOfficers() throws Exception {
        KvkkRules rules = KvkkRules.builder()
                .severityRules(List.of(
                        new SeverityRule(
                                "a", PersonalDataType.MOBILE_PHONE, Certainty.VERIFIED, Circumstance.ANY, 1, INFO),
                        new SeverityRule(
                                "b",
                                PersonalDataType.MOBILE_PHONE,
                                Certainty.VERIFIED,
                                Circumstance.BESIDE_NAME,
                                1,
                                BLOCK)))
                .build();
        request.version(
                LanguageVersion.plain(TR, "Konu", "0532 123 45 67\n\n\nAyşe Yılmaz 0533 123 45 67, 10000000146"));
        assertThat(request.findings(new KvkkCheck(rules)))
                .extracting(f -> f.severity() + " " + f.rule() + " " + f.count())
                .containsExactly("INFO a 1", "BLOCK b 1");
    }

    @Test
    void everyFindingIsWholeInBothLanguages() throws Exception {
        request.version(LanguageVersion.plain(
                TR,
                "Öğrenciler",
                "Ayşe Yılmaz 10000000146 99000000042 kimlik no 10000000147 Kart 10*******80 TR330006100519786457841326"
                        + " 4111111111111111 0532 123 45 67 0312 297 10 00 ali@gmail.com öğrenci no 210412071"));
        List<Finding> findings = request.findings(new KvkkCheck());
        assertThat(findings).hasSize(11);
        for (Finding finding : findings) {
            assertThat(finding.message().tr()).endsWith(".").doesNotContain("null");
            assertThat(finding.message().en()).endsWith(".").doesNotContain("null");
            assertThat(finding.advice().tr()).endsWith(".");
            assertThat(finding.advice().en()).endsWith(".");
            assertThat(finding.rule()).isNotBlank();
            assertThat(finding.legalBasis()).startsWith("KVKK m. ");
            assertThat(finding.excerpt()).isNotBlank();
        }
    }
}
