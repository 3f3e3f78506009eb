package org.peyk.kvkk.document.internal.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.peyk.kvkk.document.internal.text.TextEncoding;

/** Encoded words in headers (RFC 2047) and encoded parameters (RFC 2231). */
final class MimeWords {

    private MimeWords() {}

    /** Charsets by name; an unknown one is taken for the Turkish code page. */
    static Charset charset(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        try {
            // as browsers do, for the standard has gaps where people write letters
            return lower.equals("iso-8859-9") || lower.isEmpty() ? TextEncoding.TURKISH : Charset.forName(lower);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return TextEncoding.TURKISH;
        }
    }

    static String decode(String value) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        int lastWordEnd = -1;
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        Charset openCharset = StandardCharsets.UTF_8;
        while (at < value.length()) {
            int start = value.indexOf("=?", at);
            Word word = start < 0 ? null : Word.at(value, start);
            if (word == null) {
                int next = start < 0 ? value.length() : start + 2;
                out.append(open.toString(openCharset));
                open.reset();
                out.append(value, at, next);
                at = next;
                continue;
            }
            String between = value.substring(at, start);
            boolean joined = lastWordEnd == at && between.isBlank();
            if (!joined || !word.charset().equals(openCharset)) {
                // a letter may be split over two words of one charset, so they are decoded together
                out.append(open.toString(openCharset));
                open.reset();
                out.append(joined ? "" : between);
            }
            openCharset = word.charset();
            open.writeBytes(word.bytes());
            at = word.end();
            lastWordEnd = at;
        }
        return out.append(open.toString(openCharset)).toString();
    }

    /** One encoded word. */
    private record Word(Charset charset, byte[] bytes, int end) {

        @org.jspecify.annotations.Nullable
        static Word at(String value, int start) {
            int first = value.indexOf('?', start + 2);
            int second = first < 0 ? -1 : value.indexOf('?', first + 1);
            int end = second < 0 ? -1 : value.indexOf("?=", second + 1);
            if (end < 0 || second != first + 2) {
                return null;
            }
            String name = value.substring(start + 2, first);
            int language = name.indexOf('*');
            byte[] text = value.substring(second + 1, end).getBytes(StandardCharsets.ISO_8859_1);
            boolean base64 = value.charAt(first + 1) == 'B' || value.charAt(first + 1) == 'b';
            byte[] bytes = base64
                    ? TransferEncoding.base64(text, 0, text.length)
                    : TransferEncoding.quotedPrintable(text, 0, text.length, true);
            return new Word(MimeWords.charset(language < 0 ? name : name.substring(0, language)), bytes, end + 2);
        }
    }

    /** A value such as {@code UTF-8'tr'liste%20%C3%B6.xlsx}. */
    static String extended(String value) {
        int first = value.indexOf('\'');
        int second = first < 0 ? -1 : value.indexOf('\'', first + 1);
        Charset charset = second < 0 ? StandardCharsets.UTF_8 : charset(value.substring(0, first));
        byte[] raw = value.substring(second + 1).replace('%', '=').getBytes(StandardCharsets.ISO_8859_1);
        return new String(TransferEncoding.quotedPrintable(raw, 0, raw.length, false), charset);
    }
}
