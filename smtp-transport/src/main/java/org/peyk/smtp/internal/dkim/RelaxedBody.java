package org.peyk.smtp.internal.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of a body in the relaxed form (RFC 6376 section 3.4.4): made once for a content, however many get it. */
public final class RelaxedBody {
    private static final int BUFFER = 8 * 1024;

    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[BUFFER];
    private int used;
    private boolean any;

    private RelaxedBody() {}

    /**
     * The digest.
     *
     * @param body whole lines with CRLF line ends
     * @return SHA-256 of the canonical body
     */
    public static byte[] sha256(byte[] body) {
        RelaxedBody relaxed = new RelaxedBody();
        relaxed.add(body);
        relaxed.digest.update(relaxed.buffer, 0, relaxed.used);
        return relaxed.digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Blanks and line ends wait until something follows them: at the end of a line and of the body they do not count. */
    private void add(byte[] body) {
        int lineEnds = 0;
        boolean blank = false;
        for (byte b : body) {
            switch (b) {
                case '\n':
                    lineEnds++;
                    blank = false;
                    break;
                case ' ':
                case '\t':
                    blank = true;
                    break;
                case '\r':
                    break;
                default:
                    for (; lineEnds > 0; lineEnds--) {
                        put((byte) '\r');
                        put((byte) '\n');
                    }
                    if (blank) {
                        put((byte) ' ');
                        blank = false;
                    }
                    put(b);
            }
        }
        if (any) {
            put((byte) '\r');
            put((byte) '\n');
        }
    }

    private void put(byte b) {
        any = true;
        if (used == BUFFER) {
            digest.update(buffer, 0, used);
            used = 0;
        }
        buffer[used++] = b;
    }
}
