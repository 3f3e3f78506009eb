package org.peyk.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a whole mail server: what is sent arrives, and what comes back is read. */
@Timeout(120)
class SmtpGreenMailIT {
    private static final String BOX = "iletisim@universite.example";

    private GreenMail server;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
        server.start();
        server.setUser(BOX, BOX, "parola");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private SmtpTransport transport() {
        return SmtpTransport.ofUrl("smtp://127.0.0.1:" + server.getSmtp().getPort() + "?starttls=plain");
    }

    private ImapMailbox mailbox() {
        return ImapMailbox.ofUrl("imap://" + BOX.replace("@", "%40") + ":parola@127.0.0.1:"
                + server.getImap().getPort() + "?starttls=plain");
    }

    @Test
    void aMailWithTurkishSubjectAndAttachmentArrives() throws Exception {
        byte[] pdf = new byte[40_000];
        new Random(1).nextBytes(pdf);
        TestFeed feed = TestFeed.of(Mails.delivery(
                1,
                Mails.message(
                        new LanguageVersion(
                                Mails.TR, "Çağrı: İĞÜŞÖÇ ığüşöç", "<p>Sayın öğrencimiz</p>", "Sayın öğrencimiz", null),
                        Attachment.of("Çağrı metni.pdf", "application/pdf", ByteSource.of(pdf)))));
        try (SmtpTransport transport = transport();
                TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Çağrı: İĞÜŞÖÇ ığüşöç");
        assertThat(mail.getMessageID()).isEqualTo("<row-1@universite.example>");
        MimeMultipart mixed = (MimeMultipart) mail.getContent();
        assertThat(((MimeMultipart) mixed.getBodyPart(0).getContent())
                        .getBodyPart(0)
                        .getContent())
                .isEqualTo("Sayın öğrencimiz");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("Çağrı metni.pdf");
        assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void aThousandArriveOnceEach() throws Exception {
        TestFeed feed = new TestFeed(Mails.deliveries(1, 1_000));
        try (SmtpTransport transport = transport();
                TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcomes().values()).hasSize(1_000).allMatch(Accepted.class::isInstance);
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            ids.add(mail.getMessageID());
        }
        assertThat(ids).hasSize(1_000).doesNotHaveDuplicates();
    }

    private void deliver(String mail) throws Exception {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        server.getUserManager().getUser(BOX).deliver(message);
    }

    private void deliverThree() throws Exception {
        deliver("""
                From: MAILER-DAEMON@mx.example
                To: donus@universite.example
                Subject: failure notice
                Date: Mon, 23 Nov 2026 09:00:00 +0300

                Hi. This is the qmail-send program at mx.example.
                <yok@baska.example>:
                Sorry, no mailbox here by that name. (#5.1.1)

                --- Below this line is a copy of the message.

                Message-ID: <row-1@universite.example>
                """);
        deliver("""
                From: Fatma <fatma@universite.example>
                To: iletisim@universite.example
                Subject: =?UTF-8?B?T3RvbWF0aWsgeWFuxLF0OiBEdXl1cnU=?=
                Auto-Submitted: auto-replied
                In-Reply-To: <row-2@universite.example>
                Date: Mon, 23 Nov 2026 09:01:00 +0300

                İzindeyim.
                """);
        deliver("""
                From: Ali <ali@universite.example>
                To: iletisim@universite.example
                Subject: Re: Duyuru
                In-Reply-To: <row-3@universite.example>
                Date: Mon, 23 Nov 2026 09:02:00 +0300

                Saat kaçta?
                """);
    }

    @Test
    void theMailboxIsReadInPagesAndSorted() throws Exception {
        ImapMailbox mailbox = mailbox();
        MailboxPage empty = mailbox.read(null, 10);
        assertThat(empty.mails()).isEmpty();
        assertThat(empty.more()).isFalse();
        deliverThree();

        MailboxPage first = mailbox.read(empty.cursor(), 2);
        assertThat(first.more()).isTrue();
        assertThat(first.mails())
                .extracting(IncomingMail::kind)
                .containsExactly(IncomingKind.BOUNCE, IncomingKind.AUTO_REPLY);
        assertThat(first.mails().get(0).references()).containsExactly("<row-1@universite.example>");
        MailboxPage second = mailbox.read(first.cursor(), 2);
        assertThat(second.more()).isFalse();
        assertThat(second.mails()).extracting(IncomingMail::kind).containsExactly(IncomingKind.HUMAN_REPLY);
        MailboxPage last = mailbox.read(second.cursor(), 2);
        assertThat(last.mails()).isEmpty();
        assertThat(last.cursor()).isEqualTo(second.cursor());

        // somebody reads the same mails again from the beginning
        MailboxPage again = mailbox.read(null, 10);
        assertThat(again.mails()).hasSize(3);
        assertThat(again.mails().get(0).fingerprint())
                .isEqualTo(first.mails().get(0).fingerprint());
        assertThat(again.mails().get(0).receivedAt()).isNotNull();
        try (InputStream in = mailbox.open(second.mails().get(0).key())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("Saat kaçta?");
        }
        // the mails stay unread for the people of the unit
        assertThat(server.getManagers()
                        .getImapHostManager()
                        .getInbox(server.getUserManager().getUser(BOX))
                        .getMessages())
                .allMatch(m -> !m.getFlags().contains(Flags.Flag.SEEN));
    }

    @Test
    void aCursorOfAnotherLifeOfTheFolderStartsAnew() throws Exception {
        deliverThree();
        ImapMailbox mailbox = mailbox();
        MailboxPage all = mailbox.read(null, 10);
        long validity = Long.parseLong(all.cursor().value().split(":")[0]);
        assertThat(mailbox.read(new MailboxCursor(validity + 1 + ":99"), 10).mails())
                .hasSize(3);
        assertThat(mailbox.read(new MailboxCursor("nonsense"), 10).mails()).hasSize(3);
        assertThat(mailbox.read(all.cursor(), 10).mails()).isEmpty();
        for (String key : List.of(validity + 1 + ":1", validity + ":99999", "nonsense")) {
            assertThatThrownBy(() -> mailbox.open(new MailKey(key)))
                    .isInstanceOfSatisfying(
                            MailboxException.class, e -> assertThat(e.code()).isEqualTo("IMAP-GONE"));
        }
    }

    @Test
    void oneMonsterDoesNotStopTheOthers() throws Exception {
        deliver("X: y\n\n" + "x".repeat(3_000_000));
        deliverThree();
        MailboxPage page = mailbox().read(null, 10);
        assertThat(page.mails()).hasSize(4);
        assertThat(page.mails().get(3).kind()).isEqualTo(IncomingKind.HUMAN_REPLY);
    }

    @Test
    void whatCannotBeReadIsToldWithoutNamesAndSecrets() throws IOException {
        ImapMailboxBuilder builder = ImapMailbox.builder()
                .host("127.0.0.1")
                .port(server.getImap().getPort())
                .security(Security.PLAIN)
                .password(BOX, "yanlis-parola");
        assertThatThrownBy(() -> builder.build().read(null, 1)).isInstanceOfSatisfying(MailboxException.class, e -> {
            assertThat(e.code()).isEqualTo("IMAP-AUTH");
            assertThat(e).hasNoCause();
        });
        assertThatThrownBy(() ->
                        builder.password(BOX, "parola").folder("Yok").build().read(null, 1))
                .isInstanceOfSatisfying(
                        MailboxException.class, e -> assertThat(e.code()).isEqualTo("IMAP-FOLDER"));
        // a server without STARTTLS gets no password
        assertThatThrownBy(() -> builder.folder("INBOX")
                        .security(Security.STARTTLS_REQUIRED)
                        .build()
                        .read(null, 1))
                .isInstanceOf(MailboxException.class);
        int port = server.getImap().getPort();
        server.stop();
        assertThatThrownBy(() ->
                        builder.port(port).security(Security.PLAIN).build().read(null, 1))
                .isInstanceOfSatisfying(
                        MailboxException.class, e -> assertThat(e.code()).isEqualTo("IMAP-READ"));
    }

    @Test
    void anInterruptEndsThePage() throws Exception {
        deliverThree();
        ImapMailbox mailbox = mailbox();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> mailbox.read(null, 10)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
