package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.EnhancedStatusCode;

/**
 * Reads replies strictly. The reader of Angus serves connecting and proving who we are; from then on this one decides what became of a
 * message, for Angus takes a line that was cut off for a complete one and the first line's code for that of all lines.
 */
final class ReplyReader {
    /** What one reply may have; RFC 5321 section 4.5.3.1.5 asks for 512 octets a line. */
    static final int MAX_REPLY = 64 * 1024;

    private static final int MAX_LINE = 8 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[4096];
    private int next;
    private int end;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    /** Whether something has come that was not read yet. May miss what still lies encrypted below. */
    boolean pending() throws LinkException {
        try {
            return next < end || in.available() > 0;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Reads one complete reply: all its lines with line ends, each with the same code.
     *
     * @throws LinkException when it does not come, or is none
     */
    Reply read() throws LinkException {
        int code = 0;
        @Nullable String first = null;
        @Nullable EnhancedStatusCode enhanced = null;
        int total = 0;
        while (true) {
            String line = line();
            total += line.length() + 2;
            if (total > MAX_REPLY) {
                throw new LinkException(LinkException.Kind.TOO_LONG, "the reply is longer than allowed");
            }
            int now = code(line);
            if (now < 0 || (code != 0 && now != code)) {
                throw new LinkException(LinkException.Kind.GARBAGE, "what came is no reply");
            }
            code = now;
            String text = line.length() > 4 ? line.substring(4) : "";
            if (first == null) {
                first = text;
            }
            if (enhanced == null) {
                enhanced = EnhancedStatusCode.parse(text).orElse(null);
            }
            if (line.length() == 3 || line.charAt(3) == ' ') {
                return new Reply(code, enhanced, first);
            }
        }
    }

    /** The code of a line of a reply, or -1 when it is none. */
    private static int code(String line) {
        if (line.length() < 3 || (line.length() > 3 && line.charAt(3) != ' ' && line.charAt(3) != '-')) {
            return -1;
        }
        int code = 0;
        for (int i = 0; i < 3; i++) {
            char c = line.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            code = code * 10 + c - '0';
        }
        return code >= 200 && code <= 599 ? code : -1;
    }

    /** One line without its end. A line is complete only with a line feed. */
    private String line() throws LinkException {
        StringBuilder line = new StringBuilder(80);
        while (true) {
            if (next == end) {
                fill(line.length() > 0);
            }
            char c = (char) (buffer[next++] & 0xFF);
            if (c == '\n') {
                int length = line.length();
                return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
            }
            if (line.length() == MAX_LINE) {
                throw new LinkException(LinkException.Kind.TOO_LONG, "a line of the reply is longer than allowed");
            }
            line.append(c);
        }
    }

    private void fill(boolean insideLine) throws LinkException {
        try {
            int n = in.read(buffer, 0, buffer.length);
            if (n <= 0) {
                throw new LinkException(
                        LinkException.Kind.CLOSED,
                        insideLine
                                ? "the server closed the connection in the middle of a reply"
                                : "the server closed the connection");
            }
            next = 0;
            end = n;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static LinkException failure(IOException e) {
        if (e instanceof LinkException link) {
            return link;
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof LinkException link) {
                return link;
            }
            if (t instanceof SocketTimeoutException) {
                return new LinkException(LinkException.Kind.TIMEOUT, "no complete reply in time", null, e);
            }
        }
        return new LinkException(LinkException.Kind.BROKEN, "the connection broke", null, e);
    }
}
