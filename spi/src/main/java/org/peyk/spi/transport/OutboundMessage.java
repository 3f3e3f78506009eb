package org.peyk.spi.transport;

import java.util.List;
import org.peyk.spi.Attachment;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Sender;

/**
 * What many recipients get alike. Messages with the same key are the same, so a transport may encode one once and keep it.
 *
 * @param contentKey digest of everything below
 * @param sender in whose name it goes out
 * @param body the text in the recipient's language
 * @param attachments the files
 * @param headers header fields that all recipients share, such as List-Id
 */
public record OutboundMessage(
        String contentKey, Sender sender, LanguageVersion body, List<Attachment> attachments, List<Header> headers) {

    /** Copies the lists. */
    public OutboundMessage {
        attachments = List.copyOf(attachments);
        headers = List.copyOf(headers);
    }

    @Override
    public String toString() {
        return "OutboundMessage[" + contentKey + "]";
    }
}
