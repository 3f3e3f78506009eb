package org.peyk.smtp.internal.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import org.peyk.smtp.internal.dkim.DkimSigner;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.RenderedMessage;

/** One message to one recipient, ready for the wire. */
public final class EncodedMessage {
    private final MailAddress recipient;
    private final String returnPath;
    private final String messageId;
    private final byte[] header;
    private final EncodedContent content;

    EncodedMessage(MailAddress recipient, String returnPath, String messageId, byte[] header, EncodedContent content) {
        this.recipient = recipient;
        this.returnPath = returnPath;
        this.messageId = messageId;
        this.header = header;
        this.content = content;
    }

    /**
     * Whom it goes to.
     *
     * @return the address as on the wire
     */
    public String recipient() {
        return recipient.wire();
    }

    /**
     * Whether its recipient's address goes beyond ASCII, so that a server must offer SMTPUTF8 to take it (RFC 6531).
     *
     * @return whether it does
     */
    public boolean isInternational() {
        return !recipient.isAscii();
    }

    /**
     * Where reports go.
     *
     * @return the address as on the wire, or the empty string for none
     */
    public String returnPath() {
        return returnPath;
    }

    /**
     * Its Message-ID.
     *
     * @return with angle brackets
     */
    public String messageId() {
        return messageId;
    }

    /**
     * The number of bytes before transparency, which is what SIZE counts (RFC 1870 section 5).
     *
     * @return the size
     */
    public long size() {
        return (long) header.length + content.body().length;
    }

    /**
     * Writes the message as DATA wants it, but for the end.
     *
     * @param out where to
     * @throws IOException when it cannot be written
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(DotStuffing.stuff(header));
        out.write(content.stuffed());
    }

    /**
     * Writes the message as a chunk wants it (RFC 3030): as it is, without transparency.
     *
     * @param out where to
     * @param endLeaves run when all but the last byte is written
     * @throws IOException when it cannot be written
     */
    public void writeChunkTo(OutputStream out, Runnable endLeaves) throws IOException {
        byte[] body = content.body();
        byte[] last = body.length == 0 ? header : body;
        if (last == body) {
            out.write(header);
        }
        out.write(last, 0, last.length - 1);
        endLeaves.run();
        out.write(last, last.length - 1, 1);
    }

    /**
     * The same message with signatures before its header.
     *
     * @param signers each makes one
     * @param now the time of the signatures
     * @return the signed message
     * @throws MessageException when a key cannot sign
     */
    EncodedMessage signed(List<DkimSigner> signers, Instant now) throws MessageException {
        String plain = new String(header, StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder(plain.length() + 1024 * signers.size());
        try {
            for (DkimSigner signer : signers) {
                all.append(signer.sign(plain, content.relaxedSha256(), now));
            }
        } catch (GeneralSecurityException e) {
            throw MessageException.unsigned(e);
        }
        return new EncodedMessage(
                recipient,
                returnPath,
                messageId,
                all.append(plain).toString().getBytes(StandardCharsets.UTF_8),
                content);
    }

    /**
     * The message for a reader.
     *
     * @return the very bytes, before transparency
     */
    public RenderedMessage rendered() {
        byte[] body = content.body();
        return new RenderedMessage("message/rfc822", new Source(header, body), Sha256.hex(body), 1);
    }

    private record Source(byte[] header, byte[] body) implements ByteSource {
        @Override
        public long size() {
            return (long) header.length + body.length;
        }

        @Override
        public InputStream open() {
            return new SequenceInputStream(new ByteArrayInputStream(header), new ByteArrayInputStream(body));
        }

        @Override
        public String toString() {
            return "Source[" + size() + " bytes]";
        }
    }
}
