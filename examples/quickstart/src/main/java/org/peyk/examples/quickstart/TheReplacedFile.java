package org.peyk.examples.quickstart;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.peyk.spi.Attachment;

/** The programme goes out instead of the list. */
final class TheReplacedFile implements Chapter {

    @Override
    public Line title() {
        return Line.REPLACED;
    }

    @Override
    public void play(Stage stage) throws IOException {
        Console console = stage.console();
        stage.clock().skip(Duration.ofMinutes(9));
        Attachment programme = Attachment.of(Sample.PROGRAMME.fileName(), "application/pdf", Sample.PROGRAMME.source());
        stage.revise(stage.request().form().toBuilder()
                .content(stage.request().form().content().withAttachments(List.of(programme)))
                .build());
        stage.become(stage.process()
                .requests()
                .submit(Cast.REQUESTER.id(), stage.request().id()));
        console.good(Line.ATTACHED_INSTEAD, programme.fileName());
        if (!stage.request().findings().isEmpty()) {
            console.text(Line.REMARKS);
            Findings.show(console, stage.request().findings());
        }
        console.good(Line.SUBMITTED, stage.request().audienceSize());
        console.text(Line.STATE, stage.request().state().label());
    }
}
