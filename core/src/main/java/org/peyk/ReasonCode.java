package org.peyk;

import org.peyk.spi.LocalizedText;

/** Why a request was sent back or refused. Feeds the process's measures. */
public enum ReasonCode {
    /** Information is missing. */
    MISSING_INFORMATION("Eksik bilgi", "Missing information"),
    /** Information is wrong. */
    WRONG_INFORMATION("Yanlış bilgi", "Wrong information"),
    /** Personal data may not be sent like this. */
    PERSONAL_DATA("Kişisel veri (KVKK)", "Personal data"),
    /** It does not suit the university's mail channel. */
    NOT_SUITABLE("İçerik uygun değil", "Content not suitable"),
    /** The wrong people would get it. */
    AUDIENCE("Hedef kitle uygun değil", "Audience not suitable"),
    /** Something else, said in the note. */
    OTHER("Diğer", "Other");

    private final String tr;
    private final String en;

    ReasonCode(String tr, String en) {
        this.tr = tr;
        this.en = en;
    }

    /**
     * The reason as staff call it.
     *
     * @return the name in both languages
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }
}
