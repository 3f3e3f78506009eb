package org.peyk;

import org.peyk.spi.LocalizedText;

/** What became of a notice. */
public enum NoticeState {
    /** Recorded, and to be sent, perhaps again. */
    PENDING("Sırada", "Waiting to be sent"),
    /** Handed over. */
    SENT("Gönderildi", "Sent"),
    /** Refused for good, or not taken until the last attempt. */
    FAILED("Gönderilemedi", "Failed"),
    /** The person is inactive or unknown, or has no address that can be written to. */
    UNREACHABLE("Ulaşılamıyor", "Cannot be reached"),
    /** Its kind is switched off: recorded, and not sent. */
    SWITCHED_OFF("Kapalı", "Switched off");

    private final String tr;
    private final String en;

    NoticeState(String tr, String en) {
        this.tr = tr;
        this.en = en;
    }

    /**
     * The state as staff call it.
     *
     * @return the name in both languages
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }
}
