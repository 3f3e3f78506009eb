package org.peyk.smtp.internal.incoming;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Undoes the content transfer encodings (RFC 2045 section 6), and takes junk in them as far as it goes. */
final class TransferEncoding {

    private TransferEncoding() {}

    static byte[] decode(byte[] bytes, int from, int to, String encoding) {
        switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64":
                return base64(bytes, from, to);
            case "quoted-printable":
                return quotedPrintable(bytes, from, to, false);
            default:
                return Arrays.copyOfRange(bytes, from, to);
        }
    }

    static byte[] base64(byte[] bytes, int from, int to) {
        byte[] letters = new byte[to - from];
        int n = 0;
        for (int i = from; i < to && bytes[i] != '='; i++) {
            byte b = bytes[i];
            if ((b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+' || b == '/') {
                letters[n++] = b;
            }
        }
        // one letter alone is no byte
        return Base64.getDecoder().decode(Arrays.copyOf(letters, n % 4 == 1 ? n - 1 : n));
    }

    static byte[] quotedPrintable(byte[] bytes, int from, int to, boolean underscoreIsBlank) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '_' && underscoreIsBlank) {
                out.write(' ');
            } else if (b != '=') {
                out.write(b);
            } else if (i + 1 < to && bytes[i + 1] == '\n') {
                i++;
            } else if (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
                i += 2;
            } else if (i + 2 < to && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
                out.write(hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]));
                i += 2;
            } else {
                out.write(b);
            }
        }
        return out.toByteArray();
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }
}
