package org.peyk.internal.notice;

import java.util.regex.Pattern;

/** Values from outside made fit for a text of ours: no control characters, none that turn the reading direction. */
final class Lines {

    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern HALF =
            Pattern.compile("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private Lines() {}

    /** Several lines, as they are. */
    static String clean(String value) {
        return HALF.matcher(CONTROL.matcher(value.replace("\r\n", "\n")).replaceAll(" "))
                .replaceAll("");
    }

    /** One line. */
    static String one(String value) {
        return clean(value).replaceAll("\\s+", " ").strip();
    }

    /** At most so many characters. */
    static String cut(String value, int most) {
        if (value.length() <= most) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(most - 2)) ? most - 2 : most - 1;
        return value.substring(0, end) + "…";
    }
}
