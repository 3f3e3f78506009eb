package org.peyk.spi.transport;

import org.jspecify.annotations.Nullable;

/**
 * What the other side answered.
 *
 * @param code the reply code, such as 250 in SMTP; 0 when there was no complete reply
 * @param enhanced the enhanced status code, or null
 * @param text the first line of the reply's text, cut to 500 characters, with addresses removed by the transport
 * @param phase how far the transaction had come
 */
public record ServerReply(int code, @Nullable EnhancedStatusCode enhanced, String text, Phase phase) {

    /**
     * There was no complete reply.
     *
     * @param reason what happened instead, without personal data
     * @param phase how far the transaction had come
     * @return a reply with code 0
     */
    public static ServerReply none(String reason, Phase phase) {
        return new ServerReply(0, null, reason, phase);
    }
}
