package org.peyk.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.Approval;
import org.peyk.ApprovalByMail;
import org.peyk.MailProcess;
import org.peyk.MailRequest;
import org.peyk.Notice;
import org.peyk.NoticeConfig;
import org.peyk.NoticeKind;
import org.peyk.RequestState;
import org.peyk.SendingConfig;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.policy.JsonPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Role;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole process whose approval mail goes out over SMTP and is answered in a mailbox that is read over IMAP. */
@Timeout(120)
class ApprovalOverServersIT {

    private static final byte[] SECRET = "otuz iki bayttan uzun bir gizli deger".getBytes(StandardCharsets.UTF_8);
    private static final String BOX = "onay@ornek.edu.tr";
    private static final String DEANS = "cem@ornek.edu.tr";
    private static final String MX = "mx.ornek.edu.tr";
    private static final UnitId FACULTY = UnitId.of("U-ENG");
    private static final PersonId AYSE = PersonId.of("P-AYSE");
    private static final PersonId DEAN = PersonId.of("P-DEAN");

    @TempDir
    Path directory;

    private GreenMail server;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
        server.start();
        for (String address : List.of(BOX, DEANS)) {
            server.setUser(address, address, "parola");
        }
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailProcess process() throws Exception {
        Path list = Files.writeString(directory.resolve("list.csv"), "id,email,group\n1,a@ornek.edu.tr,akademik\n");
        return MailProcess.builder()
                .store(directory.resolve("store"))
                .discoverPlugins(false)
                .directory(StaticDirectory.builder()
                        .person(AYSE, "Ayşe İnce", FACULTY, "ayse@ornek.edu.tr")
                        .person(DEAN, "Prof. Dr. Cem Öz", FACULTY, DEANS)
                        .role(DEAN, Role.of("DEAN"))
                        .build())
                .policy(JsonPolicy.parse("""
                        {"format": "peyk-approval-policy-1", "name": "servers",
                         "rules": [{"id": "deans", "when": {"groups": ["akademik"]}, "approvals": [{"roles": ["DEAN"]}]}]}
                        """))
                .recipientSource(CsvRecipientSource.of("list", list))
                .sending(SendingConfig.builder()
                        .connections(1)
                        .returnPath("donus@ornek.edu.tr")
                        .build())
                .transport(SmtpTransport.ofUrl(
                        "smtp://127.0.0.1:" + server.getSmtp().getPort() + "?starttls=plain"))
                .mailbox(ImapMailbox.builder()
                        .host("127.0.0.1")
                        .port(server.getImap().getPort())
                        .security(Security.PLAIN)
                        .password(BOX, "parola")
                        .authenticatedBy(MX)
                        .build())
                .notices(NoticeConfig.from(new Sender("surec@ornek.edu.tr", "Mail Gönderimi Süreci", BOX))
                        .answeredBy(ApprovalByMail.signedWith(SECRET)))
                .build();
    }

    private static RequestId submitted(MailProcess process) {
        RequestForm form = RequestForm.builder(Purpose.INFORMATION)
                .detail(Detail.CONTACT, "dahili 2145")
                .content(Content.of(LanguageVersion.plain(
                        Locale.forLanguageTag("tr"), "Kütüphane saatleri", "Kütüphane 22.00'ye kadar açıktır.")))
                .audience(Audience.of(Selection.of("list", "akademik")).expecting(1))
                .sender(new Sender("duyuru@ornek.edu.tr", "Örnek Üniversitesi", null))
                .build();
        RequestId id =
                process.requests().create(Requester.of(AYSE, FACULTY), form).id();
        assertThat(process.requests().submit(AYSE, id).state()).isEqualTo(RequestState.IN_APPROVAL);
        process.notices().deliver();
        return id;
    }

    /** The last mail that somebody got. */
    private MimeMessage received(String address) {
        MimeMessage[] all = server.getReceivedMessagesForDomain(address);
        assertThat(all).as("mails to " + address).isNotEmpty();
        return all[all.length - 1];
    }

