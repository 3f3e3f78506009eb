package org.peyk.spi;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Checks of short texts that end up in headers, file names and keys. Error messages never repeat the value. */
final class Texts {

    private Texts() {}

    /** A text of one line that is not blank and holds nothing that could start a new header or hide something. */
    static String requireLine(String value, String parameter) {
        requireCleanLine(value, parameter);
        if (value.isBlank()) {
            throw new IllegalArgumentException(parameter + " must not be blank");
        }
        return value;
    }

    /** A text of one line, perhaps empty. */
    static String requireCleanLine(String value, String parameter) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isForbidden(c)) {
                throw new IllegalArgumentException(parameter + " holds a control, line-break or direction character (U+"
                        + HexFormat.of().withUpperCase().toHexDigits(c) + ") at index " + i);
            }
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1))) {
                    i++;
                } else {
                    throw new IllegalArgumentException(parameter + " holds half a surrogate pair at index " + i);
                }
            }
        }
        return value;
    }

    static @Nullable String requireCleanLineOrNull(@Nullable String value, String parameter) {
        return value == null ? null : requireCleanLine(value, parameter);
    }

    /** Control characters (C0, DEL, C1), line and paragraph separators, and the characters that turn the reading direction. */
    private static boolean isForbidden(char c) {
        return c < 0x20
                || (c >= 0x7F && c <= 0x9F)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
