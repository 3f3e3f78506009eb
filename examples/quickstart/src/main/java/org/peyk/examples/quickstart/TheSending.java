package org.peyk.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.peyk.Progress;
import org.peyk.RequestState;

/** The approved text goes out, one message a person. */
final class TheSending implements Chapter {

    private static final LocalDateTime SEND_AT = LocalDateTime.of(2026, 11, 25, 10, 0);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public Line title() {
        return Line.SENDING;
    }

    @Override
    public void play(Stage stage) throws InterruptedException {
        Console console = stage.console();
        Instant at = SEND_AT.atZone(stage.clock().getZone()).toInstant();
        stage.become(stage.process()
                .requests()
                .schedule(Cast.REQUESTER.id(), stage.request().id(), at));
        console.good(Line.SCHEDULED, console.moment(at));
        console.text(Line.CHECK_BEFORE);

        stage.clock().skip(Duration.between(stage.clock().instant(), at));
        Progress progress = follow(stage);
        stage.become(stage.process().requests().get(stage.request().id()));
        console.good(
                Line.SENT_ALL,
                progress.counts().total() - progress.counts().open(),
                stage.request().state().label());
    }

    private static Progress follow(Stage stage) throws InterruptedException {
        ProgressBar bar = new ProgressBar(stage.console(), System::nanoTime);
        long until = System.nanoTime() + PATIENCE.toNanos();
        Progress progress = stage.process().sending().progress(stage.request().id());
        while (progress.state() != RequestState.SENT) {
            if (progress.state() != RequestState.SCHEDULED && progress.state() != RequestState.SENDING) {
                throw new IllegalStateException("the sending ended as " + progress.state());
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the sending takes too long");
            }
            if (progress.expanded()) {
                bar.show(
                        progress.counts().planned() - progress.counts().open(),
                        progress.counts().planned());
            }
            Thread.sleep(LOOK.toMillis());
            progress = stage.process().sending().progress(stage.request().id());
        }
        bar.show(progress.counts().planned(), progress.counts().planned());
        return progress;
    }
}
