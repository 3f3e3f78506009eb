package org.peyk.smtp;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.internal.incoming.ImapReader;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a mailbox over IMAP (RFC 9051, RFC 3501) and sorts what came: reports of failed delivery (RFC 3464, and those in words), notices of
 * delay, automatic answers (RFC 3834), complaints (RFC 5965) and what people wrote. Changes nothing in the mailbox: mails stay unread.
 *
 * <p>Each page is read over a connection of its own. The cursor is UIDVALIDITY and the last UID; when UIDVALIDITY changes, the mailbox is read
 * from its beginning, and mails that were seen before have the fingerprint they had. A mail that cannot be understood is reported as
 * unreadable and does not stop those after it.
 */
public final class ImapMailbox implements Mailbox {
    /** The system property that a mailbox found by {@link java.util.ServiceLoader} takes its URL from. */
    public static final String URL_PROPERTY = "peyk.imap.url";

    /** The environment variable that is looked at when the system property is not set. */
    public static final String URL_VARIABLE = "PEYK_IMAP_URL";

    private static final Logger LOG = LoggerFactory.getLogger("org.peyk.smtp");

    private final @Nullable ImapConfig config;
    private final @Nullable ImapReader reader;
    private final List<ConfigProblem> problems;

    /**
     * For {@link java.util.ServiceLoader}: takes the URL from {@value #URL_PROPERTY} or {@value #URL_VARIABLE}. Never fails; without a
     * usable URL, {@link #read} and {@link #open} tell what is missing.
     */
    public ImapMailbox() {
        String url = Environment.value(URL_PROPERTY, URL_VARIABLE);
        ImapConfig found = null;
        List<ConfigProblem> wrong = List.of();
        if (url == null) {
            wrong = List.of(new ConfigProblem(
                    "IMAP-CONFIG",
                    LocalizedText.of(
                            "Posta kutusu ayarlanmamış: " + URL_PROPERTY + " sistem özelliğini ya da " + URL_VARIABLE
                                    + " ortam değişkenini verin.",
                            "No mailbox is configured: set the system property " + URL_PROPERTY
                                    + " or the environment variable " + URL_VARIABLE + ".")));
        } else {
            try {
                found = builder().url(url).config();
            } catch (SmtpConfigException e) {
                wrong = e.problems();
            }
        }
        this.config = found;
        this.problems = wrong;
        this.reader = found == null ? null : reader(found);
    }

    ImapMailbox(ImapConfig config) {
        this.config = config;
        this.problems = List.of();
        this.reader = reader(config);
    }

    private static ImapReader reader(ImapConfig config) {
        if (config.security() == Security.PLAIN) {
            LOG.warn(
                    "IMAP to {}:{} is NOT ENCRYPTED: mails and the password can be read on the way. / IMAP bağlantısı ŞİFRELENMİYOR:"
                            + " iletiler ve parola yolda okunabilir.",
                    config.host(),
                    config.port());
        }
        return new ImapReader(config);
    }

    /**
     * Starts the settings of a mailbox.
     *
     * @return a builder
     */
    public static ImapMailboxBuilder builder() {
        return new ImapMailboxBuilder();
    }

    /**
     * A mailbox with settings that are already checked.
     *
     * @param config the settings
     * @return the mailbox
     */
    public static ImapMailbox of(ImapConfig config) {
        return new ImapMailbox(config);
    }

    /**
     * A mailbox from a URL alone.
     *
     * @param url see {@link ImapMailboxBuilder#url(String)}
     * @return the mailbox
     * @throws SmtpConfigException naming everything that cannot work
     */
    public static ImapMailbox ofUrl(String url) {
        return builder().url(url).build();
    }

    /**
     * Whether there are settings to work with; always so but for a mailbox made by {@link #ImapMailbox()}.
     *
     * @return whether it can be read
     */
    public boolean isConfigured() {
        return reader != null;
    }

    @Override
    public String name() {
        return config == null ? "replies" : config.name();
    }

    @Override
    public MailboxPage read(@Nullable MailboxCursor after, int limit) throws MailboxException, InterruptedException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        return reader().read(after, limit);
    }

    @Override
    public InputStream open(MailKey key) throws MailboxException, InterruptedException {
        return reader().open(key);
    }

    /**
     * {@inheritDoc} The sender is authenticated when the topmost Authentication-Results field of the server that
     * {@link ImapMailboxBuilder#authenticatedBy} names vouches for it.
     */
    @Override
    public Optional<AnswerMail> answer(MailKey key) throws MailboxException, InterruptedException {
        return Optional.of(reader().answer(key));
    }

    private ImapReader reader() throws MailboxException {
        ImapReader r = reader;
        if (r == null) {
            throw new MailboxException("IMAP-CONFIG", problems.get(0).text(), null);
        }
        return r;
    }

    /**
     * Shows no credentials.
     *
     * @return where it reads from
     */
    @Override
    public String toString() {
        return config == null ? "ImapMailbox[not configured]" : "ImapMailbox[" + config + "]";
    }
}
