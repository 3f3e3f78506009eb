package org.peyk.spi.approval;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApprovalPlanTest {
    private static final LocalizedText WHY = LocalizedText.of("Neden", "Reason");
    private static final Authority DEAN = Authority.of(new Role("DEAN", UnitId.of("muh")));

    private static ApprovalStep step(String id, int order) {
        return new ApprovalStep(id, order, DEAN, 1, Set.of(ApprovalQuestion.TEXT), WHY, StepTiming.NONE);
    }

    @Test
    void stepsAreInOrder() {
        ApprovalPlan plan = new ApprovalPlan("p", "", List.of(step("c", 2), step("b", 1), step("a", 2)), WHY);
        assertThat(plan.steps()).extracting(ApprovalStep::id).containsExactly("b", "a", "c");
    }

    @Test
    void aPlanAsksSomebody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ApprovalPlan("p", "", List.of(), WHY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApprovalPlan("p", "", List.of(step("a", 1), step("a", 2)), WHY));
    }

    @Test
    void aStepAsksSomethingOfSomebody() {
        Set<ApprovalQuestion> text = Set.of(ApprovalQuestion.TEXT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApprovalStep(" ", 1, DEAN, 1, text, WHY, StepTiming.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApprovalStep("a", 1, DEAN, 0, text, WHY, StepTiming.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApprovalStep("a", 1, DEAN, 1, Set.of(), WHY, StepTiming.NONE));
        assertThat(new ApprovalStep("a", 1, DEAN, 2, Set.of(ApprovalQuestion.values()), WHY, StepTiming.NONE)
                        .questions())
                .containsExactly(ApprovalQuestion.values());
    }

    @Test
    void anAuthorityNamesSomebody() {
        PersonId person = PersonId.of("1");
        assertThat(Authority.of(person).persons()).containsExactly(person);
        assertThat(Authority.of(Role.of("RECTOR")).roles()).containsExactly(new Role("RECTOR", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Authority(Set.of(), Set.of()));
    }

    @Test
    void escalationHasATimeAndAnAuthority() {
        assertThat(new StepTiming(1, 2, DEAN).escalateTo()).isEqualTo(DEAN);
        assertThatIllegalArgumentException().isThrownBy(() -> new StepTiming(1, 2, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new StepTiming(1, 0, DEAN));
        assertThatIllegalArgumentException().isThrownBy(() -> new StepTiming(-1, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new StepTiming(0, -1, null));
    }
}
