package org.peyk.spi;

import org.jspecify.annotations.Nullable;

/**
 * In whose name a request is sent and where its answers go.
 *
 * @param address the From address, an institutional mailbox
 * @param displayName the name shown beside it
 * @param replyTo where answers go, or null for the From address
 */
public record Sender(
        String address, String displayName, @Nullable String replyTo) {

    /**
     * Checks for characters that could forge a header; whether the addresses are well formed is checked at submission.
     *
     * @throws IllegalArgumentException when a part holds a control character, or the address is blank
     */
    public Sender {
        Texts.requireLine(address, "address");
        Texts.requireCleanLine(displayName, "displayName");
        Texts.requireCleanLineOrNull(replyTo, "replyTo");
    }

    @Override
    public String toString() {
        return "Sender[…]";
    }
}
