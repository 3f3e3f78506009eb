package org.peyk;

import java.util.List;
import java.util.Locale;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;

/**
 * What became of a test send. Holds no address.
 *
 * @param digest the digest of everything an approval binds to, from which the message was made
 * @param bodySha256 digest of the message's body, everything after the header: the one of {@link Preparation#preview} and of what is sent later
 * @param language the language of the text that was sent
 * @param copies one for each person, in the order in which they were named
 */
public record TestSend(String digest, String bodySha256, Locale language, List<Copy> copies) {

    /** Copies the list. */
    public TestSend {
        copies = List.copyOf(copies);
    }

    /**
     * What became of one person's copy.
     *
     * @param person whose
     * @param result what became of it
     * @param text the same in words, with the server's reply code where it gave one, and what to do
     */
    public record Copy(PersonId person, Result result, LocalizedText text) {}

    /** What can become of a copy. */
    public enum Result {
        /** The server took it. */
        ACCEPTED,
        /** The server did not take it for now; nothing is tried again by itself. */
        DEFERRED,
        /** The server does not take it. */
        REFUSED,
        /** It may have arrived: the connection was lost before the answer. */
        IN_DOUBT,
        /** The directory knows no address of the person that mail can be sent to. */
        NO_ADDRESS
    }

    /**
     * Whether everybody's copy was taken.
     *
     * @return whether it was
     */
    public boolean complete() {
        return copies.stream().allMatch(c -> c.result() == Result.ACCEPTED);
    }
}
