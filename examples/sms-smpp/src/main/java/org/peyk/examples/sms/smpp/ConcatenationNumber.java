package org.peyk.examples.sms.smpp;

import java.nio.charset.StandardCharsets;
import org.peyk.spi.Sha256;

/**
 * The number by which a telephone knows the parts of one message. It is made from the Message-ID, so it is the same at every attempt: a
 * telephone that got some parts completes the message with those that come later, and takes those that come again for what they are.
 */
final class ConcatenationNumber {

    private static final int HEX = 16;
    private static final int DIGITS = 4;

    private ConcatenationNumber() {}

    static int of(String messageId) {
        String digest = Sha256.hex(messageId.getBytes(StandardCharsets.UTF_8));
        return Integer.parseInt(digest.substring(0, DIGITS), HEX);
    }
}
