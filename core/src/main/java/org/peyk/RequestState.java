package org.peyk;

import org.peyk.spi.LocalizedText;

/** Where a request stands. Names are stable: they are stored. */
public enum RequestState {
    /** Being written; may be incomplete. */
    DRAFT("Taslak", "Draft", false),
    /** Complete and checked; waits for approvals. */
    IN_APPROVAL("Onay bekliyor", "In approval", false),
    /** Sent back to the requester. */
    CHANGES_REQUESTED("Düzeltme istendi", "Changes requested", false),
    /** Every approval was given after the last change. */
    APPROVED("Onaylandı", "Approved", false),
    /** Waits for its time to be sent. */
    SCHEDULED("Gönderim bekliyor", "Scheduled", false),
    /** Being sent. */
    SENDING("Gönderiliyor", "Sending", false),
    /** Stopped for a while, before or during sending. */
    PAUSED("Durduruldu", "Paused", false),
    /** Every row of the ledger reached a final state. */
    SENT("Gönderildi", "Sent", true),
    /** Refused for good. */
    REJECTED("Reddedildi", "Rejected", true),
    /** Taken back. */
    CANCELLED("İptal edildi", "Cancelled", true),
    /** Its time passed. */
    EXPIRED("Süresi geçti", "Expired", true);

    private final String tr;
    private final String en;
    private final boolean terminal;

    RequestState(String tr, String en, boolean terminal) {
        this.tr = tr;
        this.en = en;
        this.terminal = terminal;
    }

    /**
     * The state as staff call it.
     *
     * @return the name in both languages
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }

    /**
     * Whether nothing leads out of it.
     *
     * @return whether the request is over
     */
    public boolean terminal() {
        return terminal;
    }
}
