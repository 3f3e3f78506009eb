package org.peyk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers of rows in a form that nobody else can make: {@code NUMBER.SIGNATURE}, signed with HMAC-SHA256 (RFC 2104) cut to 80 bits. Written in
 * small letters and digits, as some servers change the case. What is signed for one use holds for no other.
 */
final class SignedRow {
    /** Shortest secret: 32 bytes, as long as the output of SHA-256 (RFC 2104 section 3). */
    static final int LEAST_SECRET = 32;

    private static final int MAC_DIGITS = 16;

    /** The longest one: number, point and signature. */
    static final int LENGTH = 13 + 1 + MAC_DIGITS;

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,13})\\.([a-z2-7]{" + MAC_DIGITS + "})");

    private final String use;
    private final SecretKeySpec secret;

    SignedRow(String use, byte[] secret) {
        this.use = use;
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    String of(long row) {
        String number = Long.toString(row, Character.MAX_RADIX);
        return number + "." + sign(number);
    }

    /** The row, or empty when it is no such text or its signature is not ours. */
    OptionalLong row(String text) {
        Matcher m = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!m.matches() || !same(sign(m.group(1)), m.group(2))) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(m.group(1), Character.MAX_RADIX));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** In a time that does not depend on where they differ. */
    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(String number) {
        byte[] mac;
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(secret);
            mac = hmac.doFinal((use + " " + number).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
        StringBuilder digits = new StringBuilder(MAC_DIGITS);
        long bits = 0;
        int held = 0;
        for (int i = 0; digits.length() < MAC_DIGITS; ) {
            if (held < 5) {
                bits = (bits << 8) | (mac[i++] & 0xFF);
                held += 8;
            }
            held -= 5;
            digits.append(DIGITS.charAt((int) (bits >> held) & 31));
        }
        return digits.toString();
    }
}
