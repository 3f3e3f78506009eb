package org.peyk.internal.delivery;

import java.security.SecureRandom;

/** Makes Message-IDs (RFC 5322 section 3.6.4): 128 random bits, so that nobody can guess one and none says anything about its recipient. */
final class MessageIds {

    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    String next(String domain) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "<" + base32(bytes) + "@" + domain + ">";
    }

    static String base32(byte[] bytes) {
        StringBuilder b = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte value : bytes) {
            buffer = (buffer << 8) | (value & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                b.append(BASE32[(buffer >> bits) & 31]);
            }
        }
        if (bits > 0) {
            b.append(BASE32[(buffer << (5 - bits)) & 31]);
        }
        return b.toString();
    }
}
