package org.peyk.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.spi.mailbox.MailboxException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A mailbox is read over TLS from the server that is meant, and from no other. */
@Timeout(120)
class ImapTlsIT {

    @TempDir
    private static Path dir;

    @Test
    void onlyTheServerThatIsTrustedIsRead() throws Exception {
        TestKeys keys = TestKeys.valid(dir);
        TestKeys others = TestKeys.valid(dir);
        System.setProperty("greenmail.tls.keystore.file", keys.store().toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        GreenMail server = new GreenMail(ServerSetup.IMAPS.dynamicPort());
        try {
            server.start();
            server.setUser("kutu@universite.example", "kutu@universite.example", "parola");
            ImapMailboxBuilder builder = ImapMailbox.builder()
                    .host("localhost")
                    .port(server.getImaps().getPort())
                    .security(Security.IMPLICIT_TLS)
                    .password("kutu@universite.example", "parola");
            assertThat(builder.trust(keys.certificate()).build().read(null, 10).mails())
                    .isEmpty();
            assertThatThrownBy(() -> builder.trust(others.certificate()).build().read(null, 10))
                    .isInstanceOf(MailboxException.class);
            assertThatThrownBy(() -> builder.trust(keys.certificate())
                            .host("127.0.0.2")
                            .build()
                            .read(null, 10))
                    .isInstanceOf(MailboxException.class);
        } finally {
            server.stop();
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
        }
    }
}
