package org.peyk.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.StepTiming;

/**
 * What all rules that hold ask for together. Who is asked by several rules is asked once: for all their questions and reasons, by the
 * largest quorum, at the latest order, so that a last word stays the last, and reminded and escalated as the most impatient rule wants.
 */
final class StepUnion {

    private final UnitId requesterUnit;
    private final Map<Authority, Asked> asked = new LinkedHashMap<>();

    StepUnion(UnitId requesterUnit) {
        this.requesterUnit = requesterUnit;
    }

    void add(AskedApproval approval, LocalizedText reason) {
        asked.computeIfAbsent(approval.people().authority(requesterUnit), a -> new Asked())
                .add(approval, reason, approval.timing(requesterUnit));
    }

    List<ApprovalStep> steps() {
        List<ApprovalStep> steps = new ArrayList<>();
        asked.forEach((authority, a) -> steps.add(new ApprovalStep(
                AuthorityRule.id(authority), a.order, authority, a.quorum, a.questions, a.reason(), a.timing)));
        return steps;
    }

    /** What one authority is asked. */
    private static final class Asked {
        private final Set<ApprovalQuestion> questions = EnumSet.noneOf(ApprovalQuestion.class);
        private final Set<LocalizedText> reasons = new LinkedHashSet<>();
        private int quorum = 1;
        private int order = 1;
        private StepTiming timing = StepTiming.NONE;

        void add(AskedApproval approval, LocalizedText reason, StepTiming more) {
            questions.addAll(approval.questions());
            reasons.add(reason);
            quorum = Math.max(quorum, approval.quorum());
            order = Math.max(order, approval.order());
            StepTiming escalation = sooner(more.escalateAfter(), timing.escalateAfter()) ? more : timing;
            timing = new StepTiming(
                    sooner(more.remindAfter(), timing.remindAfter()) ? more.remindAfter() : timing.remindAfter(),
                    escalation.escalateAfter(),
                    escalation.escalateTo());
        }

        /** Zero is never. */
        private static boolean sooner(int days, int than) {
            return days > 0 && (than == 0 || days < than);
        }

        LocalizedText reason() {
            return LocalizedText.of(
                    reasons.stream().map(LocalizedText::tr).collect(Collectors.joining(" ")),
                    reasons.stream().map(LocalizedText::en).collect(Collectors.joining(" ")));
        }
    }
}
