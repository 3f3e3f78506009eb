package org.peyk.spi.tck;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mailbox read page by page until there is no more.
 *
 * @param cursors the cursor after each page
 * @param read how many mails had been read at each cursor
 */
record Poll(List<IncomingMail> mails, List<MailboxCursor> cursors, List<Integer> read) {

    /** More pages than any check needs. */
    private static final int MANY = 1_000;

    static Poll of(MailboxFixture fixture, int limit) throws Exception {
        return from(fixture, null, limit);
    }

    /** Reads with a new instance. */
    static Poll from(MailboxFixture fixture, @Nullable MailboxCursor after, int limit) throws Exception {
        Mailbox mailbox = fixture.mailbox();
        try {
            return Crowd.within(fixture.patience(), () -> from(mailbox, after, limit));
        } finally {
            Crowd.close(mailbox);
        }
    }

    static Poll from(Mailbox mailbox, @Nullable MailboxCursor after, int limit) throws Exception {
        Poll poll = new Poll(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        MailboxCursor cursor = after;
        boolean more = true;
        while (more) {
            MailboxPage page = mailbox.read(cursor, limit);
            assertThat(page.mails()).as("mails of a page").hasSizeLessThanOrEqualTo(limit);
            poll.mails.addAll(page.mails());
            cursor = page.cursor();
            more = page.more();
            poll.cursors.add(cursor);
            poll.read.add(poll.mails.size());
            assertThat(poll.cursors).as("pages").hasSizeLessThan(MANY);
        }
        return poll;
    }

    MailboxCursor end() {
        return cursors.get(cursors.size() - 1);
    }

    List<String> fingerprints() {
        return mails.stream().map(IncomingMail::fingerprint).toList();
    }

    static byte[] bytes(Mailbox mailbox, MailKey key) throws Exception {
        try (InputStream in = mailbox.open(key)) {
            return in.readAllBytes();
        }
    }
}
