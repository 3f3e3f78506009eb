package org.peyk;

import org.peyk.spi.LocalizedText;

/** What a person decides about a message in doubt. */
public enum Settlement {
    /** It was delivered, as the server's log or the recipient says. */
    SENT("Ulaştı say", "Count as sent"),
    /** It shall be sent again with the same Message-ID; the recipient may get it twice. */
    RESEND("Yeniden gönder", "Send again"),
    /** It stays unknown and nothing more is done. */
    CLOSE("Belirsiz olarak kapat", "Close as unknown");

    private final String tr;
    private final String en;

    Settlement(String tr, String en) {
        this.tr = tr;
        this.en = en;
    }

    /**
     * The decision as a button would say it.
     *
     * @return the name in both languages
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }
}
