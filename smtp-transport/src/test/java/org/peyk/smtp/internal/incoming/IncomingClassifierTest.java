package org.peyk.smtp.internal.incoming;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.mailbox.DeliveryReport.Action;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What comes back is sorted by what it is. */
class IncomingClassifierTest {
    private static final MailKey KEY = new MailKey("1:2");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static IncomingMail sort(String mail) {
        return sort(Samples.bytes(mail));
    }

    private static IncomingMail sort(byte[] mail) {
        return IncomingClassifier.classify(mail, KEY, NOW);
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                arguments(Samples.POSTFIX_BOUNCE, 17, "ogrenci17@ogr.universite.example", "5.1.1", true),
                arguments(Samples.QMAIL_BOUNCE, 18, "ayse@baska.example", "5.1.1", true),
                arguments(Samples.EXIM_BOUNCE, 19, "veli@baska.example", "5.2.2", false),
                arguments(Samples.EXCHANGE_BOUNCE_IN_TURKISH, 20, "fatma@baska.example", "5.1.10", true));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aBounceSaysWhoAndWhyAndWhichMessage(String mail, int row, String recipient, String status, boolean dead) {
        IncomingMail sorted = sort(mail);
        assertThat(sorted.kind()).isEqualTo(IncomingKind.BOUNCE);
        assertThat(sorted.references()).containsExactly("<row-" + row + "@universite.example>");
        assertThat(sorted.recipients()).contains("donus+" + row + "@universite.example");
        assertThat(sorted.sender()).isNull();
        assertThat(sorted.reports()).singleElement().satisfies(r -> {
            assertThat(r.action()).isEqualTo(Action.FAILED);
            assertThat(r.finalRecipient()).isEqualTo(recipient);
            assertThat(String.valueOf(r.status())).isEqualTo(status);
            assertThat(r.addressDead()).isEqualTo(dead);
        });
        assertThat(sorted.key()).isEqualTo(KEY);
        assertThat(sorted.receivedAt()).isEqualTo(NOW);
    }

    @Test
    void aDelayIsNoFailure() {
        IncomingMail sorted = sort(Samples.DELAY);
        assertThat(sorted.kind()).isEqualTo(IncomingKind.DELAY_NOTICE);
        assertThat(sorted.references()).containsExactly("<row-21@universite.example>");
        assertThat(sorted.reports()).singleElement().satisfies(r -> {
            assertThat(r.action()).isEqualTo(Action.DELAYED);
            assertThat(r.addressDead()).isFalse();
        });
        String inWords = sort(Samples.EXIM_BOUNCE
                        .replace(
                                "Mail delivery failed: returning message to sender",
                                "Warning: message delayed 24 hours")
                        .replace("This is a permanent error.", "It has not yet been delivered and will be retried.")
                        .replace("could not be delivered to one", "has not been delivered yet to one"))
                .kind()
                .name();
        assertThat(inWords).isEqualTo("DELAY_NOTICE");
    }

    @Test
    void aReportAboutSeveralRecipientsSpeaksOfEach() {
        IncomingMail sorted = sort(Samples.POSTFIX_BOUNCE.replace(
                "Final-Recipient: rfc822; ogrenci17",
                "Final-Recipient: rfc822; baska@ogr.universite.example\nAction: delayed\nStatus: 4.2.2\n\n"
                        + "Final-Recipient: rfc822; ucuncu@ogr.universite.example\nAction: relayed\nStatus: 2.0.0\n\n"
                        + "Final-Recipient: rfc822; ogrenci17"));
        assertThat(sorted.kind()).isEqualTo(IncomingKind.BOUNCE);
        assertThat(sorted.reports())
                .extracting(DeliveryReport::action)
                .containsExactly(Action.DELAYED, Action.RELAYED, Action.FAILED);
    }

    @Test
    void whatWasDeliveredOrReadIsANotice() {
        IncomingMail read = sort(Samples.READ_RECEIPT);
        assertThat(read.kind()).isEqualTo(IncomingKind.DELIVERY_NOTICE);
        assertThat(read.references()).containsExactly("<row-22@universite.example>");
        IncomingMail delivered = sort(Samples.POSTFIX_BOUNCE
                .replace("Action: failed", "Action: delivered")
                .replace("Status: 5.1.1", "Status: 2.0.0")
                .replace("smtp; 550 5.1.1", "smtp; 250 2.0.0"));
        assertThat(delivered.kind()).isEqualTo(IncomingKind.DELIVERY_NOTICE);
        assertThat(delivered.reports()).allMatch(r -> !r.addressDead());
    }

