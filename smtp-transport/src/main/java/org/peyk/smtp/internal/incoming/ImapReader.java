package org.peyk.smtp.internal.incoming;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.ImapConfig;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;

/** Reads one folder over IMAP, a connection for each page. */
public final class ImapReader {
    private final ImapConfig config;
    private final ImapConnector connector;
    private final Clock clock = Clock.systemUTC();

    /**
     * Makes a reader without opening anything.
     *
     * @param config the settings
     */
    public ImapReader(ImapConfig config) {
        this.config = config;
        this.connector = new ImapConnector(config);
    }

    /**
     * Reads a page.
     *
     * @param after where the last page ended, or null for the beginning
     * @param limit how many mails at most
     * @return the page
     * @throws MailboxException when nothing could be read
     * @throws InterruptedException when the thread is asked to stop
     */
    public MailboxPage read(@Nullable MailboxCursor after, int limit) throws MailboxException, InterruptedException {
        long until = System.nanoTime() + config.timeouts().poll().toNanos();
        try (ImapConnection connection = connector.connect()) {
            long validity = connection.folder().getUIDValidity();
            long last = Position.lastUid(after, validity);
            List<Numbered> found = newer(connection.folder(), last);
            List<Numbered> page = found.subList(0, Math.min(limit, found.size()));
            prefetch(connection.folder(), page);
            return read(page, validity, last, found.size() > page.size(), until);
        } catch (MessagingException e) {
            throw ImapConnector.stoppedOr(e);
        }
    }

    private record Numbered(long uid, IMAPMessage message) {}

    private static List<Numbered> newer(IMAPFolder folder, long last) throws MessagingException {
        List<Numbered> found = new ArrayList<>();
        if (folder.getMessageCount() > 0) {
            for (Message message : folder.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
                // the range n:* also gives the last mail when there is none above n (RFC 9051 section 9, seq-range)
                if (message instanceof IMAPMessage imap && folder.getUID(message) > last) {
                    found.add(new Numbered(folder.getUID(message), imap));
                }
            }
        }
        found.sort(Comparator.comparingLong(Numbered::uid));
        return found;
    }

    private static void prefetch(IMAPFolder folder, List<Numbered> page) throws MessagingException {
        if (!page.isEmpty()) {
            FetchProfile profile = new FetchProfile();
            profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
            profile.add(FetchProfile.Item.SIZE);
            folder.fetch(page.stream().map(Numbered::message).toArray(Message[]::new), profile);
        }
    }

    private MailboxPage read(List<Numbered> page, long validity, long last, boolean beyond, long until)
            throws MailboxException, InterruptedException {
        List<IncomingMail> mails = new ArrayList<>();
        long done = last;
        for (Numbered numbered : page) {
            if (Thread.interrupted()) {
                throw new InterruptedException("asked to stop while a mailbox was being read");
            }
            if (!mails.isEmpty() && System.nanoTime() - until > 0) {
                return new MailboxPage(mails, Position.cursor(validity, done), true);
            }
            try {
                mails.add(read(numbered, validity));
            } catch (MessageRemovedException e) {
                // somebody deleted it meanwhile: there is nothing to sort
                done = numbered.uid;
                continue;
            } catch (MessagingException | IOException e) {
                if (mails.isEmpty() || Thread.currentThread().isInterrupted()) {
                    throw ImapConnector.stoppedOr(e);
                }
                // what was read counts; the next page goes on from here
                return new MailboxPage(mails, Position.cursor(validity, done), true);
            }
            done = numbered.uid;
        }
        return new MailboxPage(mails, Position.cursor(validity, done), beyond);
    }

    private IncomingMail read(Numbered numbered, long validity) throws MessagingException, IOException {
        Date received = numbered.message.getReceivedDate();
        Instant receivedAt = received == null ? clock.instant() : received.toInstant();
        try (InputStream in = numbered.message.getMimeStream()) {
            byte[] beginning = in.readNBytes(config.maxExaminedBytes());
            return IncomingClassifier.classify(beginning, Position.key(validity, numbered.uid), receivedAt);
        }
    }

    /**
     * Opens a mail as it came.
     *
     * @param key which mail
     * @return its bytes; closing the stream closes the connection
     * @throws MailboxException when the mailbox cannot be read or the mail is gone
     * @throws InterruptedException when the thread is asked to stop
     */
    public InputStream open(MailKey key) throws MailboxException, InterruptedException {
        Position position = Position.of(key);
        if (position == null) {
            throw gone();
        }
        ImapConnection connection = connector.connect();
        boolean handedOver = false;
        try {
            Message message = connection.folder().getUIDValidity() == position.validity()
                    ? connection.folder().getMessageByUID(position.uid())
                    : null;
            if (!(message instanceof IMAPMessage imap)) {
                throw gone();
            }
            InputStream opened = new FilterInputStream(imap.getMimeStream()) {
                @Override
                public void close() throws IOException {
                    try {
                        super.close();
                    } finally {
                        connection.close();
                    }
                }
            };
            handedOver = true;
            return opened;
        } catch (MessageRemovedException e) {
            throw gone();
        } catch (MessagingException e) {
            throw ImapConnector.stoppedOr(e);
        } finally {
            if (!handedOver) {
                connection.close();
            }
        }
    }

    /**
     * Reads what a decision by mail is judged by.
     *
     * @param key which mail
     * @return what it says
     * @throws MailboxException when the mailbox cannot be read or the mail is gone
     * @throws InterruptedException when the thread is asked to stop
     */
    public AnswerMail answer(MailKey key) throws MailboxException, InterruptedException {
        try (InputStream in = open(key)) {
            return AnswerReader.read(in.readNBytes(config.maxExaminedBytes()), config.authenticatedBy());
        } catch (IOException e) {
            throw ImapConnector.stoppedOr(e);
        }
    }

    private static MailboxException gone() {
        return new MailboxException(
                "IMAP-GONE",
                LocalizedText.of("İleti artık posta kutusunda değil.", "The mail is no longer in the mailbox."),
                null);
    }
}
