package org.peyk.smtp;

import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an {@link ImapMailbox}, checked as a whole. Made by {@link ImapMailbox#builder()}; each setting is described in the package
 * documentation.
 *
 * @param name the name under which the library stores how far the mailbox was read
 * @param host name or address of the server
 * @param port its port
 * @param security how the connection is protected
 * @param credentials whose mailbox
 * @param folder which folder
 * @param sslContext what is trusted, asked once; null for the platform's trust store
 * @param timeouts how long the server may take
 * @param maxExaminedBytes how much of one mail is looked at to sort it; what is beyond stays in the mailbox
 * @param authenticatedBy the name (authserv-id) under which the university's own mail server writes who sent a mail (RFC 8601), or null when
 *     no such server is trusted
 */
public record ImapConfig(
        String name,
        String host,
        int port,
        Security security,
        Credentials credentials,
        String folder,
        @Nullable Supplier<SSLContext> sslContext,
        ImapTimeouts timeouts,
        int maxExaminedBytes,
        @Nullable String authenticatedBy) {

    /** IMAP with STARTTLS (RFC 9051): 143. */
    public static final int IMAP_PORT = 143;

    /** IMAP over TLS (RFC 8314): 993. */
    public static final int IMAPS_PORT = 993;

    /** 1 MiB. */
    public static final int DEFAULT_MAX_EXAMINED_BYTES = 1024 * 1024;

    /**
     * Checks everything.
     *
     * @throws SmtpConfigException naming all that cannot work
     */
    public ImapConfig {
        List<ConfigProblem> problems =
                ConfigCheck.imap(name, host, port, credentials, folder, timeouts, maxExaminedBytes, authenticatedBy);
        if (!problems.isEmpty()) {
            throw new SmtpConfigException(problems);
        }
    }

    /**
     * Shows no credentials.
     *
     * @return name, host, port and protection
     */
    @Override
    public String toString() {
        return "ImapConfig[" + name + ", " + host + ":" + port + ", " + security + "]";
    }
}
