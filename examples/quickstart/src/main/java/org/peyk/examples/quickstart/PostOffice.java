package org.peyk.examples.quickstart;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * The university's mail server: SMTP and IMAP on free ports of this machine alone, nothing encrypted, everything in memory. It takes mail for
 * everybody and knows one account, the mailbox that answers come back to.
 */
final class PostOffice implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOGIN = "yanit";
    private static final String PASSWORD = "quickstart";

    private final GreenMail server;
    private final GreenMailUser replies;

    /**
     * What lies in one recipient's mailbox.
     *
     * @param recipient the address by which the server took it
     * @param message the message
     */
    record Received(String recipient, MimeMessage message) {}

    PostOffice(String replyAddress) {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        replies = server.setUser(replyAddress, LOGIN, PASSWORD);
    }

    String smtpUrl() {
        return "smtp://" + LOOPBACK + ":" + server.getSmtp().getPort() + "?starttls=plain";
    }

    String imapUrl() {
        return "imap://" + LOGIN + ":" + PASSWORD + "@" + LOOPBACK + ":"
                + server.getImap().getPort() + "/INBOX?starttls=plain";
    }

    /** Every message in every mailbox but that of the answers. */
    List<Received> received() throws FolderException {
        List<Received> all = new ArrayList<>();
        for (GreenMailUser user : server.getUserManager().listUser()) {
            if (!user.getEmail().equals(replies.getEmail())) {
                for (StoredMessage m : inbox(user).getMessages()) {
                    all.add(new Received(user.getEmail(), m.getMimeMessage()));
                }
            }
        }
        return all;
    }

    /** Waits until so many messages have come; returns whether they did in time. */
    boolean waitFor(int messages, Duration patience) {
        return server.waitForIncomingEmail(patience.toMillis(), messages);
    }

    /** The Message-ID of what somebody got. */
    String messageId(String recipient) throws FolderException, MessagingException {
        GreenMailUser user = server.getUserManager().getUserByEmail(recipient);
        if (user == null || inbox(user).getMessageCount() != 1) {
            throw new IllegalStateException("somebody has not got exactly one message");
        }
        return inbox(user).getMessages().get(0).getMimeMessage().getMessageID();
    }

    /** Puts a mail from outside into the mailbox of the answers. */
    void answer(byte[] mail, Instant at) throws FolderException, MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        inbox(replies).appendMessage(message, new Flags(), Date.from(at));
    }

    private MailFolder inbox(GreenMailUser user) throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    @Override
    public void close() {
        server.stop();
    }
}
