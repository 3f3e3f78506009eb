package org.peyk.kvkk.internal;

/** Check digits. All take single digits, not characters. */
final class Checksums {

    private static final int TAX_DIGITS = 10;

    /** Whether ten digits are a tax number, by its check digit. */
    static boolean tax(byte[] d) {
        int sum = 0;
        for (int i = 0; i < TAX_DIGITS - 1; i++) {
            int place = TAX_DIGITS - 1 - i;
            int shifted = (d[i] + place) % 10;
            if (shifted != 0) {
                int weighted = shifted * (1 << place) % 9;
                sum += weighted == 0 ? 9 : weighted;
            }
        }
        return (10 - sum % 10) % 10 == d[TAX_DIGITS - 1];
    }

    private Checksums() {}

    /** Turkish and foreigners' identity numbers: eleven digits, of which the last two follow from the others. */
    static boolean identity(byte[] d) {
        if (d[0] == 0) {
            return false;
        }
        int odd = d[0] + d[2] + d[4] + d[6] + d[8];
        int even = d[1] + d[3] + d[5] + d[7];
        return Math.floorMod(7 * odd - even, 10) == d[9] && (odd + even + d[9]) % 10 == d[10];
    }

    /** The 24 digits of a Turkish IBAN behind its TR: remainder 1 of 97 once TR and the first two digits stand at the end (ISO 7064). */
    static boolean turkishIban(byte[] d) {
        int r = 0;
        for (int i = 2; i < 24; i++) {
            r = (r * 10 + d[i]) % 97;
        }
        // T is 29, R is 27
        r = (r * 10_000 + 2927) % 97;
        return (r * 100 + d[0] * 10 + d[1]) % 97 == 1;
    }

    /** A whole IBAN of any country, in lower-case letters and digits (ISO 13616, ISO 7064). */
    static boolean iban(CharSequence value) {
        int r = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt((i + 4) % value.length());
            r = Chars.isDigit(c) ? (r * 10 + c - '0') % 97 : (r * 100 + c - 'a' + 10) % 97;
        }
        return r == 1;
    }

    /** Payment cards (Luhn, ISO/IEC 7812-1 annex B). */
    static boolean luhn(byte[] d, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int v = d[length - 1 - i];
            if ((i & 1) == 1) {
                v = v > 4 ? 2 * v - 9 : 2 * v;
            }
            sum += v;
        }
        return sum % 10 == 0;
    }
}
