package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.SenderAuthentication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a decision by mail is judged by: who wrote it, whether somebody vouches for him, and what he wrote. A mailbox that cannot tell says so
 * ({@link MailboxFixture#readsAnswers}), and then tells nothing of any mail.
 */
public interface MailboxAnswerContract extends MailboxFixture {

    /**
     * An answer names its one writer, holds its text as it was written, and what it answers.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void tellsWhatAnAnswerSays() throws Exception {
        arrive(AnswerSample.answer(address()));
        Optional<AnswerMail> given = answers().get(0);
        assertThat(given.isPresent()).as("tells of an answer").isEqualTo(readsAnswers());
        if (given.isPresent()) {
            AnswerMail answer = given.get();
            assertThat(AnswerSample.WRITER.equals(answer.sender()))
                    .as("who wrote it")
                    .isTrue();
            assertThat(answer.automatic()).as("automatic").isFalse();
            assertThat(answer.forwarded()).as("forwarded").isFalse();
            String text = String.valueOf(answer.text());
            assertThat(text.contains(AnswerSample.WRITTEN))
                    .as("the text as it was written")
                    .isTrue();
            assertThat(text.contains(AnswerSample.QUOTED))
                    .as("the quotation in it")
                    .isTrue();
            assertThat(answer.references())
                    .as("what it answers, the nearest first")
                    .containsExactly(AnswerSample.ASKED, AnswerSample.EARLIER);
        }
    }

    /**
     * What a machine wrote, and what somebody passed on, is told from what a person wrote.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void tellsWhatNobodyWroteInAnswer() throws Exception {
        List<AnswerSample> samples = AnswerSample.all(address());
        for (AnswerSample sample : samples) {
            arrive(sample.bytes());
        }
        List<Optional<AnswerMail>> given = answers();
        for (int i = 0; i < samples.size(); i++) {
            AnswerSample sample = samples.get(i);
            assertThat(given.get(i).isPresent()).as("tells of " + sample).isEqualTo(readsAnswers());
            if (given.get(i).isPresent()) {
                AnswerMail answer = given.get(i).get();
                assertThat(answer.automatic()).as("automatic: " + sample).isEqualTo(sample.automatic());
                assertThat(answer.forwarded()).as("forwarded: " + sample).isEqualTo(sample.forwarded());
            }
        }
    }

    /**
     * A mail with two writers, or with none, names none: one of them may not have written it.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void namesNoWriterOfSeveral() throws Exception {
        for (byte[] mail : AnswerSample.withoutOneWriter(address())) {
            arrive(mail);
        }
        for (Optional<AnswerMail> answer : answers()) {
            assertThat(answer.isPresent()).as("tells of it").isEqualTo(readsAnswers());
            if (answer.isPresent()) {
                assertThat(answer.get().sender() == null)
                        .as("no writer of several")
                        .isTrue();
                assertThat(answer.get().authentication()).as("vouched for").isNotEqualTo(SenderAuthentication.PASS);
            }
        }
    }

    /**
     * Only the university's own mail server is believed about who wrote a mail; anybody can write the same in another's name.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void believesTheOwnServerAlone() throws Exception {
        String server = authenticationServer().orElse("mx.universite.example");
        boolean trusts = readsAnswers() && authenticationServer().isPresent();
        List<AnswerSample.Vouched> samples = AnswerSample.vouched(address(), server);
        for (AnswerSample.Vouched sample : samples) {
            arrive(sample.bytes());
        }
        List<Optional<AnswerMail>> given = answers();
        for (int i = 0; i < samples.size(); i++) {
            AnswerSample.Vouched sample = samples.get(i);
            SenderAuthentication expected = trusts ? sample.expected() : SenderAuthentication.NONE;
            assertThat(given.get(i).map(AnswerMail::authentication))
                    .as("authentication: " + sample.name())
                    .isEqualTo(readsAnswers() ? Optional.of(expected) : Optional.empty());
        }
    }

    /**
     * A mail that is hard to understand has an answer like another, or a declared failure; and asking leaves the mails where they are.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void judgesDamagedMailsTooAndLeavesThem() throws Exception {
        for (byte[] mail : SampleMail.damaged(address())) {
            arrive(mail);
        }
        Mailbox mailbox = mailbox();
        try {
            List<IncomingMail> mails = Poll.from(mailbox, null, 100).mails();
            for (IncomingMail mail : mails) {
                try {
                    AnswerMail answer = Crowd.within(patience(), () -> mailbox.answer(mail.key()))
                            .orElse(null);
                    Wrong.showsNothing("what a damaged mail says", String.valueOf(answer), List.of(SampleMail.TEXT));
                } catch (MailboxException e) {
                    Wrong.showsNothing("the failure", e, List.of(SampleMail.TEXT));
                }
            }
            assertThat(Poll.from(mailbox, null, 100).mails().equals(mails))
                    .as("the same mails after they were asked about")
                    .isTrue();
        } finally {
            Crowd.close(mailbox);
        }
    }

    /**
     * Of a mail that is not there nothing is told, and the mailbox says so; a null is a mistake of the caller.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysThatNoAnswerIsThere() throws Exception {
        arrive(AnswerSample.answer(address()));
        Mailbox mailbox = mailbox();
        try {
            for (String key : Strange.TEXTS) {
                if (readsAnswers()) {
                    Wrong.isDeclared(
                            "asking about a mail that is not there",
                            MailboxException.class,
                            List.of(),
                            () -> Crowd.within(patience(), () -> mailbox.answer(new MailKey(key))));
                } else {
                    assertThat(mailbox.answer(new MailKey(key)).isEmpty())
                            .as("tells nothing")
                            .isTrue();
                }
            }
            if (readsAnswers()) {
                Wrong.isProgrammersError("answer(null)", () -> mailbox.answer(Wrong.nothing()));
            }
        } finally {
            Crowd.close(mailbox);
        }
    }

    /** What the mailbox tells of all mails that are there. */
    private List<Optional<AnswerMail>> answers() throws Exception {
        Mailbox mailbox = mailbox();
        try {
            List<Optional<AnswerMail>> answers = new ArrayList<>();
            for (IncomingMail mail : Poll.from(mailbox, null, 100).mails()) {
                answers.add(Crowd.within(patience(), () -> mailbox.answer(mail.key())));
            }
            return answers;
        } finally {
            Crowd.close(mailbox);
        }
    }
}
