package org.peyk.spi;

/** A fact about what a mail announces, asked for by the completeness rules of a {@link Purpose}. */
public enum Detail {
    /** Where it takes place. */
    PLACE("Yer", "Place"),
    /** Who holds it. */
    HOST("Düzenleyen", "Host"),
    /** The day, as {@code yyyy-MM-dd}. */
    DATE("Tarih", "Date"),
    /** The hour, as {@code HH:mm}. */
    TIME("Saat", "Time"),
    /** Whom to ask: a unit's address or extension. */
    CONTACT("İletişim", "Contact"),
    /** A page with more. */
    LINK("Bağlantı", "Link"),
    /** The closing date of a call, as {@code yyyy-MM-dd}. */
    DEADLINE("Son tarih", "Deadline"),
    /** The feast or anniversary. */
    OCCASION("Vesile", "Occasion"),
    /** Whom the mail honours or mourns. */
    HONOUREE("Kişi", "Person concerned"),
    /** How the deceased is related to the university's member. */
    RELATION("Yakınlık", "Relation"),
    /** Time and place of the funeral. */
    FUNERAL("Cenaze bilgisi", "Funeral"),
    /** What is interrupted or closed. */
    AFFECTED("Etkilenen", "What is affected"),
    /** How long it lasts. */
    DURATION("Süre", "Duration"),
    /** Why it cannot wait. */
    URGENCY_REASON("Aciliyet nedeni", "Reason of urgency");

    private final String tr;
    private final String en;

    Detail(String tr, String en) {
        this.tr = tr;
        this.en = en;
    }

    /**
     * The detail as staff call it.
     *
     * @return the name in Turkish and English
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }
}
