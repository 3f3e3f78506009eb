package org.peyk.internal.content;

/** Folds letters for comparing words: Turkish and English, upper and lower case, with and without Turkish diacritics. */
public final class Letters {

    private Letters() {}

    /**
     * Folds each character by itself, so that the result has the same length and the same indexes.
     *
     * @param text any text
     * @return the text in lower case without Turkish diacritics, each kind of space a blank; the same on every machine
     */
    public static String fold(CharSequence text) {
        StringBuilder b = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            b.append(fold(text.charAt(i)));
        }
        return b.toString();
    }

    private static char fold(char c) {
        return switch (c) {
            case 'İ', 'I', 'ı', 'Î', 'î' -> 'i';
            case 'Ş', 'ş' -> 's';
            case 'Ğ', 'ğ' -> 'g';
            case 'Ü', 'ü', 'Û', 'û' -> 'u';
            case 'Ö', 'ö' -> 'o';
            case 'Ç', 'ç' -> 'c';
            case 'Â', 'â' -> 'a';
            case '\u00a0', '\u2007', '\u202f' -> ' ';
            case '\u2019', '\u2018' -> '\'';
            default -> Character.toLowerCase(c);
        };
    }

    /**
     * How many letters and digits a text holds.
     *
     * @param text any text
     * @return their number
     */
    public static long count(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
