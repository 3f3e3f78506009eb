package org.peyk.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.spi.Attachment;
import org.peyk.spi.Audience;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.approval.PolicyDenial;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.Role;
import org.peyk.spi.tck.ApprovalPolicyContract;
import org.peyk.spi.tck.PolicyCase;

import static org.assertj.core.api.Assertions.assertThat;

/** What each limit of a permission keeps out. */
class PermissionTest implements ApprovalPolicyContract {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");
    private static final Requester WORKS = Requester.of(PersonId.of("241112034"), UnitId.of("U-YAPI-1"));

    private static final JsonPolicy POLICY = JsonPolicy.parse("""
            {"format": "peyk-approval-policy-1", "name": "Esaslar",
             "rules": [{"id": "all", "when": {"groups": ["ogrenci", "personel"], "upTo": 1000}, "approvals": [{"roles": ["RECTOR"]}]},
                       {"id": "no", "when": {"requesterUnits": ["KULUP-*", "U-X"], "purposes": ["CALL"]},
                        "deny": {"code": "NO-CLUBS", "reason": {"tr": "Olmaz.", "en": "No."}}}],
             "permissions": [
              {"id": "kesinti", "kind": "BLANKET_PERMISSION", "purposes": ["OUTAGE"], "groups": [{"source": "obs", "group": "ogrenci"}],
               "upTo": 100, "requesterUnits": ["U-YAPI*"], "requesterPersons": ["241112034"], "from": "2026-11-01", "until": "2026-11-30",
               "senders": [{"address": "Duyuru@ornek.edu.tr", "displayName": "Duyuru"}], "atMost": {"uses": 2, "days": 7},
               "texts": [{"language": "tr", "subject": "Kesinti: {AFFECTED}", "text": ["{AFFECTED} kesik.", "Süre: {DURATION}"],
                          "sms": "{AFFECTED} kesik"},
                         {"language": "en", "subject": "Outage", "text": ["Power is off."]}],
               "reviewers": {"roles": ["RECTOR"]}},
              {"id": "acil", "kind": "BREAK_GLASS", "purposes": ["EMERGENCY"], "groups": ["ogrenci"],
               "approvals": [{"roles": ["DUTY"]}], "reviewers": {"roles": [{"code": "DEAN", "ofRequester": true}]},
               "reason": {"tr": "Bekleyemez.", "en": "It cannot wait."}}]}
            """);

    private final Map<String, Long> uses = new HashMap<>();
    private final List<Instant> asked = new ArrayList<>();

    @Override
    public ApprovalPolicy policy() {
        return POLICY;
    }

    @Override
    public Directory directory() {
        StaticDirectory.Builder b = StaticDirectory.builder();
        Stream.of("RECTOR", "DUTY", "DATA_PROTECTION_OFFICER")
                .forEach(code ->
                        b.person(PersonId.of(code), "Kişi " + code, null, null).role(PersonId.of(code), Role.of(code)));
        return b.build();
    }

    @Override
    public List<PolicyCase> cases() {
        return List.of(
                PolicyCase.approvable("urgent", WORKS, emergency(), 50),
                PolicyCase.approvable("urgent with findings", WORKS, emergency(), 50)
                        .withFindings(finding(Severity.BLOCK)),
                PolicyCase.approvable(
                        "not urgent", WORKS, form(Purpose.INFORMATION).build(), 50),
                PolicyCase.denied(
                        "a club",
                        Requester.of(PersonId.of("ogr"), UnitId.of("KULUP-DAG")),
                        form(Purpose.CALL).build(),
                        50));
    }

    private static RequestForm.Builder form(Purpose purpose) {
        return RequestForm.builder(purpose)
                .audience(Audience.of(Selection.of("obs", "ogrenci")))
                .sender(new Sender("duyuru@ornek.edu.tr", "Duyuru", null));
    }

    private static RequestForm emergency() {
        return form(Purpose.EMERGENCY).detail(Detail.URGENCY_REASON, "Fırtına").build();
    }

    private static RequestForm outage() {
        return form(Purpose.OUTAGE)
                .detail(Detail.AFFECTED, "A Blok")
                .detail(Detail.DURATION, "2 saat")
                .content(Content.of(LanguageVersion.plain(TURKISH, "Kesinti: A Blok", "A Blok kesik.\nSüre: 2 saat")))
                .build();
    }

    private static RequestForm saying(LanguageVersion... versions) {
        return outage().toBuilder()
                .content(new Content(List.of(versions), List.of(), null))
                .build();
    }

    private static LanguageVersion html(@Nullable String html) {
        return new LanguageVersion(TURKISH, "Kesinti: A Blok", html, "A Blok kesik. Süre: 2 saat", null);
    }

