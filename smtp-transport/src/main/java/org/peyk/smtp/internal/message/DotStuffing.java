package org.peyk.smtp.internal.message;

import java.util.Arrays;

/** Transparency of DATA (RFC 5321 section 4.5.2) for bytes whose line ends are all CRLF. */
final class DotStuffing {

    private DotStuffing() {}

    /**
     * Doubles each dot at the beginning of a line.
     *
     * @param lines whole lines, beginning at the beginning of one
     * @return the stuffed bytes; the same array when nothing begins with a dot
     */
    static byte[] stuff(byte[] lines) {
        int dots = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '.' && (i == 0 || lines[i - 1] == '\n')) {
                dots++;
            }
        }
        if (dots == 0) {
            return lines;
        }
        byte[] stuffed = new byte[lines.length + dots];
        int to = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '.' && (i == 0 || lines[i - 1] == '\n')) {
                stuffed[to++] = '.';
            }
            stuffed[to++] = lines[i];
        }
        return stuffed;
    }

    /**
     * Whether every CR is followed by LF, every LF preceded by CR, and the last line ends: what a server must not be left to guess about.
     *
     * @param bytes the bytes
     * @return whether that is so
     */
    static boolean isWholeLines(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'))
                    || (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r'))) {
                return false;
            }
        }
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }

    static byte[] endingInLine(byte[] bytes) {
        if (bytes.length == 0 || bytes[bytes.length - 1] == '\n') {
            return bytes;
        }
        byte[] ended = Arrays.copyOf(bytes, bytes.length + 2);
        ended[bytes.length] = '\r';
        ended[bytes.length + 1] = '\n';
        return ended;
    }
}
