package org.peyk;

import org.peyk.spi.LocalizedText;

/** Why somebody is left out of every audience. Names are stable: they are stored, and are the reasons of the rows they lead to. */
public enum ExclusionReason {
    /** The person has died. */
    DECEASED(DeliveryReason.DECEASED),
    /** The person is no longer at the university. */
    LEFT(DeliveryReason.LEFT),
    /** The person wants no mails of the purposes one may opt out of ({@link AudienceRules#optOut()}); all others still go out. */
    OPTED_OUT(DeliveryReason.OPTED_OUT),
    /** Nothing shall go there for the time being. */
    ON_HOLD(DeliveryReason.ON_HOLD),
    /** The address does not exist (hard bounce). */
    ADDRESS_GONE(DeliveryReason.ADDRESS_GONE);

    private final DeliveryReason row;

    ExclusionReason(DeliveryReason row) {
        this.row = row;
    }

    /**
     * The reason as staff would say it.
     *
     * @return the reason in both languages
     */
    public LocalizedText label() {
        return row.label();
    }

    /**
     * The reason that rows of the ledger have by it.
     *
     * @return the reason of a row
     */
    public DeliveryReason row() {
        return row;
    }
}
