package org.peyk.examples.quickstart;

import java.time.Duration;
import java.util.List;
import org.peyk.MailRequest;
import org.peyk.RequestState;

/** Everybody who has to approves the text as it is now. */
final class TheApprovals implements Chapter {

    private static final List<Cast> APPROVERS =
            List.of(Cast.DEAN, Cast.STAFF_OFFICE, Cast.STUDENT_OFFICE, Cast.COMMUNICATIONS);

    @Override
    public Line title() {
        return Line.APPROVED;
    }

    @Override
    public void play(Stage stage) {
        Console console = stage.console();
        for (Cast approver : APPROVERS) {
            stage.clock().skip(Duration.ofMinutes(35));
            MailRequest seen = stage.request();
            stage.become(stage.process().requests().approve(approver.id(), seen.id(), seen.digest()));
            console.good(
                    Line.APPROVES,
                    console.say(Line.PERSON, approver.fullName(), approver.office()),
                    console.hour(stage.clock().instant()));
        }
        if (stage.request().state() != RequestState.APPROVED) {
            throw new IllegalStateException("somebody is missing among the approvers");
        }
        console.text(Line.ALL_APPROVED, stage.request().state().label());
    }
}
