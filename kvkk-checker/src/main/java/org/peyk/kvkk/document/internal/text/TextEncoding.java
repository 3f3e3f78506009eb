package org.peyk.kvkk.document.internal.text;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the letters of a text file are encoded. Files say it with a byte order mark or not at all; without one, bytes that are valid UTF-8
 * are UTF-8 (other encodings practically never look like it), and everything else is Windows-1254, the Turkish code page, which
 * ISO-8859-9 is a part of.
 *
 * @param charset the encoding
 * @param mark length of the byte order mark
 * @param broken whether some bytes do not fit
 */
public record TextEncoding(Charset charset, int mark, boolean broken) {
    /** The Turkish code page of Windows; every Java platform that runs on a desktop or server has it in its base module. */
    public static final Charset TURKISH = Charset.forName("windows-1254");

    /** As many valid sequences for each broken one show that the file is UTF-8 with damage. */
    private static final int VALID_PER_BROKEN = 10;

    /**
     * Finds the encoding.
     *
     * @param bytes the file or its beginning
     * @return the encoding
     */
    public static TextEncoding of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, false);
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return new TextEncoding(Charset.forName("UTF-32LE"), 4, false);
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return new TextEncoding(Charset.forName("UTF-32BE"), 4, false);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, false);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, false);
        }
        int zerosAtEven = zeros(bytes, 0);
        int zerosAtOdd = zeros(bytes, 1);
        int half = Math.min(bytes.length, SAMPLE) / 2;
        if (half > 1 && zerosAtOdd > half * 2 / 5 && zerosAtEven * 50 < half) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, false);
        }
        if (half > 1 && zerosAtEven > half * 2 / 5 && zerosAtOdd * 50 < half) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, false);
        }
        return utf8OrTurkish(bytes);
    }

    private static final int SAMPLE = 8_192;

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < Math.min(bytes.length, SAMPLE); i += 2) {
            if (bytes[i] == 0) {
                zeros++;
            }
        }
        return zeros;
    }

    private static TextEncoding utf8OrTurkish(byte[] bytes) {
        long valid = 0;
        long broken = 0;
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = sequence(bytes, i);
            if (length == 0) {
                broken++;
                i++;
            } else {
                valid++;
                i += length;
            }
        }
        if (broken == 0 || broken * VALID_PER_BROKEN <= valid) {
            return new TextEncoding(StandardCharsets.UTF_8, 0, broken > 0);
        }
        return new TextEncoding(TURKISH, 0, false);
    }

    /** Length of the UTF-8 sequence that starts here (RFC 3629, section 4), or 0 when there is none; one cut off by the end counts. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if (at + k >= bytes.length) {
                return bytes.length - at;
            }
            int next = bytes[at + k] & 0xFF;
            int low = k > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
            int high = k > 1 ? 0xBF : first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
            if (next < low || next > high) {
                return 0;
            }
        }
        return length;
    }

    /**
     * Whether bytes are those of a text: no zero bytes (but in UTF-16 and UTF-32) and hardly a control character.
     *
     * @param bytes the file or its beginning
     * @return whether a person could read it
     */
    public static boolean looksLikeText(byte[] bytes) {
        TextEncoding encoding = of(bytes);
        String text = new String(bytes, encoding.mark, bytes.length - encoding.mark, encoding.charset);
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F) {
                controls++;
            }
        }
        return controls * 200 <= text.length();
    }

    /** The text behind the byte order mark, as a stream of characters. Bytes that do not fit become U+FFFD. */
    public BufferedReader reader(byte[] bytes) {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(bytes, mark, bytes.length - mark), charset), 16 * 1024);
    }

    /** The text of a beginning, of which the last character may be cut off. */
    public String decode(byte[] bytes) {
        return new String(bytes, mark, bytes.length - mark, charset);
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
