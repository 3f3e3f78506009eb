package org.peyk.smtp.internal.message;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A part of a message whose bytes are encoded already, or encoded while they are written; or several parts joined. jakarta.mail could join
 * them too, but looks through all jars for a provider each time it does.
 *
 * @param headerLines the header lines with their line ends
 * @param source writes what is behind the empty line
 */
record EncodedPart(String headerLines, Source source) {
    private static final byte[] CRLF = {'\r', '\n'};

    /** Writes encoded bytes with CRLF line ends. */
    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Several parts joined (RFC 2046 section 5.1.1); the boundary must not occur in any of them. */
    static EncodedPart multipart(String subtype, String boundary, List<EncodedPart> children) {
        List<EncodedPart> parts = List.copyOf(children);
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
        return new EncodedPart(
                "Content-Type: multipart/" + subtype + ";\r\n boundary=\"" + boundary + "\"\r\n", out -> {
                    for (EncodedPart part : parts) {
                        out.write(delimiter);
                        out.write(CRLF);
                        part.writeTo(out);
                        out.write(CRLF);
                    }
                    out.write(delimiter);
                    out.write(new byte[] {'-', '-', '\r', '\n'});
                });
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(headerLines.getBytes(StandardCharsets.US_ASCII));
        out.write(CRLF);
        source.writeTo(out);
    }

    void writeContentTo(OutputStream out) throws IOException {
        source.writeTo(out);
    }
}
