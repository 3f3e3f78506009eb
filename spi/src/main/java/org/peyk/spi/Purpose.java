package org.peyk.spi;

/** Why a mail is asked for. What a complete request holds and who must approve it depend on this. */
public enum Purpose {
    /** Something people should know. */
    INFORMATION("Bilgilendirme", "Information"),
    /** An event people are asked to come to. */
    INVITATION("Davet", "Invitation"),
    /** A feast or an anniversary. */
    CELEBRATION("Kutlama", "Celebration"),
    /** Somebody's success. */
    CONGRATULATION("Tebrik", "Congratulation"),
    /** Somebody's death. */
    CONDOLENCE("Taziye", "Condolence"),
    /** A call for applications, papers or donors, with a closing date. */
    CALL("Çağrı", "Call"),
    /** A planned or running interruption of water, power, network or a system. */
    OUTAGE("Kesinti", "Outage"),
    /** Something that cannot wait and concerns safety or closure. */
    EMERGENCY("Acil", "Emergency");

    private final String tr;
    private final String en;

    Purpose(String tr, String en) {
        this.tr = tr;
        this.en = en;
    }

    /**
     * The purpose as staff call it.
     *
     * @return the name in Turkish and English
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }
}
