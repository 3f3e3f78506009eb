package org.peyk.smtp.internal.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Header lines: folding (RFC 5322 section 2.2.3) and words beyond ASCII (RFC 2047). Values are checked for control characters before they
 * come here.
 */
final class HeaderText {
    private static final int SOFT_LINE = 76;
    private static final int HARD_LINE = 998;
    private static final int MIN_CHUNK = 12;
    private static final String PREFIX = "=?UTF-8?B?";
    private static final String SUFFIX = "?=";

    private final StringBuilder out;
    private int column;

    private HeaderText(StringBuilder out, String name) {
        this.out = out;
        out.append(name).append(':');
        column = name.length() + 1;
    }

    /** Appends a header field with a text value, with its line end. */
    static void append(StringBuilder out, String name, String value) throws MessageException {
        HeaderText header = new HeaderText(out, name);
        header.text(value);
        header.end();
    }

    /** Appends a header field with one address and perhaps a name before it. */
    static void appendAddress(StringBuilder out, String name, String displayName, String address)
            throws MessageException {
        HeaderText header = new HeaderText(out, name);
        if (displayName.isBlank()) {
            header.word(address, " ");
        } else {
            if (isAscii(displayName) && !displayName.contains("=?")) {
                header.word(quoted(displayName), " ");
            } else {
                header.encoded(displayName, " ");
            }
            header.word("<" + address + ">", " ");
        }
        header.end();
    }

    /** Words that need it are encoded, together with neighbours that need it too; all others stay readable. */
    private void text(String value) throws MessageException {
        int length = value.length();
        while (length > 0 && isBlank(value.charAt(length - 1))) {
            length--;
        }
        int gapStart = 0;
        int i = skipBlanks(value, 0);
        while (i < length) {
            String gap = i == 0 || out.charAt(out.length() - 1) == ':' ? " " : value.substring(gapStart, i);
            int end = wordEnd(value, i, length);
            boolean encode = needsEncoding(value.substring(i, end));
            while (encode && end < length) {
                int next = skipBlanks(value, end);
                int nextEnd = wordEnd(value, next, length);
                if (!needsEncoding(value.substring(next, nextEnd))) {
                    break;
                }
                end = nextEnd;
            }
            if (encode) {
                encoded(value.substring(i, end), gap);
            } else {
                word(value.substring(i, end), gap);
            }
            gapStart = end;
            i = skipBlanks(value, end);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static int skipBlanks(String value, int from) {
        int i = from;
        while (i < value.length() && isBlank(value.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int wordEnd(String value, int from, int length) {
        int i = from;
        while (i < length && !isBlank(value.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Some readers take a backslash before the fold behind it for its escape. */
    private static boolean needsEncoding(String word) {
        return !isAscii(word) || word.contains("=?") || word.endsWith("\\");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private void word(String word, String gap) throws MessageException {
        int length = gap.length() + word.length();
        if (column + length > SOFT_LINE) {
            fold();
        }
        requireFits(length);
        out.append(gap).append(word);
        column += length;
    }

    /** Encoded words of at most 75 characters, none of which splits a character (RFC 2047 sections 2 and 5). */
    private void encoded(String text, String gap) throws MessageException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        String before = gap;
        while (from < bytes.length) {
            if (room(before) < MIN_CHUNK) {
                fold();
            }
            requireFits(before.length() + SOFT_LINE);
            int to = Math.min(bytes.length, from + Math.max(MIN_CHUNK, room(before)));
            while (to < bytes.length && (bytes[to] & 0xC0) == 0x80) {
                to--;
            }
            String base64 = Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, to));
            out.append(before).append(PREFIX).append(base64).append(SUFFIX);
            column += before.length() + PREFIX.length() + base64.length() + SUFFIX.length();
            from = to;
            if (from < bytes.length) {
                fold();
                before = " ";
            }
        }
    }

    private int room(String gap) {
        return (SOFT_LINE - column - gap.length() - PREFIX.length() - SUFFIX.length()) / 4 * 3;
    }

    private void requireFits(int length) throws MessageException {
        if (column + length > HARD_LINE) {
            throw MessageException.content(
                    "Bir başlık alanında 998 karakterden uzun bir sözcük var.",
                    "A header field holds a word of more than 998 characters.");
        }
    }

    private void fold() {
        out.append("\r\n");
        column = 0;
    }

    private void end() {
        out.append("\r\n");
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
