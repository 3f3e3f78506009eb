package org.peyk.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peyk.spi.Audience;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
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

class JsonPolicyTest implements ApprovalPolicyContract {

    private static final Requester REQUESTER = Requester.of(PersonId.of("isteyen"), UnitId.of("U-ENG"));
    private static final Role DEAN_OF_ENGINEERING = new Role("DEAN", UnitId.of("U-ENG"));
    private static final Role DEAN_OF_MEDICINE = new Role("DEAN", UnitId.of("U-MED"));

    @Override
    public ApprovalPolicy policy() {
        return university();
    }

    static JsonPolicy university() {
        try (InputStream in = Objects.requireNonNull(JsonPolicyTest.class.getResourceAsStream("university.json"))) {
            return JsonPolicy.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Directory directory() {
        StaticDirectory.Builder b = StaticDirectory.builder();
        Stream.of("STUDENT_AFFAIRS", "PERSONNEL", "RECTOR", "SECRETARY_GENERAL", "KVKK_CONTACT")
                .forEach(code ->
                        b.person(PersonId.of(code), "Kişi " + code, null, null).role(PersonId.of(code), Role.of(code)));
        b.person(PersonId.of("dekan-1"), "Dekan 1", null, null).role(PersonId.of("dekan-1"), DEAN_OF_ENGINEERING);
        b.person(PersonId.of("dekan-2"), "Dekan 2", null, null).role(PersonId.of("dekan-2"), DEAN_OF_MEDICINE);
        b.person(PersonId.of("nobetci-1"), "Nöbetçi 1", null, null);
        b.person(PersonId.of("nobetci-2"), "Nöbetçi 2", null, null);
        return b.build();
    }

    @Override
    public List<PolicyCase> cases() {
        List<PolicyCase> cases = new ArrayList<>();
        cases.add(approvable("students", Purpose.INFORMATION, 100, "obs/ogrenci"));
        cases.add(approvable("students and staff", Purpose.INFORMATION, 60_000, "obs/ogrenci", "ik/personel"));
        cases.add(approvable("academics", Purpose.CALL, 1_800, "ik/akademik").withFindings(finding(Severity.BLOCK)));
        cases.add(approvable("condolence", Purpose.CONDOLENCE, 1_800, "ik/akademik"));
        cases.add(denied("a group of nobody", Purpose.INFORMATION, 5, "obs/mezun"));
        cases.add(denied("a group of another source", Purpose.INFORMATION, 5, "ik/ogrenci"));
        cases.add(denied("a purpose of nobody", Purpose.CELEBRATION, 5, "ik/akademik"));
        cases.add(denied("too many", Purpose.CALL, 5_001, "ik/akademik"));
        cases.add(denied("nobody reads the text", Purpose.CALL, 5, "obs/kulup"));
        return cases;
    }

    private static PolicyCase approvable(String name, Purpose purpose, long size, String... groups) {
        return PolicyCase.approvable(name, REQUESTER, form(purpose, groups), size);
    }

    private static PolicyCase denied(String name, Purpose purpose, long size, String... groups) {
        return PolicyCase.denied(name, REQUESTER, form(purpose, groups), size);
    }

    private static RequestForm form(Purpose purpose, String... groups) {
        List<Selection> include = Stream.of(groups)
                .map(g -> Selection.of(g.split("/")[0], g.split("/")[1]))
                .toList();
        return RequestForm.builder(purpose)
                .audience(new Audience(include, List.of(), OptionalLong.empty(), null))
                .build();
    }

    private static Finding finding(Severity severity) {
        LocalizedText text = LocalizedText.of("Bulgu", "Finding");
        return new Finding("KVKK-TCKN", severity, Place.in(Place.Part.TEXT, 0, 1), "1*", 1, text, text, "TCKN", null);
    }

    private static PolicyAnswer answer(PolicyCase c) {
        return university().plan(new PolicyQuestion(c));
    }

    private static List<ApprovalStep> steps(PolicyCase c) {
        assertThat(answer(c)).isInstanceOf(ApprovalPlan.class);
        return ((ApprovalPlan) answer(c)).steps();
    }

    private static void assertDenied(PolicyCase c, String code, String word) {
        assertThat(answer(c)).isInstanceOfSatisfying(PolicyDenial.class, d -> {
            assertThat(d.code()).isEqualTo(code);
            assertThat(d.reason().tr()).contains(word);
            assertThat(d.reason().en()).isNotEqualTo(d.reason().tr());
        });
    }

    @Test
    void A18_allStudentsAndAllStaffNeedTheUnionOfTheirAuthoritiesInOrder() {
        List<ApprovalStep> steps = steps(cases().get(1));
        assertThat(steps).extracting(ApprovalStep::id).containsExactly("PERSONNEL", "STUDENT_AFFAIRS", "RECTOR");
        assertThat(steps).extracting(ApprovalStep::order).containsExactly(1, 1, 3);
        ApprovalStep rector = steps.get(2);
        assertThat(rector.reason().tr())
                .contains("“personel”")
                .contains("60000")
                .contains("10000");
        assertThat(rector.reason().en())
                .contains("“personel”")
                .contains("60000")
                .contains("10000");
        assertThat(rector.questions()).containsExactly(ApprovalQuestion.TEXT, ApprovalQuestion.AUDIENCE);
        assertThat(steps.get(0).questions()).containsExactly(ApprovalQuestion.AUDIENCE);
    }

    @Test
    void A17_reminderAndEscalationAreThoseOfThePolicy() {
        ApprovalStep personnel = steps(approvable("staff", Purpose.INFORMATION, 50, "ik/personel"))
                .get(0);
        assertThat(personnel.timing().remindAfter()).isEqualTo(1);
        assertThat(personnel.timing().escalateAfter()).isEqualTo(2);
        assertThat(personnel.timing().escalateTo()).isEqualTo(Authority.of(Role.of("SECRETARY_GENERAL")));
        assertThat(steps(cases().get(1)).get(2).timing().remindAfter())
                .as("the rule that is impatient counts when another one is not")
                .isEqualTo(1);
    }

    @Test
    void aQuorumCountsRolesOfTheRequestersUnitAndGivesTheReasonWritten() {
        ApprovalStep deans =
                steps(approvable("call", Purpose.CALL, 10, "ik/akademik")).get(0);
        assertThat(deans.quorum()).isEqualTo(2);
        assertThat(deans.authority().roles()).containsExactlyInAnyOrder(DEAN_OF_ENGINEERING, DEAN_OF_MEDICINE);
        assertThat(deans.reason())
                .isEqualTo(LocalizedText.of("Senato kararı 2026/14.", "Decision 2026/14 of the senate."));
    }

    @Test
    void personalDataIsAskedOnlyWhenSomethingWasFoundAndApartFromTheText() {
        assertThat(steps(cases().get(2)))
                .filteredOn(s -> s.questions().equals(Set.of(ApprovalQuestion.PERSONAL_DATA)))
                .extracting(ApprovalStep::id)
                .containsExactly("KVKK_CONTACT");
        assertThat(steps(cases().get(0).withFindings(finding(Severity.INFO))))
                .noneMatch(s -> s.questions().contains(ApprovalQuestion.PERSONAL_DATA));
    }

    @Test
    void A40_whatNoRuleSpeaksForIsDenied() {
        assertDenied(cases().get(4), "GROUP-WITHOUT-RULE", "mezun");
        assertDenied(cases().get(6), "GROUP-WITHOUT-RULE", "akademik");
        assertDenied(cases().get(7), "GROUP-WITHOUT-RULE", "akademik");
        assertDenied(cases().get(8), "QUESTION-WITHOUT-AUTHORITY", "Metin");
        assertDenied(denied("nobody", Purpose.CALL, 0), "AUDIENCE-EMPTY", "Hedef kitle");
        assertThat(steps(approvable("up to", Purpose.CALL, 5_000, "ik/akademik")))
                .hasSize(1);
    }

    @Test
    void thePlanCarriesThePolicyWithoutPersonsKeys() {
        ApprovalPlan plan = (ApprovalPlan) answer(cases().get(3));
        assertThat(plan.policy()).isEqualTo("Toplu e-posta onay esasları");
        assertThat(plan.policyText())
                .isEqualTo(university().text())
                .contains("rule condolence: (group */akademik) purpose CONDOLENCE -> 1 of person-")
                .contains("2 of DEAN@(requester's unit)|DEAN@U-MED")
                .doesNotContain("nobetci");
        assertThat(plan.explanation().tr()).contains("Toplu e-posta onay esasları");
    }
}
