package org.peyk;

import org.peyk.spi.LocalizedText;

/** Every reason for which the library says no. Codes are stable and listed in the documentation. */
public enum ErrorCode {
    /** The action does not fit the request's state. */
    STATE(
            "PEYK-101",
            "Bu işlem talebin şu anki durumunda yapılamaz.",
            "This cannot be done in the request's present state."),
    /** Somebody else changed the request meanwhile. */
    VERSION_CONFLICT(
            "PEYK-102",
            "Talep bu arada değişti; güncel hâlini açıp yeniden deneyin.",
            "The request has changed meanwhile; open its present version and try again."),
    /** There is no such request. */
    NOT_FOUND("PEYK-103", "Böyle bir talep yok.", "There is no such request."),
    /** The person may not do this. */
    NOT_PERMITTED(
            "PEYK-104",
            "Bu işlem için yetkiniz yok; talep sahibi ya da Kurumsal İletişim yapabilir.",
            "You may not do this; the requester or the communications office can."),
    /** The requester does not belong to the unit in whose name it is asked. */
    REQUESTER_UNIT(
            "PEYK-105",
            "Talep sahibi bu birim adına talepte bulunamaz; kendi biriminizi seçin ya da birimin iletişim temsilcisine başvurun.",
            "The requester cannot ask in the name of this unit; choose your own unit or ask its communications representative."),
    /** Information is missing. */
    INCOMPLETE(
            "PEYK-201",
            "Talepte eksik bilgi var; listedekileri tamamlayıp yeniden sunun.",
            "The request is incomplete; fill in what is listed and submit again."),
    /** A finding blocks. */
    BLOCKED_BY_FINDINGS(
            "PEYK-202",
            "Kişisel veri bulguları gönderimi engelliyor; kaldırın ya da yetkili yasal dayanağıyla serbest bıraksın.",
            "Findings block the request; remove them or have them released with a legal basis."),
    /** A finding needs a reason. */
    JUSTIFICATION_NEEDED(
            "PEYK-203",
            "Bazı bulgular için gerekçe, kanuna ilişkin olanlar için yasal dayanak da yazılmalı.",
            "Some findings need a reason, and those about the law a legal basis as well."),
    /** No approval policy is configured. */
    NO_POLICY(
            "PEYK-204",
            "Onay kuralı tanımlı değil; kural yoksa gönderim de yok. Sistem yöneticisine başvurun.",
            "No approval policy is configured, so nothing may be sent. Ask the administrator."),
    /** The approval policy could not answer. */
    POLICY_FAILED(
            "PEYK-205",
            "Onay kuralı çalıştırılamadı; talep olduğu gibi duruyor. Sistem yöneticisine başvurun.",
            "The approval policy failed; the request is unchanged. Ask the administrator."),
    /** The approval policy says no. */
    POLICY_DENIED(
            "PEYK-206", "Onay kuralı bu gönderime izin vermiyor.", "The approval policy does not allow this mail."),
    /** Nobody is left who may approve a step. */
    NO_APPROVER(
            "PEYK-207",
            "Bir onay adımı için yetkili kimse kalmadı (talebe dokunan kişi onaylayamaz).",
            "Nobody is left who may decide an approval step (whoever touched the request may not)."),
    /** The audience is empty. */
    AUDIENCE_EMPTY("PEYK-208", "Hedef kitlede hiç alıcı yok.", "The audience holds nobody."),
    /** The audience is not of the expected size. */
    AUDIENCE_SIZE(
            "PEYK-209",
            "Hedef kitle beklenen kişi sayısından çok farklı; listeyi ya da sayıyı düzeltin.",
            "The audience differs much from the expected size; correct the list or the number."),
    /** A recipient source could not be read. */
    AUDIENCE_UNREADABLE(
            "PEYK-210",
            "Alıcı kaynağı okunamadı; kaynak adını ve erişimi denetleyin.",
            "A recipient source could not be read; check its name and access."),
    /** The sender's address is not well formed. */
    ADDRESS_MALFORMED(
            "PEYK-211",
            "Gönderen ya da yanıt adresi geçerli bir e-posta adresi değil.",
            "The sender's or the reply address is not a well-formed mail address."),
    /** There is no such finding. */
    FINDING_UNKNOWN(
            "PEYK-212",
            "Böyle bir bulgu yok; metin değişmiş olabilir, bulguları yenileyin.",
            "There is no such finding; the text may have changed, list the findings again."),
    /** The approver touched the request. */
    APPROVER_TOUCHED(
            "PEYK-301",
            "Talebi yapan, adına giren ya da düzenleyen kişi onaylayamaz.",
            "Whoever asked for, entered or edited the request may not decide it."),
    /** The approver has no authority over an open step. */
    APPROVER_NO_AUTHORITY(
            "PEYK-302",
            "Bekleyen onay adımlarında yetkiniz yok.",
            "You have no authority over an approval step that is open now."),
    /** The text is not the one the approver saw. */
    APPROVAL_STALE(
            "PEYK-303",
            "Metin siz gördükten sonra değişti; güncel hâlini açıp yeniden karar verin.",
            "The text has changed since you saw it; open the present one and decide again."),
    /** An approval is missing. */
    NOT_APPROVED(
            "PEYK-304",
            "Bütün onaylar tamamlanmadan gönderilemez.",
            "It cannot be sent before every approval is given."),
    /** What would be sent is not what was approved. */
    DIGEST_MISMATCH(
            "PEYK-305",
            "Gönderilecek içerik onaylanan içerikle aynı değil; gönderilmedi.",
            "What would be sent is not what was approved; nothing was sent."),
    /** A time is in the past or outside of the window. */
    TIME_INVALID(
            "PEYK-306",
            "Gönderim zamanı geçmişte ya da izin verilen aralığın dışında.",
            "The time of sending is in the past or outside of the allowed window."),
    /** The lead time does not allow it so early. */
    LEAD_TIME(
            "PEYK-314",
            "Başvuru süresi bu kadar erken bir gönderime yetmiyor; daha geç bir gün seçin ya da gerekçesiyle acil duyuru isteyin.",
            "The lead time does not allow sending so early; choose a later day, or ask for an urgent notice with its reason."),
    /** There is no approval of the actor's own to take back. */
    NOTHING_TO_WITHDRAW(
            "PEYK-307",
            "Bu talepte geri alabileceğiniz bir onayınız yok.",
            "You have no approval of this request to take back."),
    /** The new requester approved the request. */
    HAND_OVER_TO_APPROVER(
            "PEYK-308",
            "Talebi onaylamış biri onun sahibi olamaz; birimden başka birini seçin.",
            "Whoever approved the request cannot become its requester; choose somebody else of the unit."),
    /** The new requester is not active in the request's unit. */
    HAND_OVER_UNIT(
            "PEYK-309",
            "Yeni talep sahibi, talebin biriminde görevli biri olmalı.",
            "The new requester must be somebody active in the request's unit."),
    /** The person a decision is given to is unknown or inactive. */
    DELEGATE_INACTIVE(
            "PEYK-310",
            "Kararı devredeceğiniz kişi görevde değil ya da rehberde yok; başka birini seçin.",
            "The person you delegate to is not active or not known; choose somebody else."),
    /** No review is open. */
    NO_OPEN_REVIEW("PEYK-311", "Bu talebin açık bir incelemesi yok.", "No review of this request is open."),
    /** The person may not close the review. */
    NOT_A_REVIEWER(
            "PEYK-312",
            "İncelemeyi, talebe dokunmamış ve onu onaylamamış yetkili kapatabilir.",
            "Only a reviewer who neither touched nor approved the request can close its review."),
    /** A permission was used too often. */
    PERMISSION_USED_UP(
            "PEYK-313",
            "Önceden verilmiş iznin bu dönemdeki kullanım sayısı doldu; talebi yeniden sunun, olağan onaylar istenecek.",
            "The blanket permission is used up for this period; submit again, and the usual approvals will be asked for."),
    /** The store is in use by another process. */
    STORE_LOCKED(
            "PEYK-401",
            "Veri deposu başka bir süreç tarafından kullanılıyor; onu kapatın ya da başka bir klasör seçin.",
            "The store is in use by another process; stop that one or choose another directory."),
    /** The store does not keep what it acknowledged. */
    STORE_WEAK(
            "PEYK-402",
            "Veri deposu onayladığı kaydı çökmede koruyamıyor, bu yüzden açılmadı; gömülü depo için H2 2.4.240 kullanın, PostgreSQL'de"
                    + " fsync ve synchronous_commit açık olsun.",
            "The store cannot keep acknowledged commits through a crash, so it was not opened; use H2 2.4.240 for the embedded"
                    + " store, and leave fsync and synchronous_commit on in PostgreSQL."),
    /** The store cannot be reached or failed. */
    STORE_UNAVAILABLE(
            "PEYK-403",
            "Veri deposuna erişilemiyor; kaydedilmiş hiçbir şey kaybolmadı, erişim düzelince sürdürün.",
            "The store cannot be reached; nothing that was stored is lost, go on when it is back."),
    /** The store's schema is not one this version knows. */
    STORE_SCHEMA(
            "PEYK-404",
            "Veri deposunun şeması bu sürüme uymuyor; güncel sürümü kullanın.",
            "The store's schema does not fit this version; use the current version."),
    /** A transaction to join is one of another database. */
    JOIN_OTHER_STORE(
            "PEYK-405",
            "Verilen bağlantı başka bir veri tabanına ya da şemaya açılmış; veri deposunun bulunduğu yere açılmış bir bağlantı"
                    + " verin. İşleminizde hiçbir şey değişmedi.",
            "The connection is to another database or schema; give one to where the store is. Nothing in your transaction"
                    + " was changed."),
    /** There is no transaction to join. */
    JOIN_NO_TRANSACTION(
            "PEYK-406",
            "Katılınacak açık bir işlem yok: bağlantı kapalı, otomatik onay açık ya da işlem bitmiş. autoCommit(false) ile bir"
                    + " işlem açıp yeniden deneyin.",
            "There is no open transaction to join: the connection is closed, commits by itself, or its transaction is over."
                    + " Open one with autoCommit(false) and try again."),
    /** Another transaction was in the way of the one that was joined. */
    JOIN_CONFLICT(
            "PEYK-407",
            "Katılınan işlem başka bir işlemle çakıştı; işleminizi geri alıp baştan çalıştırın.",
            "The joined transaction met another one in its way; roll it back and run it again from its start."),
    /** The store's file is damaged, cut off or gone. */
    STORE_DAMAGED(
            "PEYK-408",
            "Veri deposunun dosyası bozuk ya da eksik, bu yüzden açılmadı; klasörü olduğu gibi saklayın ve son yedeği geri yükleyin.",
            "The store's file is damaged or missing, so it was not opened; keep the directory as it is and restore the last backup."),
    /** Configuration is wrong. */
    CONFIGURATION("PEYK-501", "Yapılandırma hatalı.", "The configuration is wrong."),
    /** A plugin failed. */
    PLUGIN_FAILED("PEYK-502", "Bir eklenti çalıştırılamadı.", "A plugin failed."),
    /** No transport serves a channel of the request. */
    NO_TRANSPORT(
            "PEYK-503",
            "Talebin kanallarından biri için gönderim eklentisi yok.",
            "No transport serves one of the request's channels."),
    /** A document could not be read. */
    DOCUMENT_UNREADABLE(
            "PEYK-504",
            "Belge okunamadı; açılabilen bir .docx, .pdf, .txt ya da .html verin.",
            "The document could not be read; give a .docx, .pdf, .txt or .html that opens."),
    /** A delivery is not in doubt. */
    NOT_IN_DOUBT("PEYK-505", "Bu kayıt belirsiz durumda değil.", "This delivery is not in doubt."),
    /** A reply case does not exist or is closed. */
    CASE_CLOSED("PEYK-506", "Bu yanıt kaydı yok ya da kapatılmış.", "This reply case does not exist or is closed.");

    private final String code;
    private final String tr;
    private final String en;

    ErrorCode(String code, String tr, String en) {
        this.code = code;
        this.tr = tr;
        this.en = en;
    }

    /**
     * The stable code, such as {@code PEYK-101}.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * The general sentence; exceptions may say it more exactly.
     *
     * @return what is wrong and what to do
     */
    public LocalizedText text() {
        return new LocalizedText(tr, en);
    }
}
