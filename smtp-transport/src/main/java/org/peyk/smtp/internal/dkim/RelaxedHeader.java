package org.peyk.smtp.internal.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A header field in the relaxed form (RFC 6376 section 3.4.2).
 *
 * @param name the field name in lower case
 * @param value the value on one line, each run of blanks as one
 */
record RelaxedHeader(String name, String value) {

    /** All fields of a header, from its first to its last line. */
    static List<RelaxedHeader> all(String header) {
        List<RelaxedHeader> fields = new ArrayList<>();
        int from = 0;
        while (from < header.length()) {
            int end = header.indexOf("\r\n", from);
            while (end >= 0 && end + 2 < header.length() && isBlank(header.charAt(end + 2))) {
                end = header.indexOf("\r\n", end + 2);
            }
            if (end < 0) {
                throw new IllegalArgumentException("the last line of the header has no end");
            }
            if (end > from) {
                fields.add(of(header.substring(from, end)));
            }
            from = end + 2;
        }
        return fields;
    }

    /** One field, perhaps folded, without the end of its last line. */
    static RelaxedHeader of(String field) {
        int colon = field.indexOf(':');
        String name = field.substring(0, colon).stripTrailing().toLowerCase(Locale.ROOT);
        StringBuilder value = new StringBuilder(field.length());
        boolean blank = false;
        for (int i = colon + 1; i < field.length(); i++) {
            char c = field.charAt(i);
            if (isBlank(c)) {
                blank = true;
            } else if (c != '\r' && c != '\n') {
                if (blank && value.length() > 0) {
                    value.append(' ');
                }
                blank = false;
                value.append(c);
            }
        }
        return new RelaxedHeader(name, value.toString());
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    String line() {
        return name + ":" + value;
    }
}
