package org.peyk.smtp.internal.incoming;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Turns bytes into text, whatever they claim to be. Never fails. */
final class Charsets {
    private static final Charset TURKISH = Charset.forName("windows-1254");

    private Charsets() {}

    /** Reads bytes in the charset they claim, else as UTF-8 if they are that, else as the code page of Turkish mail programs. */
    static String decode(byte[] bytes, String claimed) {
        String name = claimed.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals("us-ascii") && !name.equals("utf-8")) {
            try {
                // Latin-5 and its superset differ only where the first has control characters
                return new String(bytes, name.equals("iso-8859-9") ? TURKISH : Charset.forName(name));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return guess(bytes);
            }
        }
        return guess(bytes);
    }

    private static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, TURKISH);
        }
    }
}
