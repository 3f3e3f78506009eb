package org.peyk.smtp.internal.incoming;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPSSLStore;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.ImapConfig;
import org.peyk.smtp.Security;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.mailbox.MailboxException;

/** Opens connections to a mailbox, and says what went wrong in words that hold nobody's name. */
final class ImapConnector {
    private final ImapConfig config;
    private final String protocol;
    private final Session session;

    ImapConnector(ImapConfig config) {
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

    /** Opens the folder for reading. */
    ImapConnection connect() throws MailboxException, InterruptedException {
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
            return new ImapConnection(store, folder);
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
            throw stoppedOr(e);
        } finally {
            if (!connected) {
                ImapConnection.close(store);
            }
        }
    }

    /** The failure, unless it came about because the thread was asked to stop. */
    static MailboxException stoppedOr(Exception e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop while a mailbox was being read");
        }
        return failure(e);
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
}
