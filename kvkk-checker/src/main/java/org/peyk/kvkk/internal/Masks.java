package org.peyk.kvkk.internal;

import java.util.Arrays;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Shows enough of a value to find it again in the text, and too little to know it. */
final class Masks {

    private static final int LONG = 10;

    private Masks() {}

    static String mask(PersonalDataType type, Certainty certainty, String value) {
        return switch (type) {
            case EMAIL -> email(value);
            // the country and its check digits are no part of the account
            case IBAN -> value.substring(0, 4) + "*".repeat(value.length() - 6) + value.substring(value.length() - 2);
            case PERSON_NAME, PARENT_NAME, BIRTH_PLACE, HOME_ADDRESS -> initials(value);
            case CREDENTIAL, BIRTH_DATE, IP_ADDRESS, MAC_ADDRESS, HES_CODE ->
                "*".repeat(Math.min(value.length(), LONG));
            default -> masked(type, certainty, value);
        };
    }

    /** What is said of a person is shown by the initials of its words; a number by its ends. */
    private static String masked(PersonalDataType type, Certainty certainty, String value) {
        if (type == PersonalDataType.GRADE) {
            return "*".repeat(value.length());
        }
        if (Kinds.ATTRIBUTES.contains(type)) {
            return initials(value);
        }
        return certainty == Certainty.MASKED ? digitsAtEnds(value) : ends(value);
    }

    /** The first and last two characters of a long value, the first and last one of a short one. */
    private static String ends(String value) {
        int kept = value.length() >= LONG ? 2 : 1;
        if (value.length() <= 2 * kept) {
            return "*".repeat(value.length());
        }
        char[] shown = value.toCharArray();
        Arrays.fill(shown, kept, shown.length - kept, '*');
        return new String(shown);
    }

    /** A value that its author masked already may show more digits than we do. */
    private static String digitsAtEnds(String value) {
        StringBuilder b = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            boolean atEnd = i < 2 || i >= value.length() - 2;
            b.append(atEnd && Chars.isDigit(value.charAt(i)) ? value.charAt(i) : '*');
        }
        return b.toString();
    }

    /** Of the local part the first letter; of the domain the short labels, such as edu and tr, and the first letters of the others. */
    private static String email(String value) {
        int at = value.indexOf('@');
        StringBuilder b = new StringBuilder(value.length() + 4);
        if (at > 2) {
            b.append(value.charAt(0));
        }
        b.append("***@");
        int from = at + 1;
        while (from <= value.length()) {
            int dot = value.indexOf('.', from);
            int to = dot < 0 ? value.length() : dot;
            if (from > at + 1) {
                b.append('.');
            }
            if (to - from <= 3) {
                b.append(value, from, to);
            } else {
                b.append(value.charAt(from)).append("***");
            }
            from = to + 1;
        }
        return b.toString();
    }

    private static String initials(String value) {
        StringBuilder b = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (before == ' ' && c != ' ') {
                if (!b.isEmpty()) {
                    b.append(' ');
                }
                b.append(Character.toUpperCase(c)).append('.');
            }
            before = c;
        }
        return b.toString();
    }
}
