package org.peyk.smtp.internal.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The quoted-printable encoding (RFC 2045 section 6.7) of text whose line ends are CRLF. Besides what must be encoded it encodes what
 * careless relays change: a dot and the word From at the beginning of a line. So no line of it ever needs dot-stuffing.
 */
final class QuotedPrintable {
    private static final int MAX_LINE = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private QuotedPrintable() {}

    static byte[] encode(byte[] text) {
        byte[] out = new byte[Math.max(16, text.length + text.length / 4)];
        int to = 0;
        int column = 0;
        for (int i = 0; i < text.length; i++) {
            if (out.length - to < 8) {
                out = Arrays.copyOf(out, out.length + out.length / 2);
            }
            int c = text[i] & 0xFF;
            if (c == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
                out[to++] = '\r';
                out[to++] = '\n';
                i++;
                column = 0;
                continue;
            }
            boolean plain = isPlain(text, i, column);
            int width = plain ? 1 : 3;
            // one column stays free for the sign of a soft line break
            if (column + width > MAX_LINE - 1) {
                out[to++] = '=';
                out[to++] = '\r';
                out[to++] = '\n';
                column = 0;
                plain = isPlain(text, i, 0);
                width = plain ? 1 : 3;
            }
            if (plain) {
                out[to++] = (byte) c;
            } else {
                out[to++] = '=';
                out[to++] = HEX[c >> 4];
                out[to++] = HEX[c & 15];
            }
            column += width;
        }
        return Arrays.copyOf(out, to);
    }

    private static boolean isPlain(byte[] text, int i, int column) {
        int c = text[i];
        if (c == ' ' || c == '\t') {
            return i + 1 < text.length && text[i + 1] != '\r' && text[i + 1] != '\n';
        }
        if (c < 33 || c > 126 || c == '=') {
            return false;
        }
        return column > 0 || (c != '.' && !(c == 'F' && startsWithFrom(text, i)));
    }

    private static boolean startsWithFrom(byte[] text, int i) {
        return i + 4 < text.length
                && text[i + 1] == 'r'
                && text[i + 2] == 'o'
                && text[i + 3] == 'm'
                && text[i + 4] == ' ';
    }
}