    @Test
    void aComplaintIsOne() {
        IncomingMail sorted = sort(Samples.COMPLAINT);
        assertThat(sorted.kind()).isEqualTo(IncomingKind.FEEDBACK_REPORT);
        assertThat(sorted.references()).containsExactly("<row-23@universite.example>");
        assertThat(sorted.sender()).isNull();
    }

    @Test
    void whatAPersonWritesIsAPersons() {
        IncomingMail sorted = sort(Samples.HUMAN);
        assertThat(sorted.kind()).isEqualTo(IncomingKind.HUMAN_REPLY);
        assertThat(sorted.sender()).isEqualTo("ayse@ogr.universite.example");
        assertThat(sorted.references()).containsExactly("<row-24@universite.example>", "<eski@universite.example>");
        assertThat(sorted.recipients()).containsExactly("iletisim@universite.example");
        assertThat(sorted.reports()).isEmpty();
        assertThat(sorted.toString()).doesNotContain("@");
    }

    @Test
    void aPersonWhoQuotesOrAttachesAReportStaysAPerson() {
        assertThat(sort(Samples.HUMAN_QUOTING_A_BOUNCE).kind()).isEqualTo(IncomingKind.HUMAN_REPLY);
        assertThat(sort(Samples.HUMAN_QUOTING_A_BOUNCE.replace("Re: Und", "FW: Und"))
                        .kind())
                .isEqualTo(IncomingKind.HUMAN_REPLY);
        assertThat(sort(Samples.HUMAN_QUOTING_A_BOUNCE.replace("Re: Und", "Ynt: Und"))
                        .kind())
                .isEqualTo(IncomingKind.HUMAN_REPLY);
        for (String report : List.of(Samples.POSTFIX_BOUNCE, Samples.QMAIL_BOUNCE, Samples.COMPLAINT)) {
            assertThat(sort(Samples.humanAttaching(report)).kind()).isEqualTo(IncomingKind.HUMAN_REPLY);
        }
        assertThat(sort(Samples.HUMAN.replace("Burs için", "550 hatası aldım, burs için"))
                        .kind())
                .isEqualTo(IncomingKind.HUMAN_REPLY);
    }

    @Test
    void aPersonWhoWritesAboutUndeliveredMailStaysAPerson() {
        String fresh = Samples.HUMAN.replace("In-Reply-To: <row-24@universite.example>\n", "");
        assertThat(fresh).isNotEqualTo(Samples.HUMAN);
        for (String subject : List.of(
                "Teslim edilemeyen evrak", "İletim teslim edilemedi", "Mail delivery error?", "Undelivered diploma")) {
            String mail = fresh.replace("Re: Burs duyurusu", subject)
                    .replace("Burs için", "550 5.1.1 hatası aldım, iletim teslim edilemedi, kullanıcı bulunamadı;");
            assertThat(sort(mail).kind()).as(subject).isEqualTo(IncomingKind.HUMAN_REPLY);
        }
        String postmaster = Samples.HUMAN.replace("ayse@ogr", "postmaster@ogr");
        assertThat(sort(postmaster).kind()).isEqualTo(IncomingKind.HUMAN_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Otomatik yanıt: Burs duyurusu",
                "Otomatik Yanıt: Burs duyurusu",
                "OTOMATİK YANIT: Burs",
                "Otomatik cevap: Burs",
                "Automatic reply: Burs",
                "Auto: x",
                "Out of Office: x",
                "İzindeyim",
                "İZİNDEYİM",
                "Ofis dışında",
                "Ofis Dışındayım",
                "ofis disi",
                "Yıllık izindeyim",
                "Autoreply: x",
                "Abwesenheitsnotiz: x",
                "=?UTF-8?B?T3RvbWF0aWsgeWFuxLF0OiBCdXJz?=",
                "=?iso-8859-9?Q?Otomatik_yan=FDt=3A_Burs?=",
                "=?windows-1254?Q?=DDzindeyim?="
            })
    void subjectsOfMachinesAreKnown(String subject) {
        IncomingKind expected = subject.equals("Auto: x") ? IncomingKind.HUMAN_REPLY : IncomingKind.AUTO_REPLY;
        IncomingMail sorted = sort(Samples.outOfOffice(subject));
        assertThat(sorted.kind()).isEqualTo(expected);
        assertThat(sorted.sender()).isEqualTo("fatma@universite.example");
        assertThat(sorted.references()).containsExactly("<row-25@universite.example>");
    }

