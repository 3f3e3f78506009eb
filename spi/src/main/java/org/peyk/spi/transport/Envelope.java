package org.peyk.spi.transport;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one recipient alone. There is one recipient per message, always.
 *
 * @param recipient the address: a mail address, or a phone number in E.164 form
 * @param recipientName the name for the To header, or null
 * @param returnPath where reports go (RFC 5321 section 4.4); ignored by channels that have none
 * @param messageId the Message-ID with angle brackets, fixed when the audience was expanded, the same at every attempt
 * @param date the Date of the message
 * @param headers header fields of this recipient alone
 */
public record Envelope(
        String recipient,
        @Nullable String recipientName,
        String returnPath,
        String messageId,
        Instant date,
        List<Header> headers) {

    /**
     * Refuses whatever could become a command or a header of its own, and copies the list.
     *
     * @throws IllegalArgumentException when a text holds a control or line-break character
     */
    public Envelope {
        require(recipient, "recipient");
        if (recipientName != null) {
            require(recipientName, "recipientName");
        }
        require(returnPath, "returnPath");
        require(messageId, "messageId");
        headers = List.copyOf(headers);
    }

    private static void require(String value, String parameter) {
        if (!Header.staysInOneField(value)) {
            throw new IllegalArgumentException(parameter + " holds a control or line-break character");
        }
    }

    /**
     * Shows no address and no name.
     *
     * @return the Message-ID alone
     */
    @Override
    public String toString() {
        return "Envelope[" + messageId + "]";
    }
}
