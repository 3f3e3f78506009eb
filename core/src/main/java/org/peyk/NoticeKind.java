package org.peyk;

import org.peyk.spi.LocalizedText;

/** What a notice of the process to its own people is about. Names are stable: they are stored, and portals name their templates by them. */
public enum NoticeKind {
    /** To everybody who may decide an open step now: an approval waits. */
    APPROVAL_WAITING("Onay bekliyor", "Approval waiting", true),
    /** To the same, after the days of the plan: it still waits. */
    REMINDED("Onay anımsatması", "Approval reminder", true),
    /** To those a step was escalated to. */
    ESCALATED("Onay üst makama çıktı", "Approval escalated", true),
    /** To the requester's side: it was sent back, or could not be sent as it was. */
    RETURNED("Düzeltme için geri gönderildi", "Returned for change", false),
    /** To the requester's side: its time is nearly over. */
    EXPIRY_NEAR("Süresi doluyor", "Expiry near", false),
    /** To the requester's side: its time passed. */
    EXPIRED("Süresi doldu", "Expired", false),
    /** To the requester's side: everybody who had to has approved. */
    APPROVED("Onaylandı", "Approved", false),
    /** To the requester's side: it was refused for good. */
    REJECTED("Reddedildi", "Rejected", false),
    /** To the requester's side: the sending is finished. */
    SENT("Gönderim tamamlandı", "Sending finished", false),
    /** To those who had approved: their approval is void, as the request was changed. */
    APPROVALS_VOIDED("Onay geçersiz oldu", "Approval void", false),
    /** To those who had approved: it was returned, refused, cancelled or expired all the same. */
    APPROVED_IN_VAIN("Onaylanan talep gönderilmedi", "Approved and not sent", false),
    /** To the new owner of a request whose requester cannot go on with it. */
    HANDED_OVER("Talep devredildi", "Request handed over", false),
    /** To those who must look at it afterwards. */
    REVIEW_OPENED("Sonradan inceleme açıldı", "Later review open", false),
    /** To somebody who answered an approval mail with something that decided nothing. */
    ANSWER_NOT_TAKEN("Yanıt onay sayılmadı", "Answer not taken as a decision", true);

    private final String tr;
    private final String en;
    private final boolean answerable;

    NoticeKind(String tr, String en, boolean answerable) {
        this.tr = tr;
        this.en = en;
        this.answerable = answerable;
    }

    /**
     * The kind as staff call it.
     *
     * @return the name in both languages
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }

    /**
     * Whether a notice of this kind can be answered with a decision, where that is switched on.
     *
     * @return whether it asks its reader to decide
     */
    public boolean answerable() {
        return answerable;
    }
}
