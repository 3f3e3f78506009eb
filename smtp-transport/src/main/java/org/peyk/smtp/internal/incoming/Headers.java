package org.peyk.smtp.internal.incoming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Header fields of a mail or of a part of one, as they came, unfolded. What is more than any honest mail has is left out. */
final class Headers {
    private static final int MAX_FIELDS = 400;
    private static final int MAX_VALUE = 16 * 1024;

    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();
    private final int end;

    /**
     * Reads fields up to the first empty line, or up to a line that is none, with which a body begins that lacks the empty line.
     *
     * @param bytes the mail
     * @param from where the first field begins
     * @param to the end of the mail or part
     */
    Headers(byte[] bytes, int from, int to) {
        int at = from;
        StringBuilder value = new StringBuilder();
        String name = "";
        while (at < to) {
            int lineEnd = Lines.end(bytes, at, to);
            int next = Lines.next(bytes, lineEnd, to);
            if (lineEnd == at) {
                at = next;
                break;
            }
            if (bytes[at] == ' ' || bytes[at] == '\t') {
                append(value, bytes, at, lineEnd);
            } else {
                int colon = colon(bytes, at, lineEnd);
                if (colon < 0) {
                    // the envelope line of a mailbox file may stand first
                    if (at != from || !startsWith(bytes, at, lineEnd, "From ")) {
                        break;
                    }
                } else {
                    add(name, value);
                    name = new String(bytes, at, colon - at, StandardCharsets.ISO_8859_1)
                            .strip()
                            .toLowerCase(Locale.ROOT);
                    value.setLength(0);
                    append(value, bytes, colon + 1, lineEnd);
                }
            }
            at = next;
        }
        add(name, value);
        end = at;
    }

    private static int colon(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == ':') {
                return i == from ? -1 : i;
            }
            if (bytes[i] <= ' ' && !(bytes[i] == ' ' && i + 1 < to && bytes[i + 1] == ':')) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int from, int to, String text) {
        return to - from >= text.length()
                && new String(bytes, from, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    private static void append(StringBuilder value, byte[] bytes, int from, int to) {
        int room = MAX_VALUE - value.length();
        if (room > 0) {
            value.append(new String(bytes, from, Math.min(room, to - from), StandardCharsets.ISO_8859_1));
        }
    }

    private void add(String name, CharSequence value) {
        if (!name.isEmpty() && fields.size() < MAX_FIELDS) {
            fields.add(new Field(name, value.toString().strip()));
        }
    }

    /** Where the body begins. */
    int end() {
        return end;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The first field of a name as it came, one character for each byte; empty when there is none. */
    String raw(String name) {
        for (Field field : fields) {
            if (field.name.equals(name)) {
                return field.value;
            }
        }
        return "";
    }

    boolean has(String name) {
        return fields.stream().anyMatch(f -> f.name.equals(name));
    }

    /** All fields of a name. */
    List<String> all(String name) {
        return fields.stream()
                .filter(f -> f.name.equals(name))
                .map(Field::value)
                .toList();
    }

    /** The first field of a name, decoded for reading. */
    String text(String name) {
        return EncodedWords.decode(raw(name));
    }
}
