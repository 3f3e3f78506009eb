package org.peyk.smtp.internal.incoming;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPSSLStore;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.ImapConfig;
import org.peyk.smtp.Security;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;

/** Reads one folder over IMAP, a connection for each page. */
public final class ImapReader {
    private final ImapConfig config;
    private final Session session;
    private final String protocol;
    private final Clock clock = Clock.systemUTC();

    /**
     * Makes a reader without opening anything.
     *
     * @param config the settings
     */
    public ImapReader(ImapConfig config) {
        this.config = config;
        this.protocol = config.security() == Security.IMPLICIT_TLS ? "imaps" : "imap";
        this.session = Session.getInstance(properties());
    }

    private Properties properties() {
        Properties p = new Properties();
        String prefix = "mail." + protocol + ".";
        boolean starttls = config.security() == Security.STARTTLS_REQUIRED;
        p.setProperty(prefix + "starttls.enable", Boolean.toString(starttls));
        p.setProperty(prefix + "starttls.required", Boolean.toString(starttls));
        p.setProperty(prefix + "ssl.checkserveridentity", "true");
        p.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        p.setProperty(prefix + "connectiontimeout", millis(config.timeouts().connect()));
        p.setProperty(prefix + "timeout", millis(config.timeouts().read()));
        p.setProperty(prefix + "writetimeout", millis(config.timeouts().write()));
        // sockets of channels answer an interrupt in the middle of a read
        p.setProperty(prefix + "usesocketchannels", "true");
        // in pieces, so that a huge mail costs no more memory than is looked at
        p.setProperty(prefix + "partialfetch", "true");
        p.setProperty(prefix + "fetchsize", "131072");
        p.setProperty(prefix + "peek", "true");
        p.setProperty(
                prefix + "auth.mechanisms",
                config.credentials().mechanisms().stream().map(Enum::name).collect(Collectors.joining(" ")));
        if (config.sslContext() != null) {
            SSLContext context = config.sslContext().get();
            p.put(prefix + "ssl.socketFactory", context.getSocketFactory());
        }
        return p;
    }

    private static String millis(Duration duration) {
        return Long.toString(Math.min(Integer.MAX_VALUE, duration.toMillis()));
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
        try (Connection connection = connect()) {
            long validity = connection.folder.getUIDValidity();
            long last = Position.lastUid(after, validity);
            List<Numbered> found = newer(connection.folder, last);
            List<Numbered> page = found.subList(0, Math.min(limit, found.size()));
            prefetch(connection.folder, page);
            return read(page, validity, last, found.size() > page.size(), until);
        } catch (MessagingException e) {
            throw stoppedOr(failure(e));
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
                    throw stoppedOr(failure(e));
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
        Connection connection = connect();
        boolean handedOver = false;
        try {
            Message message = connection.folder.getUIDValidity() == position.validity()
                    ? connection.folder.getMessageByUID(position.uid())
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
            throw stoppedOr(failure(e));
        } finally {
            if (!handedOver) {
                connection.close();
            }
        }
    }

    private Connection connect() throws MailboxException, InterruptedException {
        String secret;
        try {
            secret = config.credentials().secret().token();
        } catch (IOException e) {
            throw new MailboxException(
                    "IMAP-TOKEN",
                    LocalizedText.of(
                            "Parola ya da erişim belirteci alınamadı; daha sonra yeniden denenir.",
                            "The password or access token could not be had; tried again later."),
                    e);
        }
        IMAPStore store = config.security() == Security.IMPLICIT_TLS
                ? new IMAPSSLStore(session, null)
                : new IMAPStore(session, null);
        boolean connected = false;
        try {
            store.connect(config.host(), config.port(), config.credentials().username(), secret);
            IMAPFolder folder = (IMAPFolder) store.getFolder(config.folder());
            folder.open(Folder.READ_ONLY);
            connected = true;
            return new Connection(store, folder);
        } catch (AuthenticationFailedException e) {
            config.credentials().secret().refused();
            throw new MailboxException(
                    "IMAP-AUTH",
                    LocalizedText.of(
                            "Posta kutusu sunucusu kullanıcı adını ya da parolayı (erişim belirtecini) kabul etmedi.",
                            "The mailbox server refused the user name or the password (access token)."),
                    null);
        } catch (FolderNotFoundException e) {
            throw new MailboxException(
                    "IMAP-FOLDER",
                    LocalizedText.of("Posta kutusunda bu klasör yok.", "The mailbox has no such folder."),
                    null);
        } catch (MessagingException e) {
            throw stoppedOr(failure(e));
        } finally {
            if (!connected) {
                close(store);
            }
        }
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // the server is gone already, which is what was wanted
            assert !store.isConnected();
        }
    }

    /** The failure, unless it came about because the thread was asked to stop. */
    private static MailboxException stoppedOr(MailboxException failure) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop while a mailbox was being read");
        }
        return failure;
    }

    private static MailboxException gone() {
        return new MailboxException(
                "IMAP-GONE",
                LocalizedText.of("İleti artık posta kutusunda değil.", "The mail is no longer in the mailbox."),
                null);
    }

    /** What a server says may hold addresses, so only what the network says is passed on. */
    private static MailboxException failure(Exception e) {
        @Nullable Throwable network = null;
        for (Throwable t = e; t != null && network == null; t = t.getCause()) {
            network = t instanceof IOException ? t : null;
        }
        return new MailboxException(
                "IMAP-READ",
                LocalizedText.of(
                        "Posta kutusu okunamadı; kaldığı yerden yeniden denenir. Sunucu, kapı (port), şifreleme ve klasörü denetleyin.",
                        "The mailbox could not be read; tried again from where it was. Check host, port, encryption and folder."),
                network);
    }

    private static final class Connection implements AutoCloseable {
        private final IMAPStore store;
        private final IMAPFolder folder;

        Connection(IMAPStore store, IMAPFolder folder) {
            this.store = store;
            this.folder = folder;
        }

        @Override
        public void close() {
            ImapReader.close(store);
        }
    }
}
