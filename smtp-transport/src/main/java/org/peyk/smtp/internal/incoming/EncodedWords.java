package org.peyk.smtp.internal.incoming;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads header values: encoded words (RFC 2047), and raw bytes beyond ASCII, which old programs write. Never fails. */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]{0,20})?\\?([bBqQ])\\?([^?]{0,2000})\\?=");

    private EncodedWords() {}

    /**
     * Decodes a value.
     *
     * @param raw one character for each byte
     */
    static String decode(String raw) {
        if (!raw.contains("=?")) {
            return plain(raw);
        }
        StringBuilder text = new StringBuilder(raw.length());
        Matcher word = WORD.matcher(raw);
        int at = 0;
        boolean afterWord = false;
        while (word.find()) {
            String between = raw.substring(at, word.start());
            // blanks between two encoded words belong to the folding
            if (!afterWord || !between.isBlank()) {
                text.append(plain(between));
            }
            byte[] bytes = word.group(3).getBytes(StandardCharsets.ISO_8859_1);
            byte[] content = word.group(2).equalsIgnoreCase("b")
                    ? TransferEncoding.base64(bytes, 0, bytes.length)
                    : TransferEncoding.quotedPrintable(bytes, 0, bytes.length, true);
            text.append(Charsets.decode(content, word.group(1)));
            at = word.end();
            afterWord = true;
        }
        return text.append(plain(raw.substring(at))).toString();
    }

    private static String plain(String raw) {
        return raw.chars().allMatch(c -> c < 0x80)
                ? raw
                : Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), "");
    }
}
