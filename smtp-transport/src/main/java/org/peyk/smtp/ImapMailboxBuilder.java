package org.peyk.smtp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * Collects the settings of an {@link ImapMailbox}. Nothing is checked before {@link #build()}, which then names everything that is wrong at
 * once. Used by one thread.
 */
public final class ImapMailboxBuilder {
    private String name = "replies";
    private String host = "";
    private int port = -1;
    private Security security = Security.STARTTLS_REQUIRED;
    private @Nullable Credentials credentials;
    private String folder = "INBOX";
    private @Nullable Supplier<SSLContext> sslContext;
    private ImapTimeouts timeouts = ImapTimeouts.DEFAULT;
    private int maxExaminedBytes = ImapConfig.DEFAULT_MAX_EXAMINED_BYTES;
    private @Nullable String authenticatedBy;
    private final List<ConfigProblem> problems = new ArrayList<>();

    ImapMailboxBuilder() {}

    /**
     * Takes host, port, protection, credentials and folder; settings made afterwards go before them.
     *
     * @param url {@code imap://user:password@host:port/FOLDER?starttls=required|plain&auth=plain|login|xoauth2&name=NAME} or {@code imaps://…}; see the package
     *     documentation
     * @return this
     */
    public ImapMailboxBuilder url(String url) {
        MailUrl parsed = new MailUrl("IMAP", url);
        host = parsed.host();
        port = parsed.portOr(ImapConfig.IMAP_PORT, ImapConfig.IMAPS_PORT);
        security = parsed.security();
        credentials = parsed.credentials();
        if (parsed.path().length() > 1) {
            folder = parsed.path().substring(1);
        }
        String named = parsed.parameter("name");
        if (named != null) {
            name = named;
        }
        problems.addAll(parsed.problems());
        return this;
    }

    /**
     * The name under which the library stores how far the mailbox was read; {@code replies} if not given.
     *
     * @param value stable and unique among the mailboxes of a process; not an address
     * @return this
     */
    public ImapMailboxBuilder name(String value) {
        name = value;
        return this;
    }

    /**
     * The server.
     *
     * @param value domain name, or IPv4 or IPv6 address
     * @return this
     */
    public ImapMailboxBuilder host(String value) {
        host = value;
        return this;
    }

    /**
     * The server's port; 143 if not given, 993 with {@link Security#IMPLICIT_TLS}.
     *
     * @param value 1 to 65535
     * @return this
     */
    public ImapMailboxBuilder port(int value) {
        port = value;
        return this;
    }

    /**
     * How the connection is protected; {@link Security#STARTTLS_REQUIRED} if not given.
     *
     * @param value the protection
     * @return this
     */
    public ImapMailboxBuilder security(Security value) {
        security = value;
        return this;
    }

    /**
     * A user name and a password that does not change.
     *
     * @param username the user name
     * @param password the password
     * @return this
     */
    public ImapMailboxBuilder password(String username, String password) {
        return credentials(Credentials.password(username, () -> password));
    }

    /**
     * A mailbox and its access tokens (XOAUTH2).
     *
     * @param username the mailbox
     * @param tokens gives a token for each connection
     * @return this
     */
    public ImapMailboxBuilder oauth2(String username, TokenSource tokens) {
        return credentials(Credentials.oauth2(username, tokens));
    }

    /**
     * Whose mailbox, in full.
     *
     * @param value the credentials
     * @return this
     */
    public ImapMailboxBuilder credentials(Credentials value) {
        credentials = value;
        return this;
    }

    /**
     * Which folder is read; {@code INBOX} if not given.
     *
     * @param value the folder's name
     * @return this
     */
    public ImapMailboxBuilder folder(String value) {
        folder = value;
        return this;
    }

    /**
     * What is trusted, and with which key of our own; the platform's trust store if not given.
     *
     * @param value asked once, when the mailbox is built
     * @return this
     */
    public ImapMailboxBuilder sslContext(Supplier<SSLContext> value) {
        sslContext = value;
        return this;
    }

    /**
     * Trusts these certificates instead of the platform's trust store: an own certificate authority, or the server's own certificate.
     *
     * @param pem a file with one or more certificates in PEM form
     * @return this
     */
    public ImapMailboxBuilder trust(Path pem) {
        return sslContext(new PemTrust(pem));
    }

    /**
     * Changes time-outs.
     *
     * @param change for example {@code t -> t.withRead(Duration.ofSeconds(20))}
     * @return this
     */
    public ImapMailboxBuilder timeouts(UnaryOperator<ImapTimeouts> change) {
        timeouts = change.apply(timeouts);
        return this;
    }

    /**
     * How much of one mail is looked at; 1 MiB if not given.
     *
     * @param value bytes, at least 16 KiB
     * @return this
     */
    public ImapMailboxBuilder maxExaminedBytes(int value) {
        maxExaminedBytes = value;
        return this;
    }

    /**
     * The name under which the university's own mail server says who sent a mail, in the topmost Authentication-Results field (RFC 8601). It
     * must remove fields of that name from what comes in from outside. Without one, nobody is authenticated, and answers to approval mails
     * decide nothing.
     *
     * @param value the authserv-id, such as {@code mx.universite.edu.tr}
     * @return this
     */
    public ImapMailboxBuilder authenticatedBy(String value) {
        authenticatedBy = value;
        return this;
    }

    /**
     * Checks the settings.
     *
     * @return the settings
     * @throws SmtpConfigException naming everything that cannot work
     */
    public ImapConfig config() {
        List<ConfigProblem> all = new ArrayList<>(problems);
        if (sslContext instanceof PemTrust pem) {
            all.addAll(pem.problems("IMAP-CFG-TRUST"));
        }
        Credentials who = credentials;
        if (who == null) {
            all.add(new ConfigProblem(
                    "IMAP-CFG-USER",
                    LocalizedText.of(
                            "Posta kutusu için kullanıcı adı ve parola gerekir.",
                            "A mailbox needs a user name and a password.")));
            // so that everything else is checked too
            who = Credentials.password("none", () -> "");
        }
        int effectivePort =
                port >= 0 ? port : security == Security.IMPLICIT_TLS ? ImapConfig.IMAPS_PORT : ImapConfig.IMAP_PORT;
        try {
            ImapConfig config = new ImapConfig(
                    name,
                    host,
                    effectivePort,
                    security,
                    who,
                    folder,
                    sslContext,
                    timeouts,
                    maxExaminedBytes,
                    authenticatedBy);
            if (all.isEmpty()) {
                return config;
            }
        } catch (SmtpConfigException e) {
            all.addAll(e.problems());
        }
        throw new SmtpConfigException(all);
    }

    /**
     * Checks the settings and makes the mailbox. Opens no connection.
     *
     * @return the mailbox
     * @throws SmtpConfigException naming everything that cannot work
     */
    public ImapMailbox build() {
        return new ImapMailbox(config());
    }
}
