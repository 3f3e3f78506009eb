package org.peyk.spi.directory;

import java.time.Instant;
import org.peyk.spi.PersonId;

/**
 * Somebody acts for somebody else for a while (vekâlet). Not transitive: a deputy's deputy is nobody.
 *
 * @param principal who is represented
 * @param deputy who acts
 * @param from first moment, inclusive
 * @param until last moment, exclusive
 */
public record Deputyship(PersonId principal, PersonId deputy, Instant from, Instant until) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException when the end is not after the beginning or both are one person
     */
    public Deputyship {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until must be later than from");
        }
        if (principal.equals(deputy)) {
            throw new IllegalArgumentException("principal and deputy must be different persons");
        }
    }

    /**
     * Whether it holds at a moment.
     *
     * @param at the moment
     * @return whether the moment lies in it
     */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
