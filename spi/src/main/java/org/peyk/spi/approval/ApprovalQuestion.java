package org.peyk.spi.approval;

import org.peyk.spi.LocalizedText;

/** What an approver answers for. */
public enum ApprovalQuestion {
    /** The text and files are right. */
    TEXT("Metin", "Text"),
    /** These people shall get it. */
    AUDIENCE("Hedef kitle", "Audience"),
    /** The personal data in it may be sent. */
    PERSONAL_DATA("Kişisel veri", "Personal data");

    private final String tr;
    private final String en;

    ApprovalQuestion(String tr, String en) {
        this.tr = tr;
        this.en = en;
    }

    /**
     * The question as staff call it.
     *
     * @return the name in both languages
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }
}
