package org.peyk.spi.tck;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;

import static org.assertj.core.api.Assertions.assertThat;

/** Every mail is read, oldest first, from wherever reading stopped. */
public interface MailboxReadingContract extends MailboxFixture {

    /**
     * The mailbox has one name, which is no address.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void hasOneName() throws Exception {
        Mailbox mailbox = mailbox();
        Mailbox again = mailbox();
        try {
            assertThat(mailbox.name()).as("name()").isNotBlank().isEqualTo(again.name());
            assertThat(mailbox.name().contains("@"))
                    .as("the name is an address")
                    .isFalse();
        } finally {
            Crowd.close(mailbox);
            Crowd.close(again);
        }
    }

    /**
     * An empty mailbox gives no mail, and a cursor from which a mail is found that comes later.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void startsEmpty() throws Exception {
        Poll empty = Poll.of(this, 10);
        assertThat(empty.mails().size()).as("mails of an empty mailbox").isZero();
        arrive(SampleMail.human(address(), 1).bytes());
        assertThat(Poll.from(this, empty.end(), 10).mails().size())
                .as("mails that came later")
                .isEqualTo(1);
    }

    /**
     * All mails come in the order of their arrival, in pages of any size, and the last page says that it is the last.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void readsInOrderInPagesOfAnySize() throws Exception {
        List<SampleMail> samples = samples();
        Poll all = Poll.of(this, 100);
        assertThat(all.mails().size()).as("mails").isEqualTo(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            assertThat(all.mails().get(i).references().contains(samples.get(i).original()))
                    .as("mail " + i + " is the one that arrived as such")
                    .isTrue();
        }
        for (int size : new int[] {1, 3, samples.size()}) {
            Poll poll = Poll.of(this, size);
            assertThat(poll.mails().equals(all.mails()))
                    .as("the same mails in pages of " + size)
                    .isTrue();
            int pages = (samples.size() + size - 1) / size;
            assertThat(poll.cursors())
                    .as("pages of " + size + " that say truly whether there is more")
                    .hasSize(pages);
        }
    }

    /**
     * From any cursor a new instance goes on where the page before ended; at the end it finds only what came later.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void goesOnFromAnyCursor() throws Exception {
        samples();
        Poll all = Poll.of(this, 2);
        for (int i = 0; i < all.cursors().size(); i++) {
            List<IncomingMail> rest =
                    all.mails().subList(all.read().get(i), all.mails().size());
            assertThat(Poll.from(this, all.cursors().get(i), 2).mails().equals(rest))
                    .as("the rest from a cursor, by a new instance")
                    .isTrue();
        }
        Poll nothing = Poll.from(this, all.end(), 2);
        assertThat(nothing.mails().size()).as("mails when none came").isZero();
        arrive(SampleMail.human(address(), 77).bytes());
        Poll later = Poll.from(this, nothing.end(), 2);
        assertThat(later.mails().size()).as("mails that came later").isEqualTo(1);
        assertThat(later.mails().get(0).references().contains(SampleMail.original(77)))
                .as("the mail that came later is the one that did")
                .isTrue();
    }

    /**
     * The same mail has the same fingerprint whenever and as often as it is read or arrives; another has another.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void knowsTheSameMailAgain() throws Exception {
        List<SampleMail> samples = samples();
        List<String> fingerprints = Poll.of(this, 100).fingerprints();
        assertThat(new HashSet<>(fingerprints)).as("different fingerprints").hasSize(samples.size());
        assertThat(Poll.of(this, 100).fingerprints()).as("fingerprints again").isEqualTo(fingerprints);
        arrive(samples.get(0).bytes());
        List<IncomingMail> mails = Poll.of(this, 100).mails();
        IncomingMail copy = mails.get(mails.size() - 1);
        assertThat(copy.fingerprint())
                .as("fingerprint of a mail that arrived again")
                .isEqualTo(fingerprints.get(0));
        assertThat(copy.key())
                .as("key of a mail that arrived again")
                .isNotEqualTo(mails.get(0).key());
    }

    /**
     * A mail is opened as it came, and reading or opening it leaves it where it is.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void opensAMailAsItCame() throws Exception {
        List<SampleMail> samples = samples();
        Mailbox mailbox = mailbox();
        try {
            List<IncomingMail> mails = Poll.from(mailbox, null, 100).mails();
            for (int i = 0; i < samples.size(); i++) {
                byte[] opened = Poll.bytes(mailbox, mails.get(i).key());
                assertThat(Arrays.equals(opened, samples.get(i).bytes()))
                        .as("the bytes of " + samples.get(i) + " as it came")
                        .isTrue();
            }
            assertThat(Poll.from(mailbox, null, 100).mails().equals(mails))
                    .as("the same mails after they were opened")
                    .isTrue();
        } finally {
            Crowd.close(mailbox);
        }
    }

    /**
     * Mails are read and opened from several threads at once, each as if alone.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void servesSeveralThreads() throws Exception {
        List<SampleMail> samples = samples();
        Mailbox mailbox = mailbox();
        try {
            List<IncomingMail> mails = Poll.from(mailbox, null, 100).mails();
            List<Boolean> right = Crowd.call(patience(), samples.size(), i -> () -> {
                byte[] opened = Poll.bytes(mailbox, mails.get(i).key());
                return Arrays.equals(opened, samples.get(i).bytes())
                        && Poll.from(mailbox, null, 3).mails().equals(mails);
            });
            assertThat(right).as("threads that got what they asked for").containsOnly(true);
        } finally {
            Crowd.close(mailbox);
        }
    }

    /**
     * A cursor that is none is a declared failure or a new beginning; nothing is passed over by it.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void passesNothingOverByAStrangeCursor() throws Exception {
        List<SampleMail> samples = samples();
        for (String cursor : Strange.TEXTS) {
            Mailbox mailbox = mailbox();
            try {
                MailboxPage page = Crowd.within(patience(), () -> mailbox.read(new MailboxCursor(cursor), 100));
                assertThat(page.mails().size())
                        .as("mails from a strange cursor")
                        .isEqualTo(samples.size());
            } catch (MailboxException e) {
                Wrong.showsNothing("the failure", e, List.of(SampleMail.TEXT, SampleMail.RECIPIENT));
            } finally {
                Crowd.close(mailbox);
            }
        }
    }

    private List<SampleMail> samples() throws Exception {
        List<SampleMail> samples = SampleMail.all(address());
        for (SampleMail sample : samples) {
            arrive(sample.bytes());
        }
        return samples;
    }
}
