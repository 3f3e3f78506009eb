package org.peyk;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;

/**
 * What holds of every audience.
 *
 * @param optOut purposes of which a person may say that he wants no such mails; a mail for any other purpose is official and goes out all the
 *     same, with a line that says why
 * @param officialNote that line; put at the end of the mail of those who opted out, and of nobody else's
 * @param driftShare share of the approved size by which an audience may grow or shrink between approval and sending, 0 to 1
 * @param driftPeople people by which it may do so in any case, as small lists change by large shares
 */
public record AudienceRules(Set<Purpose> optOut, LocalizedText officialNote, double driftShare, long driftPeople) {

    /** Purposes people may opt out of: {@code INVITATION}, {@code CELEBRATION} and {@code CONGRATULATION}. */
    public static final Set<Purpose> DEFAULT_OPT_OUT =
            Collections.unmodifiableSet(EnumSet.of(Purpose.INVITATION, Purpose.CELEBRATION, Purpose.CONGRATULATION));

    /** Says that the mail is official. */
    public static final LocalizedText DEFAULT_OFFICIAL_NOTE = new LocalizedText(
            "Etkinlik iletilerini almama tercihiniz kayıtlıdır. Bu ileti resmî bir duyuru olduğu için size de gönderildi.",
            "Your wish to get no mails about events is kept. This mail was sent to you as well because it is an official announcement.");

    /** Share by which an audience may drift: {@value}. */
    public static final double DEFAULT_DRIFT_SHARE = 0.05;

    /** People by which it may drift in any case: {@value}. */
    public static final long DEFAULT_DRIFT_PEOPLE = 20;

    /** The documented defaults. */
    public static final AudienceRules DEFAULT =
            new AudienceRules(DEFAULT_OPT_OUT, DEFAULT_OFFICIAL_NOTE, DEFAULT_DRIFT_SHARE, DEFAULT_DRIFT_PEOPLE);

    /**
     * Checks the numbers and copies the set.
     *
     * @throws IllegalArgumentException when the share is not between 0 and 1, or the number of people is negative
     */
    public AudienceRules {
        optOut = optOut.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(optOut));
        if (!(driftShare >= 0 && driftShare <= 1)) {
            throw new IllegalArgumentException("driftShare must be between 0 and 1");
        }
        if (driftPeople < 0) {
            throw new IllegalArgumentException("driftPeople must not be negative");
        }
    }

    /**
     * The same with other purposes to opt out of.
     *
     * @param purposes the purposes
     * @return new rules
     */
    public AudienceRules withOptOut(Set<Purpose> purposes) {
        return new AudienceRules(purposes, officialNote, driftShare, driftPeople);
    }

    /**
     * The same with another bound of drift.
     *
     * @param share share of the approved size, 0 to 1
     * @param people people in any case
     * @return new rules
     */
    public AudienceRules withDrift(double share, long people) {
        return new AudienceRules(optOut, officialNote, share, people);
    }

    /**
     * Whether an audience has drifted too far from what was approved.
     *
     * @param approved how many people were approved
     * @param now how many it holds now
     * @return whether the difference is more than both bounds allow
     */
    public boolean drifted(long approved, long now) {
        long off = Math.abs(approved - now);
        return off > driftPeople && off > approved * driftShare;
    }
}
