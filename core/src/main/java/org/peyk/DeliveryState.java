package org.peyk;

import org.peyk.spi.LocalizedText;

/** Where one recipient's message stands in the ledger. Names are stable: they are stored. */
public enum DeliveryState {
    /** Nothing was tried, or it is safe to try again. */
    PENDING("Bekliyor", "Pending", false),
    /** A worker holds it; nothing has left. */
    CLAIMED("Sırada", "Claimed", false),
    /** The intent is stored; its end may leave at any moment. */
    IN_FLIGHT("Gönderiliyor", "In flight", false),
    /** The other side took responsibility (RFC 5321 section 4.2.5). */
    SENT("Gönderildi", "Sent", true),
    /** Certainly not accepted; tried again later. */
    DEFERRED("Ertelendi", "Deferred", false),
    /** Certainly not accepted, for good. */
    FAILED("Gönderilemedi", "Failed", true),
    /** It may have been accepted; no complete reply is known (RFC 1047). Final unless it is to be sent again. */
    IN_DOUBT("Belirsiz", "In doubt", true),
    /** In doubt, and closed as such by a person. */
    CLOSED_IN_DOUBT("Belirsiz, kapatıldı", "Closed in doubt", true),
    /** Never to be sent, as the address is known not to exist. */
    SUPPRESSED("Geçersiz adres", "Suppressed", true),
    /** Never to be sent, as the person is excluded from this audience. */
    SKIPPED("Hariç tutuldu", "Skipped", true),
    /** Not sent, as the request was cancelled or its time passed. */
    CANCELLED("İptal edildi", "Cancelled", true);

    private final String tr;
    private final String en;
    private final boolean settled;

    DeliveryState(String tr, String en, boolean settled) {
        this.tr = tr;
        this.en = en;
        this.settled = settled;
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
     * Whether a request can be finished with rows in this state. A row in doubt counts, unless its request sends such rows again.
     *
     * @return whether nothing more happens to it by itself
     */
    public boolean settled() {
        return settled;
    }
}
