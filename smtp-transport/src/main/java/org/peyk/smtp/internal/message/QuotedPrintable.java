package org.peyk.smtp.internal.message;

import java.io.ByteArrayOutputStream;

/**
 * The quoted-printable encoding (RFC 2045 section 6.7) of text whose line ends are CRLF. Besides what must be encoded it encodes what
 * careless relays change: a dot and the word From at the beginning of a line. So no line of it ever needs dot-stuffing.
 */
final class QuotedPrintable {
    private static final int MAX_LINE = 76;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private QuotedPrintable() {}

    static byte[] encode(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + text.length / 4 + 16);
        int column = 0;
        for (int i = 0; i < text.length; i++) {
            int c = text[i] & 0xFF;
            if (c == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
                out.write('\r');
                out.write('\n');
                i++;
                column = 0;
                continue;
            }
            boolean plain = isPlain(text, i, column);
            int width = plain ? 1 : 3;
            // one column stays free for the sign of a soft line break
            if (column + width > MAX_LINE - 1) {
                out.write('=');
                out.write('\r');
                out.write('\n');
                column = 0;
                plain = isPlain(text, i, 0);
                width = plain ? 1 : 3;
            }
            if (plain) {
                out.write(c);
            } else {
                out.write('=');
                out.write(HEX[c >> 4]);
                out.write(HEX[c & 15]);
            }
            column += width;
        }
        return out.toByteArray();
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
