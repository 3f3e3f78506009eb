package org.peyk.spi.tck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The outer form of a mail (RFC 5322): its header fields, unfolded, and the bytes after them. */
record MailText(List<String> fields, byte[] body) {
    private static final byte[] END_OF_HEADER = {'\r', '\n', '\r', '\n'};

    static MailText of(byte[] bytes) {
        int end = 0;
        while (end + 4 <= bytes.length && !Arrays.equals(bytes, end, end + 4, END_OF_HEADER, 0, 4)) {
            end++;
        }
        if (end + 4 > bytes.length) {
            throw new AssertionError("the message has no empty line after its header");
        }
        String header = new String(bytes, 0, end, StandardCharsets.UTF_8);
        List<String> fields = new ArrayList<>();
        for (String line : header.split("\r\n", -1)) {
            if ((line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty()) {
                fields.set(fields.size() - 1, fields.get(fields.size() - 1) + line);
            } else {
                fields.add(line);
            }
        }
        return new MailText(fields, Arrays.copyOfRange(bytes, end + 4, bytes.length));
    }

    /** The values of the fields with a name. */
    List<String> values(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return fields.stream()
                .filter(f -> f.toLowerCase(Locale.ROOT).startsWith(start))
                .map(f -> f.substring(start.length()).strip())
                .toList();
    }

    /** What in these bytes must not go over the wire (RFC 5321 section 2.3.8, RFC 5322 section 2.1.1); empty when nothing. */
    static List<String> unsafe(byte[] bytes) {
        List<String> unsafe = new ArrayList<>();
        int line = 1;
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (i == 0 || bytes[i - 1] != '\r') {
                    unsafe.add("a bare line feed in line " + line);
                }
                line++;
                length = -1;
            } else if (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
                unsafe.add("a bare carriage return in line " + line);
            } else if (bytes[i] == 0) {
                unsafe.add("a NUL in line " + line);
            }
            length++;
            if (length == 1000) {
                unsafe.add("line " + line + " is longer than 998 bytes");
            }
        }
        return unsafe;
    }
}
