package org.peyk.kvkk;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;

/**
 * Makes formally valid, invented values. Check digits are worked out by other formulas than those of the scanner, so that the two check each
 * other.
 */
public final class Values {

    private Values() {}

    /**
     * An identity number, by the alternating weights 3 and 1 instead of the usual 7 and -1.
     *
     * @param random the source
     * @return eleven digits
     */
    public static String tckn(Random random) {
        return identity((1 + random.nextInt(8)) + digits(random, 8));
    }

    /**
     * A foreigner's identity number.
     *
     * @param random the source
     * @return eleven digits that start with 99
     */
    public static String ykn(Random random) {
        return identity("99" + digits(random, 7));
    }

    /**
     * Completes an identity number.
     *
     * @param nine its first nine digits
     * @return all eleven
     */
    static String identity(String nine) {
        int weighted = 0;
        int plain = 0;
        for (int i = 0; i < 9; i++) {
            int d = nine.charAt(i) - '0';
            weighted += d * (i % 2 == 0 ? 3 : 1);
            plain += d;
        }
        int tenth = (10 - weighted % 10) % 10;
        return nine + tenth + (plain + tenth) % 10;
    }

    /**
     * A Turkish account number, by arithmetic on the whole number.
     *
     * @param random the source
     * @return 26 characters
     */
    public static String iban(Random random) {
        String account = "000" + digits(random, 2) + "0" + digits(random, 16);
        BigInteger rest = new BigInteger(account + "292700").mod(BigInteger.valueOf(97));
        return String.format(Locale.ROOT, "TR%02d%s", 98 - rest.intValueExact(), account);
    }

    /**
     * A card number, by trying the last digit.
     *
     * @param random the source
     * @return 16 digits
     */
    public static String card(Random random) {
        String fifteen = (random.nextBoolean() ? "4" : "54") + digits(random, 14);
        fifteen = fifteen.substring(0, 15);
        int[] doubled = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int d = fifteen.charAt(i) - '0';
            sum += i % 2 == 0 ? doubled[d] : d;
        }
        return fifteen + (10 - sum % 10) % 10;
    }

    /**
     * A mobile phone number.
     *
     * @param random the source
     * @return eleven digits
     */
    public static String mobile(Random random) {
        return "05" + (random.nextInt(6)) + digits(random, 8);
    }

    /**
     * A private address.
     *
     * @param random the source
     * @return the address
     */
    public static String email(Random random) {
        return "kisi" + digits(random, 6) + "@gmail.com";
    }

    /**
     * Digits.
     *
     * @param random the source
     * @param count how many
     * @return the digits
     */
    public static String digits(Random random, int count) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < count; i++) {
            b.append(random.nextInt(10));
        }
        return b.toString();
    }
}
