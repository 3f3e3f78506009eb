package org.peyk.kvkk.internal;

import java.text.Normalizer;

/**
 * What each character is folded to. Upper and lower case, dotted and dotless i, letters with and without their marks, digits of every
 * script, all spaces, all hyphens and all apostrophes become one, so that a term or a number is looked for in one spelling only.
 */
final class Chars {

    /** From here on a table entry is no character but says what to do. Nothing folds to a character that high. */
    static final char SPECIAL = '\uFFF0';

    /** The character is invisible or a mark on the one before: it leaves no trace. */
    static final char DROP = '\uFFF1';

    /** The character becomes several; see {@link #expansion(char)}. */
    static final char EXPAND = '\uFFF2';

    /** Half of a character outside the Basic Multilingual Plane; see {@link #foldSupplementary(int)}. */
    static final char SURROGATE = '\uFFF3';

    /** Stands for any symbol. */
    static final char SYMBOL = '\u00A4';

    /** Stands for any letter of another script that has no place in the table. */
    static final char LETTER = '\u00AA';

    private static final char[] FOLD = buildTable();

    private static final boolean[] IS_LETTER = buildLetters();

    private static final boolean[] IS_UPPER = buildUpper();

    private Chars() {}

    /** The folded character, or one of the orders above {@link #SPECIAL}. */
    static char fold(char c) {
        return FOLD[c];
    }

    /** Whether a folded character is a letter. */
    static boolean isLetter(char folded) {
        return folded < 0x80 ? folded >= 'a' && folded <= 'z' : IS_LETTER[folded];
    }

    /** Whether a character of the original text is a capital; the same as {@link Character#isUpperCase(char)}, by one look into a table. */
    static boolean isUpper(char original) {
        return IS_UPPER[original];
    }

    static boolean isDigit(char folded) {
        return folded >= '0' && folded <= '9';
    }

    static boolean isLetterOrDigit(char folded) {
        return isDigit(folded) || isLetter(folded);
    }

    /** Whether a character of the original text belongs to the one before it, as a mark on it. */
    static boolean isMark(char original) {
        int type = Character.getType(original);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** What a ligature stands for. */
    static String expansion(char c) {
        return switch (c) {
            case '\u00C6', '\u00E6' -> "ae";
            case '\u0152', '\u0153' -> "oe";
            case '\u00DF', '\u1E9E' -> "ss";
            case '\uFB00' -> "ff";
            case '\uFB01' -> "fi";
            case '\uFB02' -> "fl";
            case '\uFB03' -> "ffi";
            case '\uFB04' -> "ffl";
            case '\uFB05', '\uFB06' -> "st";
            case '\u2026' -> "...";
            case '\u2100' -> "a/c";
            default -> throw new IllegalArgumentException("no ligature");
        };
    }

    /** The folded character of a code point above U+FFFF, or {@link #DROP}. */
    static char foldSupplementary(int codePoint) {
        int digit = Character.digit(codePoint, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        int type = Character.getType(codePoint);
        if (type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return DROP;
        }
        String plain = Normalizer.normalize(new String(Character.toChars(codePoint)), Normalizer.Form.NFKD);
        if (plain.length() == 1 && FOLD[plain.charAt(0)] < SPECIAL) {
            return FOLD[plain.charAt(0)];
        }
        return Character.isLetter(codePoint) ? LETTER : SYMBOL;
    }

    private static char[] buildTable() {
        char[] table = new char[1 << 16];
        for (int i = 0; i < table.length; i++) {
            table[i] = general((char) i);
        }
        map(table, "\u0131\u0130I", "iii");
        // letters that a mark does not explain, and Turkish letters of a file in Windows-1254 that was read as Latin-1
        map(table, "\u00D8\u00F8\u0110\u0111\u0141\u0142\u018F\u0259\u0126\u0127", "ooddlleehh");
        map(table, "\u00DE\u00FE\u00D0\u00F0\u00DD\u00FD", "ssggii");
        // letters of other scripts that look like Latin ones, as used to slip past a filter
        map(
                table,
                "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0405\u0408",
                "abekmhopctyxisj");
        map(
                table,
                "\u0430\u0432\u0435\u043A\u043C\u043D\u043E\u0440\u0441\u0442\u0443\u0445\u0456\u0455\u0458",
                "abekmhopctyxisj");
        map(
                table,
                "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7",
                "abezhikmnoptyx");
        map(table, "\u03B1\u03BF\u03BD", "aov");
        same(table, '\'', "\u2018\u2019\u201A\u201B\u02BC\u02B9\u00B4\u0060\u2032");
        same(table, '/', "\u2044\u2215");
        same(table, '.', "\u2024\uFE52\u3002");
        same(table, '-', "\u2212\u2043\u207B\u208B");
        same(table, '*', "\u2217\u204E\u2731\u2022\u25CF\u25CB\u2219\u00D7\u2588\u2591\u2592\u2593");
        same(table, '@', "\uFE6B");
        same(table, ' ', "\r\u2800");
        same(table, '\n', "\u000B\f\u0085\u2028\u2029");
        same(table, DROP, "\u115F\u1160\u3164\uFFA0");
        same(
                table,
                EXPAND,
                "\u00C6\u00E6\u0152\u0153\u00DF\u1E9E\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06\u2026\u2100");
        return table;
    }

    private static char general(char c) {
        if (Character.isSurrogate(c)) {
            return SURROGATE;
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        if (isMark(c)) {
            return DROP;
        }
        switch (Character.getType(c)) {
            case Character.CONTROL:
                return c == '\t' || c == '\n' ? c : DROP;
            case Character.FORMAT:
                return DROP;
            case Character.SPACE_SEPARATOR:
                return ' ';
            case Character.DASH_PUNCTUATION:
                return '-';
            case Character.OTHER_NUMBER:
                // superscripts and circled digits are references and bullets, not part of a number
                return SYMBOL;
            default:
                return c < 0x80 ? asciiLower(c) : beyondAscii(c);
        }
    }

    private static char asciiLower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    private static char beyondAscii(char c) {
        boolean latinOrWide = c < 0x250 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0xFF00 && c < 0xFFF0);
        if (latinOrWide) {
            String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
            boolean oneAndMarks =
                    plain.charAt(0) < 0x80 && plain.chars().skip(1).allMatch(m -> isMark((char) m));
            if (oneAndMarks && plain.charAt(0) > ' ') {
                return asciiLower(plain.charAt(0));
            }
        }
        char lower = Character.toLowerCase(c);
        return lower >= SPECIAL ? SYMBOL : lower;
    }

    private static void map(char[] table, String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            table[from.charAt(i)] = to.charAt(i);
        }
    }

    private static void same(char[] table, char to, String from) {
        for (int i = 0; i < from.length(); i++) {
            table[from.charAt(i)] = to;
        }
    }

    private static boolean[] buildUpper() {
        boolean[] upper = new boolean[1 << 16];
        for (int i = 0; i < upper.length; i++) {
            upper[i] = Character.isUpperCase((char) i);
        }
        return upper;
    }

    private static boolean[] buildLetters() {
        boolean[] letters = new boolean[1 << 16];
        for (int i = 0; i < SPECIAL; i++) {
            letters[i] = Character.isLetter((char) i);
        }
        return letters;
    }
}
