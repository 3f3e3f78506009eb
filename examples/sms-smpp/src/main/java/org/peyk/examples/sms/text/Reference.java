package org.peyk.examples.sms.text;

/** How the parts of one message are known to belong together (3GPP TS 23.040 sections 9.2.3.24.1 and 9.2.3.24.8). */
public enum Reference {
    /** A number of 8 bits: a part holds one septet more, and one in 256 messages to a telephone meets the number of another. */
    BITS_8(5, 1),
    /** A number of 16 bits. */
    BITS_16(6, 2);

    private final int octets;
    private final int numberOctets;

    Reference(int octets, int numberOctets) {
        this.octets = octets;
        this.numberOctets = numberOctets;
    }

    /** Octets of the element that joins the parts. */
    int octets() {
        return octets;
    }

    /** The element for one part. */
    byte[] element(int reference, int parts, int part) {
        return numberOctets == 1
                ? new byte[] {0x00, 3, (byte) reference, (byte) parts, (byte) part}
                : new byte[] {0x08, 4, (byte) (reference >> 8), (byte) reference, (byte) parts, (byte) part};
    }
}
