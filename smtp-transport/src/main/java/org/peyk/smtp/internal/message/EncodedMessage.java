package org.peyk.smtp.internal.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import org.peyk.spi.ByteSource;
import org.peyk.spi.transport.RenderedMessage;

/** One message to one recipient, ready for the wire. */
public final class EncodedMessage {
    private final MailAddress recipient;
    private final String returnPath;
    private final byte[] header;
    private final EncodedContent content;

    EncodedMessage(MailAddress recipient, String returnPath, byte[] header, EncodedContent content) {
        this.recipient = recipient;
        this.returnPath = returnPath;
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
     * Where reports go.
     *
     * @return the address as on the wire, or the empty string for none
     */
    public String returnPath() {
        return returnPath;
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
     * The message for a reader.
     *
     * @return the very bytes, before transparency
     */
    public RenderedMessage rendered() {
        return new RenderedMessage("message/rfc822", new Source(header, content.body()), content.bodySha256(), 1);
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
