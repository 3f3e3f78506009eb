package org.peyk.smtp.internal.message;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.smtp.testserver.Mails;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.TransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Messages are what jakarta.mail, as a stranger, reads from them. */
class MimeMessagesTest {
    private static final Session SESSION = Session.getInstance(new Properties());

    private final MimeMessages messages =
            new MimeMessages(ZoneId.of("Europe/Istanbul"), List.of(), Clock.systemUTC(), false);

    private byte[] bytes(OutboundMessage message) throws MessageException {
        return Mails.bytes(messages.encode(message, Mails.envelope("ayse@ogr.universite.example"))
                .rendered());
    }

    private MimeMessage read(OutboundMessage message) throws Exception {
        return new MimeMessage(SESSION, new ByteArrayInputStream(bytes(message)));
    }

    private static Attachment file(String name, String type, byte[] bytes) throws IOException {
        return Attachment.of(name, type, ByteSource.of(bytes));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aPlainTextIsOnePart() throws Exception {
        MimeMessage mail = read(Mails.text("Sayın öğrencimiz,\nİyi günler\n"));
        assertThat(mail.getContent()).isEqualTo("Sayın öğrencimiz,\r\nİyi günler\r\n");
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.getSubject()).isEqualTo("Şebeke kesintisi");
        assertThat(mail.getFrom()[0].toString()).contains("duyuru@universite.example");
        assertThat(mail.getReplyTo()[0].toString()).isEqualTo("iletisim@universite.example");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getMessageID()).isEqualTo("<row-1@universite.example>");
        assertThat(mail.getHeader("Date")).containsExactly("Mon, 23 Nov 2026 09:00:00 +0300");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("MIME-Version")).containsExactly("1.0");
    }

    @Test
    void textHtmlInlineAndAttachmentsAreWhereProgramsLookForThem() throws Exception {
        byte[] logo = random(3_000);
        byte[] pdf = random(100_000);
        Attachment plain = file("logo.png", "image/png", logo);
        Attachment inline =
                new Attachment(plain.fileName(), plain.mediaType(), plain.sha256(), plain.bytes(), "logo@peyk");
        MimeMessage mail = read(Mails.message(
                new LanguageVersion(Mails.TR, "Davet", "<p>Çağrı</p>", "Çağrı", null),
                inline,
                file(
                        "Çağrı metni, \"son\" (2026) – uzunca bir dosya adı ki bölünsün de görelim.pdf",
                        "application/pdf",
                        pdf)));
        MimeMultipart mixed = (MimeMultipart) mail.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Çağrı");
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(related.getBodyPart(0).getContent()).isEqualTo("<p>Çağrı</p>");
        BodyPart picture = related.getBodyPart(1);
        assertThat(picture.getHeader("Content-ID")).containsExactly("<logo@peyk>");
        assertThat(picture.getDisposition()).isEqualTo("inline");
        assertThat(picture.getInputStream().readAllBytes()).isEqualTo(logo);
        BodyPart attached = mixed.getBodyPart(1);
        assertThat(attached.getFileName())
                .isEqualTo("Çağrı metni, \"son\" (2026) – uzunca bir dosya adı ki bölünsün de görelim.pdf");
        assertThat(attached.getContentType()).isEqualTo("application/pdf");
        assertThat(attached.getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    /** Parts are joined here; jakarta.mail, given the same parts, joins them into the same bytes. */
    @Test
    void partsAreJoinedAsJakartaMailJoinsThem() throws Exception {
        Attachment logo = file("logo.png", "image/png", random(3_000));
        OutboundMessage message = Mails.message(
                new LanguageVersion(Mails.TR, "Davet", "<p>Çağrı</p>\n.\nFrom ", "Çağrı\n\n.", null),
                new Attachment(logo.fileName(), logo.mediaType(), logo.sha256(), logo.bytes(), "logo@peyk"),
                file("Çağrı.pdf", "application/pdf", random(10_000)),
                file("boş.txt", "text/plain", new byte[0]));
        MimeMessage mail = read(message);
        ByteArrayOutputStream ours = new ByteArrayOutputStream();
        mail.getRawInputStream().transferTo(ours);
        ByteArrayOutputStream theirs = new ByteArrayOutputStream();
        joined((MimeMultipart) mail.getContent()).writeTo(theirs);
        assertThat(theirs.toString(StandardCharsets.US_ASCII)).isEqualTo(ours.toString(StandardCharsets.US_ASCII));
    }

    /** The same parts in a multipart that jakarta.mail makes anew. */
    private static MimeMultipart joined(MimeMultipart read) throws Exception {
        String boundary = new ContentType(read.getContentType()).getParameter("boundary");
        MimeMultipart made = new MimeMultipart() {
            {
                contentType = read.getContentType();
            }
        };
        for (int i = 0; i < read.getCount(); i++) {
            MimeBodyPart part = (MimeBodyPart) read.getBodyPart(i);
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (String line : Collections.list(part.getAllHeaderLines())) {
                lines.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            lines.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            if (part.getContent() instanceof MimeMultipart inner) {
                joined(inner).writeTo(lines);
            } else {
                part.getRawInputStream().transferTo(lines);
            }
            made.addBodyPart(new MimeBodyPart(new ByteArrayInputStream(lines.toByteArray())));
        }
        assertThat(boundary).startsWith("=_");
        return made;
    }

    @Test
    void anInlineFileOfAPlainTextIsAnAttachment() throws Exception {
        Attachment plain = file("logo.png", "image/png", random(10));
        MimeMessage mail = read(Mails.message(
                LanguageVersion.plain(Mails.TR, "Konu", "Metin"),
                new Attachment(plain.fileName(), plain.mediaType(), plain.sha256(), plain.bytes(), "logo@peyk")));
        assertThat(((MimeMultipart) mail.getContent()).getBodyPart(1).getDisposition())
                .isEqualTo("attachment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"message/rfc822", "multipart/mixed", "Message/Partial", "x y/z", "text/plain; name=\"a\r\n\""})
    void typesThatMayNotBeEncodedAreSentAsFiles(String type) throws Exception {
        Attachment good = file("a.eml", "application/octet-stream", random(10));
        OutboundMessage message;
        try {
            message = Mails.message(
                    LanguageVersion.plain(Mails.TR, "Konu", "Metin"),
                    new Attachment(good.fileName(), type, good.sha256(), good.bytes(), null));
        } catch (IllegalArgumentException refusedByTheValueType) {
            assertThat(type).contains("\r");
            return;
        }
        try {
            MimeMessage mail = read(message);
            assertThat(((MimeMultipart) mail.getContent()).getBodyPart(1).getContentType())
                    .isEqualTo("application/octet-stream");
        } catch (MessageException e) {
            assertThat(type).contains(" ");
        }
    }

    @Test
    void allBytesAreSafeOnTheWire() throws Exception {
        byte[] bytes = bytes(Mails.message(
                new LanguageVersion(
                        Mails.TR,
                        "Konu 🙂",
                        "<p>" + "çok uzun satır ".repeat(500) + "</p>",
                        "a\r\rb\n\n.\r\n\u0000",
                        null),
                file("a.bin", "application/octet-stream", random(10_001))));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).matches("(?s)[\\x09\\x0A\\x0D\\x20-\\x7E]*").endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        for (String line : List.of(text.split("\r\n"))) {
            assertThat(line).hasSizeLessThanOrEqualTo(78);
        }
    }

    @Test
    void theSameMessageHasTheSameBytesEverywhere() throws Exception {
        LanguageVersion body = new LanguageVersion(Mails.TR, "Konu", "<p>a</p>", "a", null);
        Attachment file = file("a.txt", "text/plain", random(100));
        byte[] once = bytes(Mails.message(body, file));
        MimeMessages another = new MimeMessages(ZoneId.of("Europe/Istanbul"), List.of(), Clock.systemUTC(), false);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Mails.TR);
            byte[] again =
                    Mails.bytes(another.encode(Mails.message(body, file), Mails.envelope("ayse@ogr.universite.example"))
                            .rendered());
            assertThat(again).isEqualTo(once);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aContentIsEncodedOnceForAllRecipients() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        byte[] content = random(1_000);
        Attachment plain = file("a.bin", "application/octet-stream", content);
        ByteSource counting = new ByteSource() {
            @Override
            public long size() {
                return content.length;
            }

            @Override
            public ByteArrayInputStream open() {
                opened.incrementAndGet();
                return new ByteArrayInputStream(content);
            }
        };
        OutboundMessage message = Mails.message(
                LanguageVersion.plain(Mails.TR, "Konu", "Metin"),
                new Attachment(plain.fileName(), plain.mediaType(), plain.sha256(), counting, null));
        String digest = messages.encode(message, Mails.envelope(Mails.recipient(1)))
                .rendered()
                .bodySha256();
        for (int n = 2; n < 50; n++) {
            assertThat(messages.encode(message, Mails.envelope(Mails.recipient(n)))
                            .rendered()
                            .bodySha256())
                    .isEqualTo(digest);
        }
        assertThat(opened).hasValue(1);
        // 20 other contents push it out
        for (int n = 0; n < 20; n++) {
            messages.encode(Mails.text("metin " + n), Mails.envelope(Mails.recipient(1)));
        }
        messages.encode(message, Mails.envelope(Mails.recipient(1)));
        assertThat(opened).hasValue(2);
    }

    @Test
    void aFileThatChangedIsNotSent() throws Exception {
        Attachment approved = file("a.pdf", "application/pdf", random(100));
        OutboundMessage message = Mails.message(
                LanguageVersion.plain(Mails.TR, "Konu", "Metin"),
                new Attachment(
                        approved.fileName(),
                        approved.mediaType(),
                        approved.sha256(),
                        ByteSource.of(random(101)),
                        null));
        assertThatThrownBy(() -> bytes(message)).isInstanceOfSatisfying(MessageException.class, e -> {
            TransportException shown = e.toTransportException();
            assertThat(shown.code()).isEqualTo("SMTP-ATTACHMENT");
            assertThat(shown.text().tr()).isNotBlank();
        });
    }

    @Test
    void halfACharacterInTheTextIsRefused() {
        assertThatThrownBy(() -> bytes(Mails.text("yarım \uD83D karakter"))).isInstanceOf(MessageException.class);
    }

    @Test
    void scriptsThatAreNotLatinAreShorterInBase64() throws Exception {
        MimeMessage mail = read(Mails.text("Уважаемые студенты, " + "объявление ".repeat(50)));
        assertThat(mail.getEncoding()).isEqualTo("base64");
        assertThat((String) mail.getContent()).startsWith("Уважаемые студенты");
        assertThat(read(Mails.text("Sayın öğrencimiz, duyuru metni şudur.")).getEncoding())
                .isEqualTo("quoted-printable");
    }

    @Test
    void theDateIsWrittenInTheZoneOfTheProcess() throws Exception {
        Envelope winter = new Envelope(
                "a@b.example", null, "", "<1@b.example>", Instant.parse("2026-01-05T21:30:00Z"), List.of());
        String header =
                new String(Mails.bytes(messages.encode(Mails.simple(), winter).rendered()), StandardCharsets.US_ASCII);
        assertThat(header)
                .startsWith("Date: Tue, 6 Jan 2026 00:30:00 +0300\r\n")
                .contains("\r\nTo: a@b.example\r\n");
    }
}
