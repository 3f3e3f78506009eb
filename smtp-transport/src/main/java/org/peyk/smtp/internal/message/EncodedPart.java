package org.peyk.smtp.internal.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;

/**
 * A leaf of the message whose bytes are encoded already, or encoded while they are written. Writing it needs no content handler and no
 * provider, which jakarta.mail would look up anew for each part.
 */
final class EncodedPart extends MimeBodyPart {

    /** Writes encoded bytes with CRLF line ends. */
    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Source source;

    EncodedPart(InternetHeaders headers, Source source) {
        this.headers = headers;
        this.source = source;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException, MessagingException {
        out.write(headerLines().getBytes(StandardCharsets.US_ASCII));
        out.write('\r');
        out.write('\n');
        source.writeTo(out);
    }

    /** The header lines with their line ends. */
    String headerLines() {
        StringBuilder lines = new StringBuilder();
        for (Enumeration<String> e = headers.getAllHeaderLines(); e.hasMoreElements(); ) {
            lines.append(e.nextElement()).append("\r\n");
        }
        return lines.toString();
    }

    void writeContentTo(OutputStream out) throws IOException {
        source.writeTo(out);
    }
}
