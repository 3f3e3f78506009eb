package org.peyk.smtp.internal.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.internal.dkim.DkimSigner;
import org.peyk.smtp.internal.dkim.RelaxedBody;
import org.peyk.spi.Sender;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;

/**
 * Makes messages: what all recipients share is encoded once and kept for a while, and each recipient costs a few header lines. Names and
 * addresses are checked here, at the edge; nothing is repaired silently. May be used by several threads at once.
 */
public final class MimeMessages {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_FIELD_NAME = 70;
    private static final int MAX_ID_SIDE = 240;

    /** Fields that this class writes, that a relay writes, or that would name somebody else (RFC 5322 section 3.6). */
    private static final Set<String> RESERVED = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "date",
            "message-id",
            "subject",
            "dkim-signature",
            "return-path",
            "received",
            "mime-version",
            "delivered-to",
            "x-original-to",
            "envelope-to",
            "apparently-to");

    private final ZoneId zone;
    private final List<DkimSigner> signers;
    private final Clock clock;
    private final boolean international;
    private final FileParts files = new FileParts();
    private final ContentCache cache = new ContentCache();
    private volatile @Nullable WrittenDate lastDate;

    /** A second as it is written; thousands of messages have the same one. */
    private record WrittenDate(long second, String text) {}

    /**
     * Makes a builder of messages.
     *
     * @param zone in which dates are written
     * @param signers sign what is sent; perhaps none
     * @param clock tells the time of a signature
     * @param international whether recipients' addresses may go beyond ASCII
     */
    public MimeMessages(ZoneId zone, List<DkimSigner> signers, Clock clock, boolean international) {
        this.zone = zone;
        this.signers = List.copyOf(signers);
        this.clock = clock;
        this.international = international;
    }

    /**
     * Makes a message as it is sent: the very bytes of {@link #encode}, with signatures before them. Only what is sent is signed: a preview
     * with a valid signature would be a letter in the institution's name that nobody has approved.
     *
     * @param message what is shared
     * @param envelope what belongs to the recipient
     * @return the message
     * @throws MessageException when something cannot be put on the wire as it was given, or not be signed
     */
    public EncodedMessage forWire(OutboundMessage message, Envelope envelope) throws MessageException {
        EncodedMessage encoded = encode(message, envelope);
        return signers.isEmpty() ? encoded : encoded.signed(signers, clock.instant());
    }

    /**
     * Makes a message, without signatures.
     *
     * @param message what is shared
     * @param envelope what belongs to the recipient
     * @return the message
     * @throws MessageException when something cannot be put on the wire as it was given
     */
    public EncodedMessage encode(OutboundMessage message, Envelope envelope) throws MessageException {
        MailAddress recipient = MailAddress.parse(envelope.recipient(), international);
        if (recipient == null) {
            throw MessageException.recipient(
                    "Alıcı adresi geçerli bir posta adresi değil.",
                    "The recipient's address is not a valid mail address.");
        }
        String name = envelope.recipientName() == null ? "" : envelope.recipientName();
        if (name.length() > MAX_TEXT || Unsafe.indexIn(name) >= 0) {
            throw MessageException.recipient(
                    "Alıcı adı çok uzun ya da izin verilmeyen bir karakter içeriyor.",
                    "The recipient's name is too long or holds a forbidden character.");
        }
        if (!isMessageId(envelope.messageId())) {
            throw MessageException.content("Message-ID geçerli değil.", "The Message-ID is not valid.");
        }
        EncodedContent content =
                cache.get(message.contentKey(), BodyParts.expectedBytes(message), () -> content(message));
        StringBuilder header = new StringBuilder(512 + content.header().length());
        header.append("Date: ").append(date(envelope.date())).append("\r\n");
        header.append("Message-ID: ").append(envelope.messageId()).append("\r\n");
        HeaderText.appendAddress(header, "To", name, recipient.wire());
        append(header, envelope.headers());
        header.append(content.header()).append("\r\n");
        return new EncodedMessage(
                recipient,
                returnPath(envelope.returnPath()),
                envelope.messageId(),
                header.toString().getBytes(StandardCharsets.UTF_8),
                content);
    }

    private String date(Instant date) {
        WrittenDate last = lastDate;
        if (last == null || last.second() != date.getEpochSecond()) {
            last = new WrittenDate(date.getEpochSecond(), DATE.format(date.atZone(zone)));
            lastDate = last;
        }
        return last.text();
    }

    /** In angle brackets, two sides of printable characters with one at sign between them (RFC 5322 section 3.6.4). */
    private static boolean isMessageId(String id) {
        int last = id.length() - 1;
        int at = id.indexOf('@');
        if (last < 0
                || id.charAt(0) != '<'
                || id.charAt(last) != '>'
                || at < 2
                || at > MAX_ID_SIDE + 1
                || last - at < 2
                || last - at > MAX_ID_SIDE + 1) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = id.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '<' || c == '>' || (c == '@' && i != at)) {
                return false;
            }
        }
        return true;
    }

    private static String returnPath(String given) throws MessageException {
        if (given.isEmpty()) {
            return given;
        }
        return requireSenderAddress(given).wire();
    }

    private EncodedContent content(OutboundMessage message) throws MessageException {
        Sender sender = message.sender();
        StringBuilder header = new StringBuilder(512);
        HeaderText.appendAddress(
                header,
                "From",
                requireText(sender.displayName()),
                requireSenderAddress(sender.address()).wire());
        @Nullable String replyTo = sender.replyTo();
        if (replyTo != null) {
            HeaderText.appendAddress(
                    header, "Reply-To", "", requireSenderAddress(replyTo).wire());
        }
        HeaderText.append(header, "Subject", requireText(message.body().subject()));
        append(header, message.headers());
        header.append("MIME-Version: 1.0\r\n");
        EncodedPart root = BodyParts.of(message, files);
        header.append(root.headerLines());
        ByteArrayOutputStream out = new ByteArrayOutputStream(BodyParts.expectedBytes(message));
        try {
            root.writeContentTo(out);
        } catch (BodyParts.ChangedFileException e) {
            throw MessageException.unreadable(
                    "Bir ek, özeti alınan dosya değil.", "An attachment is not the file its digest names.", null);
        } catch (IOException e) {
            throw MessageException.unreadable("Bir ek okunamadı.", "An attachment could not be read.", e);
        }
        byte[] body = DotStuffing.endingInLine(out.toByteArray());
        if (!DotStuffing.isWholeLines(body)) {
            throw new IllegalStateException("the encoded body has a line end that is not CRLF");
        }
        byte[] relaxed = signers.isEmpty() ? new byte[0] : RelaxedBody.sha256(body);
        return new EncodedContent(header.toString(), body, DotStuffing.stuff(body), relaxed);
    }

    private static void append(StringBuilder out, List<Header> headers) throws MessageException {
        for (Header header : headers) {
            String lower = header.name().toLowerCase(Locale.ROOT);
            if (RESERVED.contains(lower)
                    || lower.startsWith("resent-")
                    || lower.startsWith("content-")
                    || lower.length() > MAX_FIELD_NAME) {
                throw MessageException.content(
                        "Bir başlık alanı elle verilemez: " + lower(header),
                        "A header field cannot be given: " + lower(header));
            }
            HeaderText.append(out, header.name(), requireText(header.value().replace('\t', ' ')));
        }
    }

    private static String lower(Header header) {
        return header.name().length() > MAX_FIELD_NAME ? "…" : header.name();
    }

    private static MailAddress requireSenderAddress(String text) throws MessageException {
        MailAddress address = MailAddress.parse(text);
        if (address == null) {
            throw MessageException.sender(
                    "Gönderen, yanıt ya da geri dönüş adresi geçerli bir posta adresi değil.",
                    "The sender's, reply or return address is not a valid mail address.");
        }
        return address;
    }

    private static String requireText(String text) throws MessageException {
        if (text.length() > MAX_TEXT || Unsafe.indexIn(text) >= 0) {
            throw MessageException.content(
                    "Konu, gönderen adı ya da bir başlık alanı çok uzun ya da izin verilmeyen bir karakter içeriyor.",
                    "The subject, the sender's name or a header field is too long or holds a forbidden character.");
        }
        return text;
    }
}
