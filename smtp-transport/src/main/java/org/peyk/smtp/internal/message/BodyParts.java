package org.peyk.smtp.internal.message;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Attachment;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.OutboundMessage;

/** Builds the tree of a message's parts: text, HTML with its inline files, attachments. */
final class BodyParts {
    private static final byte[] CRLF = {'\r', '\n'};
    private static final int MAX_FILE_NAME = 255;

    /** What boundaries and header lines of a part add, rather more than less. */
    private static final int FRAME = 2_048;

    private static final int MOST_EXPECTED = 256 << 20;

    private final String boundarySeed;
    private final FileParts files;
    private int boundaries;

    private BodyParts(String boundarySeed, FileParts files) {
        this.boundarySeed = boundarySeed;
        this.files = files;
    }

    /**
     * The root part of a message. The same message gives the same bytes in every process, so the boundaries come from its key.
     *
     * @param files those that were encoded before
     */
    static EncodedPart of(OutboundMessage message, FileParts files) throws MessageException {
        return new BodyParts(
                        Sha256.hex(message.contentKey().getBytes(StandardCharsets.UTF_8))
                                .substring(0, 24),
                        files)
                .root(message.body(), message.attachments());
    }

    /** About how many bytes the parts will take, a little more rather than less: growing would take thrice the memory of a large file. */
    static int expectedBytes(OutboundMessage message) {
        String html = message.body().html();
        long expected = FRAME + 2L * message.body().text().length() + (html == null ? 0 : 2L * html.length());
        for (Attachment file : message.attachments()) {
            long encoded = (file.bytes().size() + 2) / 3 * 4;
            expected += FRAME + encoded + encoded / 76 * 2;
        }
        // a source of bytes that does not know its size may say anything
        return (int) Math.max(FRAME, Math.min(expected, MOST_EXPECTED));
    }

    private EncodedPart root(LanguageVersion body, List<Attachment> attachments) throws MessageException {
        @Nullable String html = body.html();
        List<EncodedPart> inline = new ArrayList<>();
        List<EncodedPart> attached = new ArrayList<>();
        for (Attachment file : attachments) {
            if (file.contentId() != null && html != null) {
                inline.add(file(file, true));
            } else {
                attached.add(file(file, false));
            }
        }
        EncodedPart text = text("plain", body.text());
        if (html != null) {
            EncodedPart rich = text("html", html);
            if (!inline.isEmpty()) {
                inline.add(0, rich);
                rich = multipart("related", inline);
            }
            text = multipart("alternative", List.of(text, rich));
        }
        if (attached.isEmpty()) {
            return text;
        }
        attached.add(0, text);
        return multipart("mixed", attached);
    }

    /** Quoted-printable, or base64 where that is shorter, as for most scripts that are not Latin. */
    private static EncodedPart text(String subtype, String text) throws MessageException {
        if (hasHalfCharacter(text)) {
            throw MessageException.content(
                    "Metinde yarım bir karakter (eşlenmemiş vekil) var.",
                    "The text holds half a character (an unpaired surrogate).");
        }
        byte[] utf8 = withCrlf(text).getBytes(StandardCharsets.UTF_8);
        byte[] quoted = QuotedPrintable.encode(utf8);
        boolean base64 = quoted.length > utf8.length / 3L * 4 + utf8.length / 57 * 2L + 6;
        byte[] content = base64 ? Base64.getMimeEncoder(76, CRLF).encode(utf8) : quoted;
        String headers = "Content-Type: text/" + subtype + "; charset=UTF-8\r\nContent-Transfer-Encoding: "
                + (base64 ? "base64" : "quoted-printable") + "\r\n";
        return new EncodedPart(headers, out -> out.write(content));
    }

    private static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.isLowSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static String withCrlf(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }

    private EncodedPart file(Attachment file, boolean inline) throws MessageException {
        String name = file.fileName();
        if (name.length() > MAX_FILE_NAME || Unsafe.indexIn(name) >= 0) {
            throw MessageException.content(
                    "Bir ekin dosya adı 255 karakterden uzun ya da izin verilmeyen bir karakter içeriyor.",
                    "An attachment's file name is longer than 255 characters or holds a forbidden character.");
        }
        String headers = "Content-Type: " + mediaType(file.mediaType())
                + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: "
                + disposition(inline ? "inline" : "attachment", name) + "\r\n";
        String id = file.contentId();
        if (id != null) {
            if (!id.matches("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.@-]{1,250}")) {
                throw MessageException.content(
                        "Bir ekin içerik kimliği geçerli değil.", "An attachment's content identifier is not valid.");
            }
            headers += "Content-ID: <" + id + ">\r\n";
        }
        return new EncodedPart(headers, out -> content(file, out));
    }

    /** A type that this encoding may carry; whole messages may not be encoded (RFC 2046 section 5.2.1), so they go as plain files. */
    private static String mediaType(String declared) throws MessageException {
        try {
            ContentType type = new ContentType(declared);
            String primary = type.getPrimaryType().toLowerCase(Locale.ROOT);
            boolean token = (primary + type.getSubType()).matches("[A-Za-z0-9!#$&^_.+-]{1,120}");
            if (token && !primary.equals("message") && !primary.equals("multipart")) {
                String charset = type.getParameter("charset");
                boolean named = charset != null && charset.matches("[A-Za-z0-9._-]{1,40}");
                return primary + "/" + type.getSubType() + (named ? "; charset=" + charset : "");
            }
            return "application/octet-stream";
        } catch (ParseException e) {
            throw MessageException.content("Bir ekin türü geçerli değil.", "An attachment's media type is not valid.");
        }
    }

    /** The name in RFC 2231 form, split where it is long. */
    private static String disposition(String kind, String name) {
        ParameterList parameters = new ParameterList();
        parameters.set("filename", name, "UTF-8");
        return kind + parameters.toString("Content-Disposition: ".length() + kind.length());
    }

    private void content(Attachment file, OutputStream out) throws IOException {
        byte[] encoded = files.encoded(file, () -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            base64(file, bytes);
            return bytes.toByteArray();
        });
        if (encoded == null) {
            base64(file, out);
        } else {
            out.write(encoded);
        }
    }

    private static void base64(Attachment file, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.algorithm();
        try (InputStream in = new DigestInputStream(file.bytes().open(), digest);
                OutputStream encoder = Base64.getMimeEncoder(76, CRLF).wrap(new Unclosed(out))) {
            in.transferTo(encoder);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
            throw new ChangedFileException();
        }
    }

    /** With a boundary of our choice; "=_" cannot occur in quoted-printable or base64 (RFC 2045 section 6.7). */
    private EncodedPart multipart(String subtype, List<EncodedPart> children) {
        return EncodedPart.multipart(subtype, "=_" + boundarySeed + "_" + ++boundaries, children);
    }

    /** The bytes are not those whose digest was approved. */
    static final class ChangedFileException extends IOException {
        private static final long serialVersionUID = 1L;

        ChangedFileException() {
            super("an attachment is not the one its digest names");
        }
    }

    /** Base64 writes its end when it is closed; what lies below goes on. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
