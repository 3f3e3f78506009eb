package org.peyk.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peyk.AuditAnchor;
import org.peyk.AuditProblem;
import org.peyk.DeliveryState;
import org.peyk.ReasonCode;
import org.peyk.RequestState;
import org.peyk.report.RequestReport.Answer;
import org.peyk.report.RequestReport.GivenApproval;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.mailbox.IncomingKind;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlReportTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final Instant FROM = Instant.parse("2025-12-31T21:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T21:00:00Z");
    private static final Instant AT = Instant.parse("2026-11-24T09:00:00Z");
    private static final AuditAnchor ANCHOR = new AuditAnchor(1234, "ab".repeat(32));

    private static ProcessReport process() {
        return new ProcessReport(
                FROM,
                UNTIL,
                AT,
                Map.of(
                        Purpose.INFORMATION,
                        Map.of(RequestState.SENT, 41L, RequestState.IN_APPROVAL, 3L, RequestState.REJECTED, 2L),
                        Purpose.INVITATION,
                        Map.of(RequestState.SENT, 18L, RequestState.CHANGES_REQUESTED, 2L, RequestState.DRAFT, 4L),
                        Purpose.CONDOLENCE,
                        Map.of(RequestState.SENT, 3L)),
                new Measure(MeasureNames.INFORMATION, MeasureNames.INFORMATION_MEANING, 58, 69),
                new Measure(MeasureNames.PERMISSION, MeasureNames.PERMISSION_MEANING, 62, 62),
                new Measure(MeasureNames.SUITABILITY, MeasureNames.SUITABILITY_MEANING, 60, 66),
                LeadTime.of(
                        MeasureNames.APPROVING,
                        List.of(Duration.ofMinutes(95), Duration.ofHours(5), Duration.ofHours(27))),
                LeadTime.of(MeasureNames.SENDING, List.of(Duration.ofSeconds(40), Duration.ofMinutes(31))),
                Map.of(ReasonCode.MISSING_INFORMATION, 4L, ReasonCode.PERSONAL_DATA, 2L, ReasonCode.NOT_SUITABLE, 1L),
                5,
                2,
                1,
                ledger(),
                Map.of(IncomingKind.AUTO_REPLY, 480L, IncomingKind.HUMAN_REPLY, 97L, IncomingKind.BOUNCE, 23L),
                new CaseCounts(9, 2, 88));
    }

    private static LedgerSums ledger() {
        return new LedgerSums(
                57_000,
                Map.of(
                        DeliveryState.SENT, 56_812L,
                        DeliveryState.FAILED, 120L,
                        DeliveryState.SUPPRESSED, 64L,
                        DeliveryState.IN_DOUBT, 4L),
                23);
    }

    private static RequestReport request(String subject) {
        List<ProcessEvent> timeline = new ArrayList<>();
        event(timeline, EventType.CREATED, "p.yilmaz", Map.of("state", "DRAFT"));
        event(
                timeline,
                EventType.SUBMISSION_REFUSED,
                "p.yilmaz",
                Map.of("code", "PEYK-201", "missing", "details.PLACE,details.HOST"));
        event(timeline, EventType.SUBMITTED, "p.yilmaz", Map.of("state", "IN_APPROVAL"));
        event(timeline, EventType.CHANGES_REQUESTED, "dekan", Map.of("reason", "WRONG_INFORMATION"));
        event(timeline, EventType.APPROVAL_GIVEN, "dekan", Map.of("step", "dean-ENG"));
        event(timeline, EventType.SENDING_STARTED, null, Map.of("state", "SENDING"));
        event(timeline, EventType.REPLY_ROUTED, null, Map.of("unit", "SKS", "reply", "7"));
        return new RequestReport(
                RequestId.of("2026-0142"),
                Purpose.INVITATION,
                RequestState.SENT,
                subject,
                UnitId.of("Mühendislik Fakültesi"),
                AT,
                3,
                2_000,
                Answer.NO,
                Answer.YES,
                Answer.NOT_YET,
                List.of(new GivenApproval(
                        "dean-ENG",
                        LocalizedText.of("Fakülte personeline gönderim dekan onayı ister.", "The dean approves."),
                        PersonId.of("vekil.kaya"),
                        PersonId.of("dekan"),
                        AT)),
                Map.of(ReasonCode.WRONG_INFORMATION, 1L),
                1,
                0,
                ledger(),
                Map.of(IncomingKind.HUMAN_REPLY, 1L, IncomingKind.BOUNCE, 1L),
                new CaseCounts(1, 0, 0),
                timeline);
    }

    private static void event(List<ProcessEvent> to, EventType type, @Nullable String actor, Map<String, String> data) {
        to.add(new ProcessEvent(
                to.size() + 1,
                RequestId.of("2026-0142"),
                to.size() + 1,
                type,
                AT.plus(Duration.ofMinutes(17L * to.size())),
                actor == null ? null : PersonId.of(actor),
                data));
    }

    private static String page(Locale locale, String subject) {
        return HtmlReport.in(locale, ISTANBUL).audited(List.of(), ANCHOR).page(process(), List.of(request(subject)));
    }

    /** Leaves the pages where a person can open them. */
    @Test
    void sayMeasuresLedgerAndAuditInBothLanguages() throws IOException {
        String turkish = page(TURKISH, "Mezuniyet töreni daveti");
        String english = page(Locale.UK, "Mezuniyet töreni daveti");
        Files.writeString(Path.of("target", "sample-report-tr.html"), turkish);
        Files.writeString(Path.of("target", "sample-report-en.html"), english);

        Document tr = Jsoup.parse(turkish);
        assertThat(tr.select("html").attr("lang")).isEqualTo("tr");
        assertThat(tr.select(".measure .big").eachText()).containsExactly("%84,1", "%100", "%90,9");
        assertThat(tr.select(".measure .of").eachText()).containsExactly("58 / 69", "62 / 62", "60 / 66");
        assertThat(tr.text())
                .contains("1 Ocak 2026 – 31 Aralık 2026")
                .contains("24 Kasım 2026 12:00")
                .contains("Planlanan alıcı 57.000 = 57.000")
                .contains("Defter tutuyor")
                .contains("Zincir doğrulandı")
                .contains(ANCHOR.text())
                .contains("5 sa")
                .contains("Yer, Düzenleyen")
                .contains("vekil.kaya (dekan, vekâleten)");
        Document en = Jsoup.parse(english);
        assertThat(en.select("html").attr("lang")).isEqualTo("en");
        assertThat(en.select(".measure .big").eachText()).containsExactly("84.1%", "100%", "90.9%");
        assertThat(en.text())
                .contains("The books balance")
                .contains("57,000 = 57,000")
                .contains("Place, Host")
                .doesNotContain("Gönderim", "Onay");
    }

    @Test
    void valuesAreEscapedAndNothingComesFromElsewhere() {
        String evil = "</h3><script>alert(1)</script><img src=x onerror='y'>\"&\u202Egnp.exe\u0000";
        String html = page(TURKISH, evil);
        Document page = Jsoup.parse(html);
        assertThat(page.select("script, img, link, iframe, object, base, form")).isEmpty();
        assertThat(page.select(".request h3").text()).contains("<script>alert(1)</script>");
        assertThat(html).doesNotContain("\u202E").doesNotContain("\u0000");
        assertThat(html).doesNotContain("http://").doesNotContain("https://").doesNotContain("url(");
        for (Element e : page.getAllElements()) {
            assertThat(e.attributes().asList()).noneMatch(a -> a.getKey().startsWith("on"));
        }
        assertThat(page.select("meta[http-equiv]").attr("content")).contains("default-src 'none'");
    }

    @Test
    void aReaderWhoDoesNotSeeTheChartsIsToldTheSame() {
        Document page = Jsoup.parse(page(TURKISH, "Davet"));
        assertThat(page.select("h1")).hasSize(1);
        int last = 1;
        for (Element h : page.select("h1, h2, h3, h4")) {
            int level = h.tagName().charAt(1) - '0';
            assertThat(level).as("no heading level is skipped at %s", h.text()).isLessThanOrEqualTo(last + 1);
            last = level;
        }
        assertThat(page.select("svg"))
                .isNotEmpty()
                .allSatisfy(svg -> assertThat(svg.attr("aria-hidden").equals("true")
                                || !svg.attr("aria-label").isBlank())
                        .isTrue());
        assertThat(page.select("th"))
                .allSatisfy(th -> assertThat(th.attr("scope")).isNotBlank());
    }

    @Test
    void troubleIsSaidPlainly() {
        AuditProblem problem = new AuditProblem(
                AuditProblem.Kind.CHANGED,
                RequestId.of("R-7"),
                3,
                LocalizedText.of("3. olay yazıldığı gibi değil.", "Event 3 is not as it was written."));
        ProcessReport p = process();
        ProcessReport broken = new ProcessReport(
                p.from(),
                p.until(),
                p.madeAt(),
                Map.of(),
                new Measure(MeasureNames.INFORMATION, MeasureNames.INFORMATION_MEANING, 0, 0),
                p.permissionObtained(),
                p.contentSuitable(),
                LeadTime.of(MeasureNames.APPROVING, List.of()),
                LeadTime.of(MeasureNames.SENDING, List.of()),
                Map.of(),
                0,
                0,
                0,
                new LedgerSums(10, Map.of(DeliveryState.SENT, 9L), 0),
                Map.of(),
                new CaseCounts(0, 0, 0));
        Document page = Jsoup.parse(HtmlReport.in(TURKISH, ISTANBUL)
                .audited(List.of(problem), ANCHOR)
                .page(broken, List.of()));
        assertThat(page.select(".badge.bad").eachText())
                .anyMatch(t -> t.contains("Defter tutmuyor"))
                .anyMatch(t -> t.contains("Zincirde bozulma var"));
        assertThat(page.text()).contains("R-7: 3. olay yazıldığı gibi değil.").contains("10 ≠ 9");
        assertThat(page.select(".measure .big").eachText().get(0)).isEqualTo("–");
        assertThat(HtmlReport.in(TURKISH, ISTANBUL).page(broken, List.of())).doesNotContain("Denetim izi");
    }
}