    private static Finding finding(Severity severity) {
        LocalizedText text = LocalizedText.of("Bulgu", "Finding");
        return new Finding("KVKK-TCKN", severity, Place.in(Place.Part.TEXT, 0, 1), "1*", 1, text, text, "TCKN", null);
    }

    private PolicyAnswer answer(Requester requester, RequestForm form, long size, Instant now, Finding... findings) {
        return answer(POLICY, requester, form, size, now, findings);
    }

    private PolicyAnswer answer(
            JsonPolicy policy, Requester requester, RequestForm form, long size, Instant now, Finding... findings) {
        return policy.plan(new ApprovalContext() {
            @Override
            public RequestView request() {
                return new RequestView(RequestId.of("R"), 1, requester, form, size, "0");
            }

            @Override
            public List<Finding> findings() {
                return List.of(findings);
            }

            @Override
            public Directory directory() {
                return PermissionTest.this.directory();
            }

            @Override
            public Instant now() {
                return now;
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Istanbul");
            }

            @Override
            public long uses(String permission, Instant since) {
                asked.add(since);
                return uses.getOrDefault(permission, 0L);
            }
        });
    }

    private static boolean permitted(PolicyAnswer answer) {
        return answer instanceof ApprovalPlan plan && plan.steps().isEmpty();
    }

    private void assertUsual(PolicyAnswer answer, String why) {
        assertThat(answer).isInstanceOfSatisfying(ApprovalPlan.class, plan -> {
            assertThat(plan.steps()).extracting(ApprovalStep::id).contains("RECTOR");
            assertThat(plan.review()).isNull();
            assertThat(plan.explanation().tr())
                    .contains("“kesinti” izni kullanılamadı")
                    .contains(why);
            assertThat(plan.explanation().en()).contains("The permission “kesinti” does not apply");
        });
    }

    private boolean permits(UnaryOperator<RequestForm.Builder> change) {
        return permitted(answer(WORKS, change.apply(outage().toBuilder()).build(), 50, MONDAY));
    }

    @Test
    void withinItsLimitsNobodyIsAskedAndTheStoreHoldsTheBound() {
        assertThat(answer(WORKS, outage(), 100, MONDAY)).isInstanceOfSatisfying(ApprovalPlan.class, plan -> {
            assertThat(plan.steps()).isEmpty();
            LaterReview review = Objects.requireNonNull(plan.review());
            assertThat(review.kind()).isEqualTo(LaterReview.Kind.BLANKET_PERMISSION);
            assertThat(review.permission()).isEqualTo("kesinti");
            assertThat(review.reviewers().roles()).containsExactly(Role.of("RECTOR"));
            assertThat(review.limit()).isEqualTo(new LaterReview.Limit(2, MONDAY.minus(Duration.ofDays(7))));
            assertThat(asked).containsExactly(MONDAY.minus(Duration.ofDays(7)));
            assertThat(plan.explanation().en()).contains("no approval is needed");
        });
    }

    @Test
    void eachLimitKeepsAMailFromItAndThePlanSaysWhich() {
        assertUsual(answer(WORKS, outage(), 101, MONDAY), "alıcı sayısı 101");
        Requester stranger = Requester.of(PersonId.of("x"), UnitId.of("U-ENG"));
        assertUsual(answer(stranger, outage(), 50, MONDAY), "bu birime verilmemiş");
        assertThat(permitted(answer(Requester.of(PersonId.of("y"), UnitId.of("U-YAPI-2")), outage(), 50, MONDAY)))
                .as("a unit that begins like the one named")
                .isTrue();
        assertUsual(answer(WORKS, outage(), 50, Instant.parse("2026-10-31T20:59:59Z")), "geçerlilik tarihi");
        assertThat(permitted(answer(WORKS, outage(), 50, Instant.parse("2026-10-31T21:00:00Z"))))
                .as("the first day begins in Istanbul")
                .isTrue();
        assertThat(permitted(answer(WORKS, outage(), 50, Instant.parse("2026-11-30T20:59:59Z"))))
                .as("the last day counts")
                .isTrue();
        assertUsual(answer(WORKS, outage(), 50, Instant.parse("2026-11-30T21:00:00Z")), "geçerlilik tarihi");
        RequestForm wider = outage().toBuilder()
                .audience(Audience.of(Selection.of("obs", "ogrenci"), Selection.of("ik", "personel")))
                .build();
        assertUsual(answer(WORKS, wider, 50, MONDAY), "başka gruplar");
        uses.put("kesinti", 2L);
        assertUsual(answer(WORKS, outage(), 50, MONDAY), "7 günde 2 kullanım hakkı dolmuş");
        uses.put("kesinti", 1L);
        assertThat(permitted(answer(WORKS, outage(), 50, MONDAY))).isTrue();
    }

