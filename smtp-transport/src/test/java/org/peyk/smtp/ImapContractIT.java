package org.peyk.smtp;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.tck.MailboxContract;

/** The contract of all mailboxes, against GreenMail. */
class ImapContractIT implements MailboxContract {
    private GreenMail server;
    private ServerSocket silent;

    @BeforeEach
    void start() throws IOException {
        server = new GreenMail(ServerSetup.IMAP.dynamicPort());
        server.start();
        server.setUser(address(), address(), "parola");
        // takes connections, for the system does, and never says a word
        silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
        silent.close();
    }

    private Mailbox at(int port) {
        return ImapMailbox.builder()
                .host("127.0.0.1")
                .port(port)
                .security(Security.PLAIN)
                .password(address(), "parola")
                .authenticatedBy("mx.universite.example")
                .build();
    }

    @Override
    public Optional<String> authenticationServer() {
        return Optional.of("mx.universite.example");
    }

    @Override
    public Mailbox mailbox() {
        return at(server.getImap().getPort());
    }

    @Override
    public void arrive(byte[] mail) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        GreenMailUser user = server.getUserManager().getUser(address());
        MailFolder inbox = server.getManagers().getImapHostManager().getInbox(user);
        inbox.store(message);
    }

    @Override
    public Optional<Mailbox> unreachableMailbox() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return Optional.of(at(free.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Mailbox> stuckMailbox() {
        return Optional.of(at(silent.getLocalPort()));
    }
}
