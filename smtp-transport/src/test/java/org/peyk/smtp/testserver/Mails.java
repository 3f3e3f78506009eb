package org.peyk.smtp.testserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peyk.spi.Attachment;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Sender;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.RenderedMessage;

/** Messages to send. */
public final class Mails {
    public static final Instant DATE = Instant.parse("2026-11-23T06:00:00Z");
    public static final Locale TR = Locale.forLanguageTag("tr");

    private Mails() {}

    public static Sender sender() {
        return new Sender("duyuru@universite.example", "Çağdaş Üniversitesi", "iletisim@universite.example");
    }

    public static OutboundMessage message(LanguageVersion body, Attachment... attachments) {
        return message(body, List.of(new Header("Auto-Submitted", "auto-generated")), attachments);
    }

    public static OutboundMessage message(LanguageVersion body, List<Header> headers, Attachment... attachments) {
        StringBuilder key = new StringBuilder();
        key.append(body.subject()).append('\0').append(body.html()).append('\0').append(body.text());
        headers.forEach(h -> key.append('\0').append(h.name()).append('\0').append(h.value()));
        for (Attachment attachment : attachments) {
            key.append('\0').append(attachment).append(attachment.fileName()).append(attachment.contentId());
        }
        return new OutboundMessage(
                Sha256.hex(key.toString().getBytes(StandardCharsets.UTF_8)),
                sender(),
                body,
                List.of(attachments),
                headers);
    }

    public static OutboundMessage text(String text) {
        return message(LanguageVersion.plain(TR, "Şebeke kesintisi", text));
    }

    public static OutboundMessage simple() {
        return text("Sayın öğrencimiz,\n\nYarın şebeke kesintisi olacaktır.\n.\nİyi günler\n");
    }

    public static Envelope envelope(String recipient) {
        return envelope(recipient, "<row-1@universite.example>");
    }

    public static Envelope envelope(String recipient, String messageId) {
        return new Envelope(recipient, "Ayşe Yılmaz", "donus+1@universite.example", messageId, DATE, List.of());
    }

    public static String recipient(int n) {
        return "ogrenci" + n + "@ogr.universite.example";
    }

    public static Delivery delivery(int n) {
        return delivery(n, simple());
    }

    public static Delivery delivery(int n, OutboundMessage message) {
        return new Delivery(new DeliveryId(n), envelope(recipient(n), "<row-" + n + "@universite.example>"), message);
    }

    public static List<Delivery> deliveries(int from, int count) {
        List<Delivery> deliveries = new ArrayList<>();
        OutboundMessage message = simple();
        for (int n = from; n < from + count; n++) {
            deliveries.add(delivery(n, message));
        }
        return deliveries;
    }

    public static byte[] bytes(RenderedMessage rendered) {
        try (InputStream in = rendered.bytes().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
