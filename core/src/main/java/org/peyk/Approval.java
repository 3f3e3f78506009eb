package org.peyk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;

/**
 * One approval that counts.
 *
 * @param step id of the plan's step
 * @param by who approved
 * @param onBehalfOf for whom, when a deputy approved (vekâleten), or null
 * @param digest digest of what was approved
 * @param at when
 */
public record Approval(String step, PersonId by, @Nullable PersonId onBehalfOf, String digest, Instant at) {

    /**
     * The person whose authority was used, who counts once however many deputies act.
     *
     * @return the principal, or the approver
     */
    public PersonId authority() {
        return onBehalfOf == null ? by : onBehalfOf;
    }
}
