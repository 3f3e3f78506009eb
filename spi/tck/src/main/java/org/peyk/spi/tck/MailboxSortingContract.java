package org.peyk.spi.tck;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxException;

import static org.assertj.core.api.Assertions.assertThat;

/** What a mail is, what it is about, and what a mailbox does when it cannot tell. */
public interface MailboxSortingContract extends MailboxFixture {

    /**
     * Bounces, notices, automatic answers, complaints and people's answers are told apart.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void tellsKindsApart() throws Exception {
        for (SampleMail sample : SampleMail.all(address())) {
            assertThat(read(sample).kind()).as("kind of " + sample).isEqualTo(sample.kind());
        }
    }

    /**
     * A mail names the one it refers to, the nearest first, where it came to, and who wrote it if a person or his software did.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void linksToTheOriginal() throws Exception {
        for (SampleMail sample : SampleMail.all(address())) {
            IncomingMail mail = read(sample);
            assertThat(mail.references()).as("references of " + sample).startsWith(sample.original());
            assertThat(mail.recipients().contains(address()))
                    .as("where " + sample + " came to")
                    .isTrue();
            assertThat(Optional.ofNullable(mail.sender()).equals(sample.sender()))
                    .as("the sender of " + sample)
                    .isTrue();
        }
    }

    /**
     * A report says what happened to whom, and only one about a dead address calls it dead.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void readsReports() throws Exception {
        for (SampleMail sample : SampleMail.all(address())) {
            List<DeliveryReport> reports = read(sample).reports();
            if (sample.action().isEmpty()) {
                assertThat(reports).as("reports in " + sample).isEmpty();
                continue;
            }
            assertThat(reports).as("reports in " + sample).singleElement().satisfies(report -> {
                assertThat(report.action())
                        .as("action")
                        .isEqualTo(sample.action().get());
                assertThat(report.status()).as("status").isNotNull();
                assertThat(SampleMail.RECIPIENT.equals(report.finalRecipient()))
                        .as("recipient")
                        .isTrue();
                assertThat(report.addressDead()).as("address dead").isEqualTo(sample.addressDead());
            });
        }
    }

    /**
     * A single mail that cannot be understood is given as such, and those around it are read.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void readsOnPastDamage() throws Exception {
        List<byte[]> damaged = SampleMail.damaged(address());
        arrive(SampleMail.human(address(), 1).bytes());
        for (byte[] mail : damaged) {
            arrive(mail);
        }
        arrive(SampleMail.human(address(), 2).bytes());
        List<IncomingMail> mails = Poll.of(this, 4).mails();
        assertThat(mails.size()).as("mails").isEqualTo(damaged.size() + 2);
        assertThat(mails.get(0).kind()).as("kind of the mail before").isEqualTo(IncomingKind.HUMAN_REPLY);
        assertThat(mails.get(mails.size() - 1).kind())
                .as("kind of the mail after")
                .isEqualTo(IncomingKind.HUMAN_REPLY);
        for (IncomingMail mail : mails.subList(1, mails.size() - 1)) {
            assertThat(mail.kind())
                    .as("kind of a mail that cannot be understood")
                    .isNotIn(IncomingKind.DELIVERY_NOTICE, IncomingKind.FEEDBACK_REPORT);
            assertThat(mail.reports())
                    .as("reports in a mail that cannot be understood")
                    .isEmpty();
            assertThat(mail.fingerprint()).as("fingerprint").isNotBlank();
        }
    }

    /**
     * A large mail is read and opened like another.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void readsALargeMail() throws Exception {
        byte[] large = SampleMail.large(address());
        arrive(large);
        Mailbox mailbox = mailbox();
        try {
            IncomingMail mail = Crowd.within(
                    patience(), () -> Poll.from(mailbox, null, 10).mails().get(0));
            byte[] opened = Crowd.within(patience(), () -> Poll.bytes(mailbox, mail.key()));
            assertThat(opened.length).as("bytes of a large mail").isEqualTo(large.length);
        } finally {
            Crowd.close(mailbox);
        }
    }

    /**
     * A mail that is not there cannot be opened, and the mailbox says so.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysThatAMailIsNotThere() throws Exception {
        arrive(SampleMail.human(address(), 1).bytes());
        Mailbox mailbox = mailbox();
        try {
            for (String key : Strange.TEXTS) {
                Wrong.isDeclared(
                        "opening a mail that is not there",
                        MailboxException.class,
                        List.of(),
                        () -> Crowd.within(patience(), () -> mailbox.open(new MailKey(key))));
            }
        } finally {
            Crowd.close(mailbox);
        }
    }

    /**
     * A server that cannot be reached is a declared failure.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhenNobodyAnswers() throws Exception {
        Optional<Mailbox> unreachable = unreachableMailbox();
        if (unreachable.isPresent()) {
            Mailbox mailbox = unreachable.get();
            try {
                Wrong.isDeclared(
                        "reading an unreachable mailbox",
                        MailboxException.class,
                        List.of(address()),
                        () -> Crowd.within(patience(), () -> mailbox.read(null, 10)));
            } finally {
                Crowd.close(mailbox);
            }
        }
    }

    /**
     * A thread that is asked to stop stops, or finishes and still knows that it was asked.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void answersAnInterrupt() throws Exception {
        Optional<Mailbox> stuck = stuckMailbox();
        if (stuck.isPresent()) {
            Mailbox mailbox = stuck.get();
            try {
                Interrupts.areAnswered("read", bound(), () -> mailbox.read(null, 10));
            } finally {
                Crowd.close(mailbox);
            }
        }
        Mailbox mailbox = mailbox();
        try {
            Interrupts.areNotSwallowed("read", bound(), () -> mailbox.read(null, 10));
        } finally {
            Crowd.close(mailbox);
        }
    }

    /**
     * A page of no mails and a null are mistakes of the caller.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void refusesMistakesOfTheCaller() throws Exception {
        Mailbox mailbox = mailbox();
        try {
            Wrong.isProgrammersError("page of 0", () -> mailbox.read(null, 0));
            Wrong.isProgrammersError("page of -1", () -> mailbox.read(null, -1));
            Wrong.isProgrammersError("open(null)", () -> mailbox.open(Wrong.nothing()));
        } finally {
            Crowd.close(mailbox);
        }
    }

    /**
     * What is read can be logged without showing anybody or any text.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void showsNothingInLogs() throws Exception {
        for (SampleMail sample : SampleMail.all(address())) {
            arrive(sample.bytes());
        }
        for (IncomingMail mail : Poll.of(this, 100).mails()) {
            List<String> personal = List.of(SampleMail.TEXT, SampleMail.RECIPIENT, String.valueOf(mail.sender()));
            Wrong.showsNothing("a mail", mail, personal);
            Wrong.showsNothing("its key", mail.key(), personal);
            Wrong.showsNothing("its fingerprint", mail.fingerprint(), personal);
            Wrong.showsNothing("its reports", mail.reports(), personal);
        }
    }

    /** The mail that arrives last, as it is read. */
    private IncomingMail read(SampleMail sample) throws Exception {
        arrive(sample.bytes());
        List<IncomingMail> mails = Poll.of(this, 100).mails();
        return mails.get(mails.size() - 1);
    }
}
