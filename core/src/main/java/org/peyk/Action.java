package org.peyk;

import org.peyk.spi.LocalizedText;

/** What can be done with a request, by people or by the process itself. */
public enum Action {
    /** Change the form. */
    REVISE("Düzenle", "Revise", true),
    /** Hand it in for approval. */
    SUBMIT("Onaya sun", "Submit", true),
    /** Let a finding pass, with a legal basis. */
    RELEASE_FINDING("Bulguyu serbest bırak", "Release a finding", true),
    /** Approve. */
    APPROVE("Onayla", "Approve", true),
    /** Send back for change. */
    REQUEST_CHANGES("Düzeltme iste", "Request changes", true),
    /** Refuse for good. */
    REJECT("Reddet", "Reject", true),
    /** Take back, or stop for good. */
    CANCEL("İptal et", "Cancel", true),
    /** Set the time of sending. */
    SCHEDULE("Gönderimi planla", "Schedule", true),
    /** Stop for a while. */
    PAUSE("Durdur", "Pause", true),
    /** Go on. */
    RESUME("Sürdür", "Resume", true),
    /** Take back an own approval, as long as nothing was sent. */
    WITHDRAW_APPROVAL("Onayı geri al", "Withdraw approval", true),
    /** Let somebody else decide in one's place, for this request. */
    DELEGATE("Onayı devret", "Delegate the decision", true),
    /** Give the request to another requester of the unit. */
    HAND_OVER("Talebi devret", "Hand over", true),
    /** Say that the use of a permission was looked at. */
    CLOSE_REVIEW("İncelemeyi kapat", "Close the review", true),
    /** Write a remark. */
    COMMENT("Not yaz", "Comment", true),
    /** Begin to send, after the digest was compared. */
    START_SENDING("Gönderime başla", "Start sending", false),
    /** Do not send, because something is not as approved. */
    REFUSE_SENDING("Gönderimi reddet", "Refuse sending", false),
    /** Note that the audience was turned into ledger rows. */
    RECORD_EXPANSION("Alıcı listesini kaydet", "Record expansion", false),
    /** Note that every row is final. */
    COMPLETE("Tamamla", "Complete", false),
    /** Remind those who may decide a step. */
    REMIND("Hatırlat", "Remind", false),
    /** Let somebody else decide a step as well. */
    ESCALATE("Üst makama taşı", "Escalate", false),
    /** Say that the time is nearly over. */
    WARN_EXPIRY("Süre dolmadan uyar", "Warn of expiry", false),
    /** Note that the time passed. */
    EXPIRE("Süreyi bitir", "Expire", false),
    /** Note something about sending or answers that leaves the state as it is. */
    NOTE("Kayda geçir", "Note", false);

    private final String tr;
    private final String en;
    private final boolean byPerson;

    Action(String tr, String en, boolean byPerson) {
        this.tr = tr;
        this.en = en;
        this.byPerson = byPerson;
    }

    /**
     * The action as a button would say it.
     *
     * @return the name in both languages
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }

    /**
     * Whether people do it; the others are done by the process itself.
     *
     * @return whether a person is the actor
     */
    public boolean byPerson() {
        return byPerson;
    }
}
