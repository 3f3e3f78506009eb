package org.peyk.spi;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal, the one digest that Peyk compares contents by. */
public final class Sha256 {

    private Sha256() {}

    /**
     * Digests bytes in memory.
     *
     * @param bytes the bytes
     * @return 64 hexadecimal digits
     */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(algorithm().digest(bytes));
    }

    /**
     * Digests a source by streaming it.
     *
     * @param source the bytes
     * @return 64 hexadecimal digits
     * @throws IOException when the source cannot be read
     */
    public static String hex(ByteSource source) throws IOException {
        MessageDigest digest = algorithm();
        try (InputStream in = new DigestInputStream(source.open(), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * A fresh SHA-256 computation.
     *
     * @return the algorithm, not shared
     */
    public static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
