package org.peyk.smtp.internal.message;

/** Characters that have no place in a line of a mail's header, for they end it, hide in it or turn it round. */
final class Unsafe {

    private Unsafe() {}

    /**
     * Where a text holds such a character, or half a surrogate pair.
     *
     * @param text a text of one line
     * @return the index of the first one, or -1
     */
    static int indexIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            } else if (Character.isLowSurrogate(c) || isUnsafe(c)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isUnsafe(char c) {
        return c < 0x20
                || (c >= 0x7F && c <= 0x9F)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
