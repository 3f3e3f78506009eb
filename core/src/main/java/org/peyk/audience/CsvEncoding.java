package org.peyk.audience;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Sha256;
import org.peyk.spi.recipient.RecipientSourceException;

/**
 * Reads a file once for its digest and its encoding: UTF-8 if all of it is, else Windows-1254, which Excel in Turkish writes.
 *
 * @param charset the encoding
 * @param sha256 digest of the bytes
 */
record CsvEncoding(Charset charset, String sha256) {

    private static final int BUFFER = 1 << 16;
    private static final Charset WINDOWS_TURKISH = Charset.forName("windows-1254");

    /**
     * Reads the bytes.
     *
     * @param in the bytes; not closed
     * @param declared the encoding the file must have, or null to find it
     * @throws RecipientSourceException when the bytes are no text in that encoding
     */
    static CsvEncoding detect(InputStream in, @Nullable Charset declared) throws IOException, RecipientSourceException {
        MessageDigest digest = Sha256.algorithm();
        byte[] bytes = new byte[BUFFER];
        int n = in.readNBytes(bytes, 0, BUFFER);
        List<Trial> trials =
                candidates(bytes, n, declared).stream().map(Trial::new).toList();
        for (; n > 0; n = in.readNBytes(bytes, 0, BUFFER)) {
            digest.update(bytes, 0, n);
            for (Trial t : trials) {
                t.feed(bytes, n, false);
            }
        }
        trials.forEach(t -> t.feed(bytes, 0, true));
        for (Trial t : trials) {
            if (!t.failed) {
                return new CsvEncoding(t.charset, HexFormat.of().formatHex(digest.digest()));
            }
        }
        throw new RecipientSourceException(
                CsvRecipientSource.CSV_ENCODING,
                LocalizedText.of(
                        "Alıcı dosyasının karakter kodlaması okunamadı; dosyayı “CSV UTF-8” olarak kaydedip yeniden verin.",
                        "The encoding of the recipient file is not understood; save it as “CSV UTF-8” and give it again."),
                null);
    }

    private static List<Charset> candidates(byte[] head, int n, @Nullable Charset declared) {
        boolean marked = n >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        if (marked) {
            return List.of(StandardCharsets.UTF_8);
        }
        return declared == null ? List.of(StandardCharsets.UTF_8, WINDOWS_TURKISH) : List.of(declared);
    }

    /** Whether the bytes so far are text in one encoding. Text holds no zero and no C1 control characters. */
    private static final class Trial {
        private final Charset charset;
        private final CharsetDecoder decoder;
        private final CharBuffer out = CharBuffer.allocate(BUFFER + 16);
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private boolean failed;

        Trial(Charset charset) {
            this.charset = charset;
            this.decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        void feed(byte[] bytes, int n, boolean last) {
            if (failed) {
                return;
            }
            ByteBuffer in = ByteBuffer.allocate(rest.remaining() + n);
            in.put(rest).put(bytes, 0, n).flip();
            CoderResult result = decoder.decode(in, out, last);
            failed = result.isError() || !isText(out.flip());
            out.clear();
            rest = in.slice();
        }

        private static boolean isText(CharBuffer chars) {
            for (int i = 0; i < chars.length(); i++) {
                char c = chars.charAt(i);
                if (c == 0 || (c >= 0x80 && c < 0xA0)) {
                    return false;
                }
            }
            return true;
        }
    }
}
