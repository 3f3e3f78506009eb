package org.peyk.examples.quickstart;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.peyk.DeliveryState;
import org.peyk.LedgerRow;
import org.peyk.MailboxPoll;
import org.peyk.ReplyCase;
import org.peyk.spi.RequestId;
import org.peyk.spi.mailbox.IncomingKind;

/** One mail comes back, one is answered by a machine, one by a person. */
final class TheAnswers implements Chapter {

    private static final int ALL = 100;

    @Override
    public Line title() {
        return Line.ANSWERS;
    }

    @Override
    public void play(Stage stage) throws FolderException, MessagingException {
        Console console = stage.console();
        stage.clock().skip(Duration.ofMinutes(50));
        Answers answers = new Answers(stage.post(), TheRequest.REPLY_ADDRESS, stage.clock());
        answers.arrive();
        stage.clock().skip(Duration.ofMinutes(5));
        MailboxPoll poll = stage.process().replies().poll();
        if (!poll.failed().isEmpty()) {
            throw new IllegalStateException("the mailbox of answers could not be read");
        }
        RequestId id = stage.request().id();
        Map<IncomingKind, Long> counts = stage.process().replies().counts(id);
        console.good(Line.READ_OVER_IMAP, poll.total() + poll.known());

        List<LedgerRow> bounced = Ledger.rows(stage.process(), id, DeliveryState.SENT).stream()
                .filter(r -> r.bouncedAt() != null)
                .toList();
        for (LedgerRow row : bounced) {
            console.item(console.say(
                    Line.BOUNCE_LINKED,
                    row.maskedAddress(),
                    console.hour(row.changedAt()),
                    row.bouncedAt() == null ? "" : console.hour(row.bouncedAt())));
        }
        for (long i = counts.getOrDefault(IncomingKind.AUTO_REPLY, 0L); i > 0; i--) {
            console.item(console.say(Line.AUTO_REPLY));
        }
        List<ReplyCase> cases = stage.process().replies().cases(Cast.FACULTY, true, 0, ALL);
        for (ReplyCase c : cases) {
            console.item(console.say(Line.QUESTION, Cast.FACULTY_NAME, console.moment(c.dueAt())));
        }

        stage.claims()
                .check(
                        bounced.size() == 1
                                && bounced.get(0)
                                        .messageId()
                                        .equals(stage.post().messageId(Answers.UNKNOWN_ADDRESS)),
                        Line.CLAIM_BOUNCE);
        stage.claims()
                .check(
                        counts.equals(Map.of(
                                        IncomingKind.BOUNCE, 1L,
                                        IncomingKind.AUTO_REPLY, 1L,
                                        IncomingKind.HUMAN_REPLY, 1L))
                                && cases.size() == 1
                                && cases.get(0).request().equals(id)
                                && cases.get(0).dueAt().isAfter(stage.clock().instant())
                                && stage.process().replies().unlinked(ALL).isEmpty(),
                        Line.CLAIM_ANSWERS);
    }
}
