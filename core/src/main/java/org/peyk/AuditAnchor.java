package org.peyk;

/**
 * The end of the audit chain at one moment. Kept outside of the database (printed, mailed to another unit, given a qualified time stamp), it
 * lets {@link Audit#verify(AuditAnchor)} find what a chain alone cannot show: a tail that was cut off, or a chain that was computed anew.
 *
 * @param pos number of sealed events; 0 before the first
 * @param hash hash of the last sealed event's anchor, 64 hexadecimal digits
 */
public record AuditAnchor(long pos, String hash) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when the place is negative or the hash is no SHA-256
     */
    public AuditAnchor {
        if (pos < 0) {
            throw new IllegalArgumentException("pos must not be negative");
        }
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("hash must be 64 lower-case hexadecimal digits");
        }
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @param text the anchor as one word
     * @return the anchor
     * @throws IllegalArgumentException when it is not one
     */
    public static AuditAnchor parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("text must be a number, a colon and a hash");
        }
        return new AuditAnchor(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    /**
     * The anchor as one word, to be written down elsewhere.
     *
     * @return number and hash with a colon between them
     */
    public String text() {
        return pos + ":" + hash;
    }
}
