package org.peyk.kvkk.document.internal.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** Undoes the transfer encodings of MIME (RFC 2045, 6), as forgivingly as mail programs do. */
final class TransferEncoding {
    private static final int[] BASE64 = new int[128];

    static {
        Arrays.fill(BASE64, -1);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < letters.length(); i++) {
            BASE64[letters.charAt(i)] = i;
        }
    }

    private TransferEncoding() {}

    static byte[] decode(byte[] bytes, int from, int to, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(bytes, from, to);
            case "quoted-printable" -> quotedPrintable(bytes, from, to, false);
            default -> Arrays.copyOfRange(bytes, Math.min(from, to), to);
        };
    }

    /** Letters that belong to no base64 are passed over. */
    static byte[] base64(byte[] bytes, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(16, (to - from) * 3 / 4));
        int bits = 0;
        int value = 0;
        for (int i = from; i < to; i++) {
            int six = bytes[i] < 0 ? -1 : BASE64[bytes[i]];
            if (six >= 0) {
                value = value << 6 | six;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    out.write(value >> bits);
                }
            } else if (bytes[i] == '=') {
                bits = 0;
            }
        }
        return out.toByteArray();
    }

    /** An underscore is a space in words of headers (RFC 2047, 4.2). */
    static byte[] quotedPrintable(byte[] bytes, int from, int to, boolean header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(16, to - from));
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b != '=') {
                out.write(header && b == '_' ? ' ' : b);
                i++;
                continue;
            }
            int breakAt = i + 1;
            while (breakAt < to && (bytes[breakAt] == ' ' || bytes[breakAt] == '\t' || bytes[breakAt] == '\r')) {
                breakAt++;
            }
            int high = i + 1 < to ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < to ? Character.digit(bytes[i + 2], 16) : -1;
            if (high >= 0 && low >= 0) {
                out.write(high << 4 | low);
                i += 3;
            } else if (breakAt < to && bytes[breakAt] == '\n') {
                i = breakAt + 1;
            } else {
                out.write(b);
                i++;
            }
        }
        return out.toByteArray();
    }
}
