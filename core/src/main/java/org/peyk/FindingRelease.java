package org.peyk;

import java.time.Instant;
import org.peyk.spi.PersonId;

/**
 * Somebody let a finding pass.
 *
 * @param key the finding's key
 * @param by who
 * @param dataProtection whether with the data-protection role, which a blocking finding needs
 * @param legalBasis the legal basis, such as {@code KVKK m. 5/2-ç}; may be empty for a finding that names no article
 * @param reason why, in words
 * @param at when
 */
public record FindingRelease(
        String key, PersonId by, boolean dataProtection, String legalBasis, String reason, Instant at) {

    /** Stands as the legal basis where none is needed, as what was found is no personal data. */
    public static final String FALSE_ALARM = "Yanlış alarm / false alarm";

    /**
     * Whether the data-protection officer said that the finding is none.
     *
     * @return whether it was marked as a false alarm
     */
    public boolean falseAlarm() {
        return dataProtection && legalBasis.equals(FALSE_ALARM);
    }
}
