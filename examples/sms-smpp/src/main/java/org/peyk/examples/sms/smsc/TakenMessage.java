package org.peyk.examples.sms.smsc;

import java.util.List;

/**
 * A whole message that the centre took.
 *
 * @param number whom it is for, in E.164 form
 * @param text its text, put together
 * @param parts its parts, in order
 * @param sender source_addr
 */
public record TakenMessage(String number, String text, List<Part> parts, String sender) {

    /** Copies the list. */
    public TakenMessage {
        parts = List.copyOf(parts);
    }

    /**
     * One part of it.
     *
     * @param id message_id
     * @param reference user_message_reference, or -1
     * @param receipt whether a receipt was asked for
     * @param dataCoding data_coding
     * @param octets octets of the part as a network carries them, septets packed
     */
    public record Part(String id, int reference, boolean receipt, int dataCoding, int octets) {}

    /** Shows neither number nor text. */
    @Override
    public String toString() {
        return "TakenMessage[" + parts.size() + " parts]";
    }
}