    @Test
    void whatTheChecksFoundIsNeverSentWithoutApproval() {
        for (Severity severity : List.of(Severity.BLOCK, Severity.JUSTIFY)) {
            PolicyAnswer answer = answer(WORKS, outage(), 50, MONDAY, finding(severity));
            assertUsual(answer, "bulgu var");
            assertThat(((ApprovalPlan) answer).steps())
                    .anyMatch(s -> s.questions().contains(ApprovalQuestion.PERSONAL_DATA));
        }
        assertThat(permitted(answer(WORKS, outage(), 50, MONDAY, finding(Severity.INFO))))
                .isTrue();
        assertThat(asked).as("uses are not asked for in vain").hasSize(1);
    }

    @Test
    void theTextIsTheWordingWithTheFactsOfTheForm() {
        assertUsual(
                answer(WORKS, saying(LanguageVersion.plain(TURKISH, "Kesinti: A Blok", "A Blok kesik!")), 50, MONDAY),
                "kalıpla aynı değil (en, tr)");
        assertThat(permits(b -> b.content(Content.of(LanguageVersion.plain(
                        TURKISH, "Kesinti:  A\u00a0Blok", "A Blok kesik.\r\n\r\n  Su\u0308re:\t2 saat \n")))))
                .as("white space and the form of letters")
                .isTrue();
        assertThat(permits(b -> b.content(
                        Content.of(LanguageVersion.plain(TURKISH, "KESİNTİ: A Blok", "A Blok kesik. Süre: 2 saat")))))
                .as("another subject")
                .isFalse();
        assertThat(permits(b -> b.detail(Detail.AFFECTED, "B Blok")))
                .as("facts that are not those of the form")
                .isFalse();
        assertThat(permits(b -> b.detail(Detail.DURATION, ""))).isFalse();
        assertThat(permits(b -> b.content(Content.EMPTY))).isFalse();
        LanguageVersion turkish = outage().content().versions().get(0);
        LanguageVersion english = LanguageVersion.plain(Locale.ENGLISH, "Outage", "Power is off.");
        assertThat(permits(b -> b.content(new Content(List.of(turkish, english), List.of(), null))))
                .isTrue();
        LanguageVersion other = LanguageVersion.plain(Locale.ENGLISH, "Outage", "Vote for me.");
        assertThat(permits(b -> b.content(new Content(List.of(turkish, other), List.of(), null))))
                .as("each language counts")
                .isFalse();
        LanguageVersion german = LanguageVersion.plain(Locale.GERMAN, "Outage", "Power is off.");
        assertThat(permits(b -> b.content(new Content(List.of(turkish, german), List.of(), null))))
                .isFalse();
    }

    @Test
    void factsCannotBecomeAMessageOfTheirOwn() {
        for (String fact : List.of("ucuz.com", "https://a", "x@y", "A\u200bB", "a".repeat(Wording.LONGEST_FACT + 1))) {
            RequestForm form = outage().toBuilder()
                    .detail(Detail.AFFECTED, fact)
                    .content(Content.of(
                            LanguageVersion.plain(TURKISH, "Kesinti: " + fact, fact + " kesik. Süre: 2 saat")))
                    .build();
            assertThat(permitted(answer(WORKS, form, 50, MONDAY))).as(fact).isFalse();
        }
    }

    @Test
    void htmlShowsTheSameTextAndNothingElse() {
        assertThat(permits(b -> b.content(Content.of(html("<p>A Blok <b>kesik</b>.</p><p>Süre: 2 saat</p>")))))
                .isTrue();
        for (String html : List.of(
                "<p>A Blok kesik.</p><p>Süre: 3 saat</p>",
                "<p>A Blok <a href=\"https://x.example\">kesik</a>.</p><p>Süre: 2 saat</p>",
                "<p style=\"display:none\">A Blok kesik. Süre: 2 saat</p>",
                "<p>A Blok kesik. Süre: 2 saat</p><img src=\"cid:1\">",
                "<p>A Blok kesik. Süre: 2 saat</p><!--[if mso]><p>Oy verin</p><![endif]-->",
                "<style>p:after{content:'Oy verin'}</style><p>A Blok kesik. Süre: 2 saat</p>",
                "<title>Oy</title><p>A Blok kesik. Süre: 2 saat</p>",
                "")) {
            assertThat(permits(b -> b.content(Content.of(html(html))))).as(html).isFalse();
        }
    }