    @ParameterizedTest
    @CsvSource({
        "Auto-Submitted: auto-replied, AUTO_REPLY",
        "Auto-Submitted: auto-generated (out of office), AUTO_REPLY",
        "auto-submitted: AUTO-REPLIED, AUTO_REPLY",
        "Auto-Submitted: no, HUMAN_REPLY",
        "X-Autoreply: yes, AUTO_REPLY",
        "X-Autoreply: no, HUMAN_REPLY",
        "X-Autorespond: x, AUTO_REPLY",
        "Precedence: auto_reply, AUTO_REPLY",
        "Precedence: bulk, HUMAN_REPLY",
        "X-Auto-Response-Suppress: All, HUMAN_REPLY",
        "X-Mailer: x, HUMAN_REPLY"
    })
    void machinesThatDeclareThemselvesAreKnown(String header, IncomingKind kind) {
        assertThat(sort(Samples.outOfOffice("Re: Burs duyurusu", header)).kind())
                .isEqualTo(kind);
    }

    @Test
    void bulkAnswersAboutAbsenceAndNullSendersAreMachines() {
        assertThat(sort(Samples.outOfOffice("Re: Burs (out of office)", "Precedence: bulk"))
                        .kind())
                .isEqualTo(IncomingKind.AUTO_REPLY);
        assertThat(sort(Samples.outOfOffice("Merhaba").replace("<fatma@universite.example>\nFrom", "<>\nFrom"))
                        .kind())
                .isEqualTo(IncomingKind.AUTO_REPLY);
        assertThat(sort(Samples.outOfOffice("Re: Ofis dışında çekim")).kind()).isEqualTo(IncomingKind.HUMAN_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\r\n", "   ", "garbage", "\0\0\0", "<html><body>x</body></html>", "X-Only: this\r\n\r\nbody"
            })
    void whatIsNoMailIsUnreadable(String bytes) {
        IncomingMail sorted = sort(bytes.getBytes(StandardCharsets.UTF_8));
        assertThat(sorted.kind()).isEqualTo(IncomingKind.UNREADABLE);
        assertThat(sorted.sender()).isNull();
        assertThat(sorted.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void brokenReportsAreReadAsFarAsTheyGo() {
        String[] damages = {
            "boundary=\"4Kx1.1700000000/mx.universite.example\"", "boundary=\"another\"",
            "boundary=\"4Kx1.1700000000/mx.universite.example\"", "x=y",
            "--4Kx1.1700000000/mx.universite.example--", "",
            "Content-Type: message/delivery-status",
                    "Content-Type: message/delivery-status\nContent-Transfer-Encoding: x-junk",
            "Reporting-MTA: dns; mx.universite.example\n", "no field at all\n",
            "charset=us-ascii", "charset=no-such-charset"
        };
        for (int i = 0; i < damages.length; i += 2) {
            String mail = Samples.POSTFIX_BOUNCE.replace(damages[i], damages[i + 1]);
            assertThat(mail).isNotEqualTo(Samples.POSTFIX_BOUNCE);
            IncomingMail sorted = sort(mail);
            assertThat(sorted.kind()).as(damages[i + 1]).isEqualTo(IncomingKind.BOUNCE);
            assertThat(sorted.reports())
                    .as(damages[i + 1])
                    .anyMatch(r -> "ogrenci17@ogr.universite.example".equals(r.finalRecipient()) && r.addressDead());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, true",
        "5.1.2, true",
        "5.1.6, true",
        "5.1.10, true",
        "5.1.0, false",
        "5.1.3, false",
        "5.2.1, false",
        "5.2.2, false",
        "5.7.1, false",
        "4.1.1, false",
        "5.0.0, false"
    })
    void onlyAnAddressThatIsSaidNotToExistIsDead(String status, boolean dead) {
        IncomingMail sorted = sort(Samples.EXCHANGE_BOUNCE_IN_TURKISH
                .replace("Status: 5.1.10", "Status: " + status)
                .replace("smtp;550 5.1.10", "smtp;550"));
        assertThat(sorted.reports())
                .singleElement()
                .satisfies(r -> assertThat(r.addressDead()).isEqualTo(dead));
    }

    @Test
    void theRefusingServersOwnCodeGoesBeforeAGeneralOne() {
        IncomingMail sorted = sort(Samples.POSTFIX_BOUNCE.replace("smtp; 550 5.1.1 <", "smtp; 552 5.2.2 over quota <"));
        assertThat(sorted.reports()).singleElement().satisfies(r -> {
            assertThat(String.valueOf(r.status())).isEqualTo("5.2.2");
            assertThat(r.addressDead()).isFalse();
        });
    }

    @Test
    void theSameMailHasTheSameFingerprintWhateverItsWay() {
        String again = "Received: from elsewhere\nDelivered-To: baska@universite.example\n" + Samples.HUMAN;
        assertThat(sort(again).fingerprint()).isEqualTo(sort(Samples.HUMAN).fingerprint());
        byte[] lineFeeds = Samples.HUMAN.getBytes(StandardCharsets.UTF_8);
        assertThat(sort(lineFeeds).fingerprint()).isEqualTo(sort(Samples.HUMAN).fingerprint());
        assertThat(sort(Samples.HUMAN.replace("son tarih", "ilk tarih")).fingerprint())
                .isNotEqualTo(sort(Samples.HUMAN).fingerprint());
    }

    @Test
    void oldTurkishMailIsRead() {
        Charset latin5 = Charset.forName("windows-1254");
        byte[] raw = Samples.outOfOffice("Otomatik yanıt: Görüşme")
                .replace("\n", "\r\n")
                .getBytes(latin5);
        assertThat(sort(raw).kind()).isEqualTo(IncomingKind.AUTO_REPLY);
    }

    @Test
    void monstersAreBounded() {
        List<byte[]> monsters = new ArrayList<>();
        StringBuilder nested = new StringBuilder(Samples.HUMAN.split("\n\n", 2)[0]);
        nested.append("\nContent-Type: multipart/mixed; boundary=\"b0\"\n\n");
        for (int i = 0; i < 1_000; i++) {
            nested.append("--b")
                    .append(i)
                    .append("\nContent-Type: multipart/mixed; boundary=\"b")
                    .append(i + 1)
                    .append("\"\n\n");
        }
        monsters.add(Samples.bytes(nested.toString()));
        String enclosed = Samples.HUMAN;
        for (int i = 0; i < 50; i++) {
            enclosed = Samples.humanAttaching(enclosed);
        }
        monsters.add(Samples.bytes(enclosed));
        String parts = Samples.POSTFIX_BOUNCE.replace(
                "This is a MIME-encapsulated message.\n",
                "\n--4Kx1.1700000000/mx.universite.example\nContent-Type: text/plain\n\nx\n".repeat(10_000));
        monsters.add(Samples.bytes(parts));
        monsters.add(Samples.bytes("X-A: b\n".repeat(100_000) + Samples.HUMAN));
        monsters.add(Samples.bytes("X-A: " + "b".repeat(10_000_000) + "\n" + Samples.HUMAN));
        monsters.add(Samples.bytes("Subject: " + "=?UTF-8?B?".repeat(100_000) + "\n" + Samples.HUMAN));
        monsters.add(Samples.bytes("From: " + "<\"a@".repeat(200_000) + "\n" + Samples.HUMAN));
        monsters.add(Samples.bytes(Samples.QMAIL_BOUNCE.replace("<ayse@baska.example>:", "<a@b".repeat(100_000))));
        monsters.add(Samples.bytes(Samples.QMAIL_BOUNCE.replace("<ayse@baska.example>:", " ".repeat(300_000))));
        monsters.add(Samples.bytes(Samples.QMAIL_BOUNCE.replace("<ayse@baska.example>:", "to ".repeat(100_000))));
        monsters.add(Samples.bytes(Samples.HUMAN
                .replace("Burs için", "<style ".repeat(100_000))
                .replace("In-Reply-To", "Content-Type: text/html\nIn-Reply-To")));
        for (String filler :
                List.of("\t\n", "a.", "a@a.", "5.5.5.", "original ", "mail delivery message ", "Message-ID: <", ": ")) {
            monsters.add(Samples.bytes(Samples.QMAIL_BOUNCE.replace("<ayse@baska.example>:", filler.repeat(100_000))));
        }
        for (byte[] monster : monsters) {
            long start = System.nanoTime();
            assertThat(IncomingClassifier.read(monster, KEY, NOW).fingerprint()).isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(90));
        }
    }

    @Test
    void noMutationBreaksTheReading() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> samples = List.of(
                Samples.POSTFIX_BOUNCE,
                Samples.QMAIL_BOUNCE,
                Samples.EXIM_BOUNCE,
                Samples.EXCHANGE_BOUNCE_IN_TURKISH,
                Samples.DELAY,
                Samples.READ_RECEIPT,
                Samples.COMPLAINT,
                Samples.HUMAN,
                Samples.humanAttaching(Samples.POSTFIX_BOUNCE));
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = Samples.bytes(samples.get(random.nextInt(samples.size())));
            for (int i = random.nextInt(8); i >= 0; i--) {
                int at = random.nextInt(bytes.length);
                switch (random.nextInt(4)) {
                    case 0:
                        bytes[at] = (byte) random.nextInt(256);
                        break;
                    case 1:
                        bytes = Arrays.copyOf(bytes, at + 1);
                        break;
                    case 2:
                        bytes[at] = '\n';
                        break;
                    default:
                        int from = random.nextInt(bytes.length);
                        System.arraycopy(bytes, from, bytes, at, Math.min(40, bytes.length - Math.max(from, at)));
                        break;
                }
            }
            try {
                // without the net that turns a mistake into an unreadable mail
                assertThat(IncomingClassifier.read(bytes, KEY, NOW).kind()).isNotNull();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
    }
}