    /**
     * An answer as the university's mail server hands it on: with its own word on who wrote it, if it has any.
     *
     * @param fields further header fields, each with its line end
     */
    private void answer(MimeMessage asked, String fields, String text) throws Exception {
        String to = ((InternetAddress) asked.getReplyTo()[0]).getAddress();
        String id = Objects.requireNonNull(asked.getMessageID());
        String mail = fields + "From: Cem Öz <" + DEANS + ">\nTo: " + to + "\nSubject: Ynt: Onay\nMessage-ID: <"
                + text.hashCode()
                + "@ornek.edu.tr>\nDate: Tue, 24 Nov 2026 10:00:00 +0300\nIn-Reply-To: " + id + "\nReferences: " + id
                + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + text
                + "\n\n24 Kas 2026 Sal, 10:00 tarihinde Mail Gönderimi Süreci <surec@ornek.edu.tr> şunu yazdı:\n> uygundur\n";
        Properties relay = new Properties();
        relay.setProperty("mail.smtp.host", "127.0.0.1");
        relay.setProperty("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
        MimeMessage message = new MimeMessage(
                Session.getInstance(relay),
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        Transport.send(message, new Address[] {new InternetAddress(to)});
    }

    private static String vouched() {
        return "Authentication-Results: " + MX + "; dmarc=pass header.from=ornek.edu.tr\n";
    }

    private static long count(MailProcess process, RequestId id, EventType type) {
        return process.audit().history(id).stream()
                .map(ProcessEvent::type)
                .filter(type::equals)
                .count();
    }

    private static List<String> outcomes(MailProcess process, RequestId id) {
        return process.audit().history(id).stream()
                .filter(e -> e.type() == EventType.APPROVAL_ANSWERED)
                .map(e -> String.valueOf(e.data().get("outcome")))
                .toList();
    }

    @Test
    void A19_anAnswerOverRealServersDecidesExactlyOnceAndTheMailGoesOut() throws Exception {
        RequestId id;
        MimeMessage asked;
        try (MailProcess process = process()) {
            id = submitted(process);
            asked = received(DEANS);
            assertThat(asked.getReplyTo()).extracting(Address::toString).allMatch(a -> a.contains(BOX));
            assertThat(asked.getMessageID()).startsWith("<onay.");

            answer(asked, vouched(), "Uygundur.");
            process.replies().poll();
            MailRequest approved = process.requests().get(id);
            assertThat(outcomes(process, id)).containsExactly("APPROVED");
            assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
            assertThat(approved.approvals()).extracting(Approval::by).containsExactly(DEAN);

            answer(asked, vouched(), "uygundur");
            answer(asked, vouched(), "ret: fikrimi değiştirdim");
            process.replies().poll();
            assertThat(process.requests().get(id).state()).isEqualTo(RequestState.APPROVED);
        }
        try (MailProcess process = process()) {
            answer(asked, vouched(), "Uygundur efendim.");
            process.replies().poll();
            process.replies().poll();
            assertThat(process.requests().get(id).state()).isEqualTo(RequestState.APPROVED);
            assertThat(count(process, id, EventType.APPROVAL_GIVEN)).isEqualTo(1);
            assertThat(outcomes(process, id)).containsExactly("APPROVED", "REPEATED", "REPEATED", "REPEATED");

            process.start();
            process.requests().schedule(AYSE, id, null);
            Await.until(() -> process.requests().get(id).state() == RequestState.SENT);
            assertThat(received("a@ornek.edu.tr").getSubject()).isEqualTo("Kütüphane saatleri");
            assertThat(process.audit().verify()).isEmpty();
        }
    }

    @Test
    void A20_anAutomaticAnswerAForwardAndAForgeryDecideNothing() throws Exception {
        try (MailProcess process = process()) {
            RequestId id = submitted(process);
            MimeMessage asked = received(DEANS);
            answer(asked, vouched() + "Auto-Submitted: auto-replied\n", "uygundur, izindeyim");
            answer(asked, vouched() + "Resent-From: baskasi@ornek.edu.tr\n", "uygundur.");
            answer(asked, "", "Uygundur!");
            answer(
                    asked,
                    "Authentication-Results: mx.baska.example; dmarc=pass header.from=ornek.edu.tr\n",
                    "uygundur");
            process.replies().poll();
            assertThat(process.requests().get(id).state()).isEqualTo(RequestState.IN_APPROVAL);
            assertThat(count(process, id, EventType.APPROVAL_GIVEN)).isZero();
            assertThat(outcomes(process, id)).doesNotContain("APPROVED");

            answer(asked, vouched(), "Onaylıyorum.");
            process.replies().poll();
            assertThat(outcomes(process, id)).contains("APPROVED");
            assertThat(process.requests().get(id).state()).isEqualTo(RequestState.APPROVED);
        }
    }

    @Test
    void E7_aConditionGoesBackAsANote() throws Exception {
        try (MailProcess process = process()) {
            RequestId id = submitted(process);
            answer(received(DEANS), vouched(), "Uygundur ama saati 14:00 yapın");
            process.replies().poll();
            assertThat(process.requests().get(id).state()).isEqualTo(RequestState.CHANGES_REQUESTED);
            assertThat(process.requests().get(id).note()).contains("14:00");
            process.notices().deliver();
            assertThat(process.notices().of(id, 10)).extracting(Notice::kind).contains(NoticeKind.RETURNED);
            assertThat(Arrays.stream(server.getReceivedMessagesForDomain("ayse@ornek.edu.tr"))
                            .count())
                    .isPositive();
        }
    }
}
