package org.peyk.spi.transport;

/**
 * A header field of a message.
 *
 * @param name field name (RFC 5322 section 2.2): printable ASCII without colon
 * @param value unfolded value, perhaps with characters beyond ASCII, which the transport encodes (RFC 2047)
 */
public record Header(String name, String value) {

    /**
     * Refuses whatever could become a second header.
     *
     * @throws IllegalArgumentException when the name is not a field name or the value holds a control or line-break character
     */
    public Header {
        if (name.isEmpty() || !name.chars().allMatch(c -> c > 32 && c < 127 && c != ':')) {
            throw new IllegalArgumentException("name is not a header field name");
        }
        if (!staysInOneField(value)) {
            throw new IllegalArgumentException("value of header " + name + " holds a control or line-break character");
        }
    }

    /** Whether a value holds nothing that some software takes for the end of a line. */
    static boolean staysInOneField(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 32 && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Header[" + name + "]";
    }
}
