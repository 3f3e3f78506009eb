package org.peyk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;

/**
 * One line of the journal of exclusions. Lines are chained by their hashes; see {@link Exclusions#verifyJournal}.
 *
 * @param seq its place, from 1
 * @param at when
 * @param actor who did it
 * @param added whether somebody was put on the list; false when somebody was taken off
 * @param person whom; null when it was an address
 * @param addressSha256 SHA-256 of the channel and the folded address, by which a known address can be found again; null when it was a person
 * @param reason why he was or had been on it
 * @param source where it is known from, or why he was taken off
 */
public record ExclusionChange(
        long seq,
        Instant at,
        PersonId actor,
        boolean added,
        @Nullable PersonId person,
        @Nullable String addressSha256,
        ExclusionReason reason,
        String source) {

    /**
     * Shows neither person nor address.
     *
     * @return place, what happened and reason
     */
    @Override
    public String toString() {
        return "ExclusionChange[" + seq + ", " + (added ? "added" : "lifted") + ", " + reason + "]";
    }
}
