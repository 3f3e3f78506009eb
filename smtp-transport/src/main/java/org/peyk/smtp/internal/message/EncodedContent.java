package org.peyk.smtp.internal.message;

/**
 * What all recipients of a content share, encoded once.
 *
 * @param header the header lines that do not depend on the recipient, MIME ones included
 * @param body everything after the empty line, with CRLF line ends
 * @param stuffed the body as it goes through DATA; the same array when no line begins with a dot
 * @param relaxedSha256 digest of the body as signatures name it; empty when nothing is signed
 */
record EncodedContent(String header, byte[] body, byte[] stuffed, byte[] relaxedSha256) {

    long size() {
        return header.length() + (long) body.length + (stuffed == body ? 0 : stuffed.length);
    }

    @Override
    public String toString() {
        return "EncodedContent[" + body.length + " bytes]";
    }
}