    @Test
    void filesOtherSendersAndShortMessagesAreBoundAsWell() throws Exception {
        Attachment file = Attachment.of("a.txt", "text/plain", ByteSource.of(new byte[] {1}));
        assertThat(permits(b -> b.content(outage().content().withAttachments(List.of(file)))))
                .isFalse();
        assertThat(permits(b -> b.sender(new Sender("rektor@ornek.edu.tr", "Rektör", null))))
                .isFalse();
        assertThat(permits(b -> b.sender(new Sender("duyuru@ornek.edu.tr", "Rektörlük", null))))
                .as("the name says who speaks")
                .isFalse();
        assertThat(permits(b -> b.sender(new Sender("duyuru@ornek.edu.tr", "Duyuru", "x@baska.example"))))
                .isFalse();
        assertThat(permits(b -> b.sender(new Sender("DUYURU@ornek.edu.tr", "Duyuru", "duyuru@ornek.edu.tr"))))
                .isTrue();
        Set<Channel> both = Set.of(Channel.MAIL, Channel.SMS);
        assertThat(permits(b -> b.channels(both)))
                .as("no short message is written")
                .isFalse();
        for (String sms : List.of("A Blok kesik", "Oy verin")) {
            LanguageVersion v =
                    new LanguageVersion(TURKISH, "Kesinti: A Blok", null, "A Blok kesik. Süre: 2 saat", sms);
            assertThat(permits(b -> b.content(Content.of(v)).channels(both))).isEqualTo(sms.startsWith("A Blok"));
        }
    }

    @Test
    void breakGlassAsksFewerPeopleAndThoseOfPersonalData() {
        ApprovalPlan plan = (ApprovalPlan) answer(WORKS, emergency(), 50_000, MONDAY, finding(Severity.JUSTIFY));
        assertThat(plan.steps())
                .extracting(ApprovalStep::id)
                .containsExactlyInAnyOrder("DUTY", "DATA_PROTECTION_OFFICER");
        LaterReview review = Objects.requireNonNull(plan.review());
        assertThat(review.kind()).isEqualTo(LaterReview.Kind.BREAK_GLASS);
        assertThat(review.reviewers().roles()).containsExactly(new Role("DEAN", UnitId.of("U-YAPI-1")));
        assertThat(review.reason().tr()).isEqualTo("Bekleyemez.");
        assertThat(review.limit()).isNull();
        PolicyAnswer without = answer(WORKS, form(Purpose.EMERGENCY).build(), 50, MONDAY);
        assertThat(((ApprovalPlan) without).explanation().tr()).contains("“Aciliyet nedeni” yazılmamış");
        assertThat(((ApprovalPlan) without).review()).isNull();
        assertThat(answer(WORKS, form(Purpose.EMERGENCY).build(), 1_001, MONDAY))
                .as("the denial says as well what the permission lacked")
                .isInstanceOfSatisfying(
                        PolicyDenial.class, d -> assertThat(d.reason().tr()).contains("“acil” izni"));
    }

    @Test
    void officeHoursAreThoseOfTheCalendar() {
        String json = """
                {"format": "peyk-approval-policy-1", "name": "n",
                 "rules": [{"id": "a", "when": {"groups": ["ogrenci"]}, "approvals": [{"roles": ["R"]}]}],
                 "permissions": [{"id": "gece", "kind": "BREAK_GLASS", "purposes": ["EMERGENCY"], "groups": ["ogrenci"],
                  "outsideOfficeHours": {"opening": "08:00"}, "approvals": [{"roles": ["DUTY"]}], "reviewers": {"roles": ["R"]}}]}
                """;
        JsonPolicy turkey = JsonPolicy.parse(json);
        Map<String, Boolean> moments = Map.of(
                "2026-11-23T07:59:59+03:00", true,
                "2026-11-23T08:00:00+03:00", false,
                "2026-11-23T16:59:59+03:00", false,
                "2026-11-23T20:00:00+03:00", true,
                "2026-11-28T12:00:00+03:00", true,
                "2026-10-28T12:30:00+03:00", false,
                "2026-10-28T13:30:00+03:00", true,
                "2026-10-29T12:00:00+03:00", true);
        moments.forEach((moment, outside) -> assertThat(
                        ((ApprovalPlan) answer(turkey, WORKS, emergency(), 5, Instant.parse(moment))).review() != null)
                .as(moment)
                .isEqualTo(outside));
        assertThat(JsonPolicy.parse(json, WorkingCalendar.turkey()).text())
                .isEqualTo(turkey.text())
                .contains("outside of office hours that begin at 08:00");
    }

    @Test
    void theTextHoldsThePermissionsAndNoPersonsKey() {
        assertThat(POLICY.text())
                .contains("permission kesinti: BLANKET_PERMISSION purpose OUTAGE only (group obs/ogrenci) up to 100")
                .contains(" for units U-YAPI* for person-")
                .contains("at most 2 in 7 days reviewed by RECTOR")
                .contains("tr “Kesinti: {AFFECTED}” “{AFFECTED} kesik. Süre: {DURATION}” sms “{AFFECTED} kesik”")
                .contains("rule no: purpose CALL for units KULUP-*|U-X -> deny NO-CLUBS")
                .contains("permission acil: BREAK_GLASS purpose EMERGENCY only (group */ogrenci) -> 1 of DUTY")
                .doesNotContain("241112034");
    }
}
