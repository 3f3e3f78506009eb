package org.peyk.spi.tck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.RenderedMessage;
import org.peyk.spi.transport.TransportException;

/** A small but true rendering of mails and short messages. */
final class MemoryRendering {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder();

    private final Channel channel;
    private final TransportDefect defect;

    MemoryRendering(Channel channel, TransportDefect defect) {
        this.channel = channel;
        this.defect = defect;
    }

    RenderedMessage render(OutboundMessage message, Envelope envelope) throws TransportException {
        if (channel == Channel.SMS) {
            byte[] text = String.valueOf(message.body().smsText()).getBytes(StandardCharsets.UTF_8);
            return new RenderedMessage("text/plain", ByteSource.of(text), digest(text), 1 + (text.length - 1) / 70);
        }
        byte[] body = body(message, envelope).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header(message, envelope).getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return new RenderedMessage("message/rfc822", ByteSource.of(all.toByteArray()), digest(body), 1);
    }

    private String digest(byte[] body) {
        return defect == TransportDefect.WRONG_BODY_DIGEST ? "0".repeat(64) : Sha256.hex(body);
    }

    private String header(OutboundMessage message, Envelope envelope) {
        StringBuilder b = new StringBuilder();
        String id = defect == TransportDefect.NEW_MESSAGE_ID
                ? "<" + UUID.randomUUID() + "@universite.example>"
                : envelope.messageId();
        field(b, "Message-ID", id);
        field(
                b,
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(envelope.date().atOffset(ZoneOffset.ofHours(3))));
        field(
                b,
                "From",
                word(message.sender().displayName()) + " <" + message.sender().address() + ">");
        String replyTo = message.sender().replyTo();
        if (replyTo != null) {
            field(b, "Reply-To", replyTo);
        }
        String others = defect == TransportDefect.NAMES_OTHERS ? ", baska@universite.example" : "";
        field(b, "To", word(String.valueOf(envelope.recipientName())) + "\r\n <" + envelope.recipient() + ">" + others);
        field(b, "Subject", word(message.body().subject()));
        field(b, "MIME-Version", "1.0");
        for (Header header : message.headers()) {
            field(b, header.name(), header.value());
        }
        for (Header header : envelope.headers()) {
            field(b, header.name(), header.value());
        }
        field(b, "Content-Type", "multipart/mixed; boundary=\"" + boundary(message) + "\"");
        return b.append("\r\n").toString();
    }

    private static void field(StringBuilder b, String name, String value) {
        b.append(name).append(": ").append(value).append("\r\n");
    }

    private static String word(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "=?UTF-8?B?" + base64 + "?=";
    }

    private String boundary(OutboundMessage message) {
        return defect == TransportDefect.RANDOM_BOUNDARY
                ? UUID.randomUUID().toString()
                : message.contentKey().substring(0, 40);
    }

    private String body(OutboundMessage message, Envelope envelope) throws TransportException {
        String text = message.body().text();
        if (defect == TransportDefect.BODY_NAMES_THE_RECIPIENT) {
            text = "Sayın " + envelope.recipient() + "\n" + text;
        }
        String end = defect == TransportDefect.BARE_LINE_FEEDS ? "\n" : "\r\n";
        StringBuilder b = new StringBuilder();
        part(b, message, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), end);
        part(b, message, "text/html; charset=utf-8", html(message), end);
        if (defect != TransportDefect.BODY_WITHOUT_FILES) {
            for (Attachment file : message.attachments()) {
                part(b, message, file.mediaType(), read(file), end);
            }
        }
        return b.append("--").append(boundary(message)).append("--").append(end).toString();
    }

    private static byte[] html(OutboundMessage message) {
        return String.valueOf(message.body().html()).getBytes(StandardCharsets.UTF_8);
    }

    private void part(StringBuilder b, OutboundMessage message, String type, byte[] bytes, String end) {
        b.append("--").append(boundary(message)).append(end);
        b.append("Content-Type: ").append(type).append(end);
        b.append("Content-Transfer-Encoding: base64").append(end).append(end);
        b.append(LINES.encodeToString(bytes)).append(end);
    }

    @SuppressWarnings("resource")
    private byte[] read(Attachment file) throws TransportException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            InputStream in = file.bytes().open();
            if (defect == TransportDefect.LEAVES_FILES_OPEN) {
                in.transferTo(read);
            } else {
                try (in) {
                    in.transferTo(read);
                }
            }
        } catch (IOException e) {
            if (defect != TransportDefect.SENDS_HALF_A_FILE) {
                throw new TransportException(
                        "MEMORY-FILE",
                        new LocalizedText("Ek okunamadı.", "A file cannot be read."),
                        FailureScope.CONTENT,
                        null,
                        e);
            }
        }
        return read.toByteArray();
    }
}
