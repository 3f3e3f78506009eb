package org.peyk.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peyk.ConfigurationException;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupAuthorityPolicyTest implements ApprovalPolicyContract {

    private static final Role RECTOR = Role.of("RECTOR");
    private static final Role STUDENT_AFFAIRS = Role.of("STUDENT_AFFAIRS");
    private static final Role PERSONNEL = Role.of("PERSONNEL");
    private static final Role PRESS = Role.of("PRESS");
    private static final Role DEAN = new Role("DEAN", UnitId.of("U-ENG"));
    private static final Requester REQUESTER = Requester.of(PersonId.of("isteyen"), UnitId.of("U-ENG"));

    @Override
    public ApprovalPolicy policy() {
        return GroupAuthorityPolicy.builder()
                .forGroup("ogrenci", STUDENT_AFFAIRS)
                .forGroup("personel", PERSONNEL, RECTOR)
                .forGroup("obs", "muhendislik", new Authority(Set.of(DEAN, RECTOR), Set.of()))
                .forPurpose(Purpose.CELEBRATION, PRESS)
                .above(10_000, RECTOR)
                .build();
    }

    @Override
    public Directory directory() {
        StaticDirectory.Builder b = StaticDirectory.builder();
        Stream.of(RECTOR, STUDENT_AFFAIRS, PERSONNEL, PRESS, DEAN, GroupAuthorityPolicy.DATA_PROTECTION_OFFICER)
                .forEach(role -> b.person(PersonId.of(role.code()), "Kişi " + role.code(), null, null)
                        .role(PersonId.of(role.code()), role));
        return b.build();
    }

    @Override
    public List<PolicyCase> cases() {
        List<PolicyCase> cases = new ArrayList<>();
        cases.add(approvable("students", Purpose.INFORMATION, 100, "obs/ogrenci"));
        cases.add(approvable("students and staff", Purpose.CELEBRATION, 60_000, "obs/ogrenci", "ik/personel"));
        cases.add(approvable("a faculty", Purpose.INFORMATION, 10, "obs/muhendislik")
                .withFindings(finding(Severity.BLOCK)));
        cases.add(PolicyCase.denied("a group of nobody", REQUESTER, form(Purpose.INFORMATION, "obs/mezun"), 5));
        cases.add(PolicyCase.denied(
                "a group of another source", REQUESTER, form(Purpose.INFORMATION, "ik/muhendislik"), 5));
        return cases;
    }

    private static PolicyCase approvable(String name, Purpose purpose, long size, String... groups) {
        return PolicyCase.approvable(name, REQUESTER, form(purpose, groups), size);
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

    private static PolicyAnswer answer(ApprovalPolicy policy, PolicyCase c) throws Exception {
        return policy.plan(new TestContext(c));
    }

    private static List<ApprovalStep> steps(ApprovalPolicy policy, PolicyCase c) throws Exception {
        assertThat(answer(policy, c)).isInstanceOf(ApprovalPlan.class);
        return ((ApprovalPlan) answer(policy, c)).steps();
    }

    private record TestContext(PolicyCase c) implements org.peyk.spi.approval.ApprovalContext {
        @Override
        public org.peyk.spi.RequestView request() {
            return c.request();
        }

        @Override
        public List<Finding> findings() {
            return c.findings();
        }

        @Override
        public Directory directory() {
            return StaticDirectory.builder().build();
        }

        @Override
        public java.time.Instant now() {
            return java.time.Instant.EPOCH;
        }

        @Override
        public long uses(String permission, java.time.Instant since) {
            return 0;
        }

        @Override
        public java.time.ZoneId zone() {
            return java.time.ZoneOffset.UTC;
        }
    }

    @Test
    void A18_aMixedAudienceNeedsTheUnionOfAuthoritiesAndEachStepSaysWhy() throws Exception {
        List<ApprovalStep> steps = steps(policy(), cases().get(1));
        assertThat(steps)
                .extracting(ApprovalStep::id)
                .containsExactlyInAnyOrder("STUDENT_AFFAIRS", "PERSONNEL", "RECTOR", "PRESS");
        ApprovalStep rector =
                steps.stream().filter(s -> s.id().equals("RECTOR")).findFirst().orElseThrow();
        assertThat(rector.reason().tr())
                .contains("“personel”")
                .contains("60000")
                .contains("10000");
        assertThat(rector.reason().en()).contains("“personel”").contains("60000");
        assertThat(rector.questions()).containsExactly(ApprovalQuestion.TEXT, ApprovalQuestion.AUDIENCE);
        ApprovalStep press =
                steps.stream().filter(s -> s.id().equals("PRESS")).findFirst().orElseThrow();
        assertThat(press.reason().tr()).isEqualTo("Gönderim amacı: Kutlama.");
        assertThat(press.questions()).containsExactly(ApprovalQuestion.TEXT);
    }

    @Test
    void aSizeIsExceededNotReached() throws Exception {
        assertThat(steps(policy(), approvable("at", Purpose.INFORMATION, 10_000, "obs/ogrenci")))
                .hasSize(1);
        assertThat(steps(policy(), approvable("above", Purpose.INFORMATION, 10_001, "obs/ogrenci")))
                .hasSize(2);
    }

    @Test
    void rolesThatMayStandForEachOtherAreOneStep() throws Exception {
        List<ApprovalStep> steps = steps(policy(), approvable("faculty", Purpose.INFORMATION, 10, "obs/muhendislik"));
        assertThat(steps).singleElement().satisfies(s -> {
            assertThat(s.id()).isEqualTo("DEAN@U-ENG|RECTOR");
            assertThat(s.authority().roles()).containsExactlyInAnyOrder(DEAN, RECTOR);
            assertThat(s.quorum()).isEqualTo(1);
        });
    }

    @Test
    void findingsBringInTheDataProtectionRole() throws Exception {
        PolicyCase clean = approvable("clean", Purpose.INFORMATION, 10, "obs/ogrenci");
        assertThat(steps(policy(), clean.withFindings(finding(Severity.INFO)))).hasSize(1);
        for (Severity severity : List.of(Severity.BLOCK, Severity.JUSTIFY)) {
            assertThat(steps(policy(), clean.withFindings(finding(severity))))
                    .filteredOn(s -> s.questions().equals(Set.of(ApprovalQuestion.PERSONAL_DATA)))
                    .extracting(s -> s.authority().roles())
                    .containsExactly(Set.of(GroupAuthorityPolicy.DATA_PROTECTION_OFFICER));
        }
        ApprovalPolicy own = GroupAuthorityPolicy.builder()
                .forGroup("ogrenci", STUDENT_AFFAIRS)
                .dataProtection(Authority.of(PRESS))
                .build();
        assertThat(steps(own, clean.withFindings(finding(Severity.BLOCK))))
                .extracting(ApprovalStep::id)
                .containsExactlyInAnyOrder("STUDENT_AFFAIRS", "PRESS");
    }

    @Test
    void A40_aGroupWithoutARuleDeniesByName() throws Exception {
        PolicyCase mixed = approvable("mixed", Purpose.INFORMATION, 10, "obs/ogrenci", "obs/mezun");
        assertThat(answer(policy(), mixed)).isInstanceOfSatisfying(PolicyDenial.class, d -> {
            assertThat(d.code()).isEqualTo("GROUP-WITHOUT-RULE");
            assertThat(d.reason().tr()).contains("mezun").doesNotContain("ogrenci");
            assertThat(d.reason().en()).contains("mezun");
        });
        assertThat(answer(policy(), approvable("nobody", Purpose.INFORMATION, 0)))
                .isInstanceOfSatisfying(
                        PolicyDenial.class, d -> assertThat(d.code()).isEqualTo("AUDIENCE-EMPTY"));
        assertThatThrownBy(() -> GroupAuthorityPolicy.builder().always(RECTOR).build())
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void theTextOfThePolicyDoesNotDependOnTheOrderOfItsRules() throws Exception {
        GroupAuthorityPolicy one = GroupAuthorityPolicy.builder()
                .forGroup("a", RECTOR, PRESS)
                .always(Role.of("SECRETARY"))
                .build();
        GroupAuthorityPolicy other = GroupAuthorityPolicy.builder()
                .always(Role.of("SECRETARY"))
                .forGroup("a", PRESS, RECTOR)
                .build();
        assertThat(one.text()).isEqualTo(other.text()).contains("group */a -> RECTOR [TEXT, AUDIENCE]");
        PolicyCase c = approvable("a", Purpose.INFORMATION, 1, "x/a");
        assertThat(((ApprovalPlan) answer(one, c)).policyText()).isEqualTo(one.text());
        assertThat(((ApprovalPlan) answer(one, c)).steps()).isEqualTo(((ApprovalPlan) answer(other, c)).steps());
        GroupAuthorityPolicy named = GroupAuthorityPolicy.builder()
                .forGroup("a", Authority.of(PersonId.of("241112034")))
                .build();
        assertThat(named.text()).as("no person's key in the audit trail's text").doesNotContain("241112034");
    }
}
