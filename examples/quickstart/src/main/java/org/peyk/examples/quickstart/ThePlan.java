package org.peyk.examples.quickstart;

import java.util.stream.Collectors;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;

/** Who has to approve, what each of them answers for, and why. */
final class ThePlan implements Chapter {

    @Override
    public Line title() {
        return Line.PLAN;
    }

    @Override
    public void play(Stage stage) {
        Console console = stage.console();
        ApprovalPlan plan = stage.request().plan();
        if (plan == null) {
            throw new IllegalStateException("a submitted request has a plan");
        }
        console.text(Line.PLAN_WHY, plan.explanation());
        for (ApprovalStep step : plan.steps()) {
            String who = Cast.deciding(step.authority()).stream()
                    .map(c -> console.say(Line.PERSON, c.fullName(), c.office()))
                    .collect(Collectors.joining("; "));
            String questions = step.questions().stream()
                    .map(ApprovalQuestion::label)
                    .map(console::say)
                    .collect(Collectors.joining(", "));
            console.item(console.say(Line.STEP, who, questions));
            console.note(console.say(Line.STEP_REASON, step.reason()));
        }
    }
}
