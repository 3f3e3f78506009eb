package org.peyk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;

/**
 * Somebody who is left out of every audience.
 *
 * @param id names the entry
 * @param person who; null when it is an address
 * @param channel the address's channel; null when it is a person
 * @param maskedAddress the address in folded form with all but its first character and its domain hidden; null when it is a person
 * @param reason why
 * @param source where this is known from, such as the personnel system or a letter
 * @param addedBy who put it on the list
 * @param addedAt when
 */
public record Exclusion(
        long id,
        @Nullable PersonId person,
        @Nullable Channel channel,
        @Nullable String maskedAddress,
        ExclusionReason reason,
        String source,
        PersonId addedBy,
        Instant addedAt) {

    /**
     * Shows neither person nor address.
     *
     * @return id and reason
     */
    @Override
    public String toString() {
        return "Exclusion[" + id + ", " + reason + "]";
    }
}
