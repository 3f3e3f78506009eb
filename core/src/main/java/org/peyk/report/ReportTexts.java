package org.peyk.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.event.EventType;
import org.peyk.spi.mailbox.IncomingKind;

/** What the page says. */
final class ReportTexts {

    static final LocalizedText TITLE = of("Mail Gönderimi Süreci Raporu", "Report of the mail sending process");
    static final LocalizedText PERIOD = of("Dönem", "Period");
    static final LocalizedText MADE_AT = of("Hazırlanma", "Made");
    static final LocalizedText MEASURES = of("Sürecin üç ölçütü", "The process’s three measures");
    static final LocalizedText NOT_APPLICABLE = of("Henüz ölçülecek talep yok.", "No request to measure yet.");
    static final LocalizedText AT_A_GLANCE = of("Bir bakışta", "At a glance");
    static final LocalizedText REQUESTS = of("Talepler", "Requests");
    static final LocalizedText PLANNED = of("Planlanan alıcı", "Planned recipients");
    static final LocalizedText SENT = of("Gönderilen", "Sent");
    static final LocalizedText IN_DOUBT = of("Belirsiz", "In doubt");
    static final LocalizedText BOUNCED = of("Geri dönen", "Bounced");
    static final LocalizedText OPEN_CASES = of("Açık yanıt işi", "Open reply cases");
    static final LocalizedText OVERDUE = of("Süresi geçen", "Overdue");
    static final LocalizedText OVERDUE_CASES = of("Süresi geçen yanıt işi", "Overdue reply cases");
    static final LocalizedText CLOSED_CASES = of("Kapanan yanıt işi", "Closed reply cases");
    static final LocalizedText BY_PURPOSE = of("Amaca göre talepler", "Requests by purpose");
    static final LocalizedText PURPOSE = of("Amaç", "Purpose");
    static final LocalizedText STATES = of("Durumlar", "States");
    static final LocalizedText TOTAL = of("Toplam", "Total");
    static final LocalizedText LEDGER = of("Gönderim defteri", "Delivery ledger");
    static final LocalizedText BALANCED = of(
            "Defter tutuyor: planlanan alıcı sayısı, durumların toplamına eşit.",
            "The books balance: planned recipients equal the sum over the states.");
    static final LocalizedText UNBALANCED = of(
            "Defter tutmuyor: planlanan alıcı sayısı ile durumların toplamı farklı. Sistem yöneticisine bildirin.",
            "The books do not balance: planned recipients and the sum over the states differ. Tell the administrator.");
    static final LocalizedText NOTHING_SENT = of("Henüz alıcı yok.", "No recipients yet.");
    static final LocalizedText STATE = of("Durum", "State");
    static final LocalizedText COUNT = of("Sayı", "Count");
    static final LocalizedText LEAD_TIMES = of("Süreler", "Lead times");
    static final LocalizedText STRETCH = of("Aralık", "Stretch");
    static final LocalizedText MEDIAN = of("Ortanca", "Median");
    static final LocalizedText NINETIETH = of("10 talebin 9’u", "9 of 10");
    static final LocalizedText RETURNS = of("Geri çevrilme nedenleri", "Returns by reason");
    static final LocalizedText NO_RETURNS = of("Geri çevrilen talep yok.", "No request was sent back.");
    static final LocalizedText CORRECTED = of("Düzeltmesi gönderilen talep", "Requests corrected after sending began");
    static final LocalizedText VOIDED = of("Değişiklikle geçersiz kalan onay", "Approvals voided by a change");
    static final LocalizedText RELEASED =
            of("Yasal dayanakla serbest bırakılan bulgu", "Findings released with a legal basis");
    static final LocalizedText REPLIES = of("Geri gelen iletiler", "Mails that came back");
    static final LocalizedText NO_REPLIES = of("Geri gelen ileti yok.", "Nothing came back.");
    static final LocalizedText AUDIT = of("Denetim izi", "Audit trail");
    static final LocalizedText INTACT = of(
            "Zincir doğrulandı: her olay yazıldığı gibi duruyor.",
            "The chain is verified: every event stands as it was written.");
    static final LocalizedText BROKEN = of("Zincirde bozulma var:", "The chain is broken:");
    static final LocalizedText ANCHOR = of("Dışarıda saklanacak mühür", "Anchor to keep outside");
    static final LocalizedText SEALED_EVENTS = of("mühürlü olay", "sealed events");
    static final LocalizedText REQUEST_PARTS = of("Talep talep", "Request by request");
    static final LocalizedText NO_SUBJECT = of("(konusu yazılmamış)", "(no subject yet)");
    static final LocalizedText UNIT = of("İsteyen birim", "Asking unit");
    static final LocalizedText CREATED = of("Talep tarihi", "Asked for");
    static final LocalizedText REVISION = of("Sürüm", "Revision");
    static final LocalizedText AUDIENCE = of("Hedef kitle", "Audience");
    static final LocalizedText PERSONS = of("kişi", "people");
    static final LocalizedText APPROVALS = of("Onaylar", "Approvals");
    static final LocalizedText NO_APPROVALS = of("Geçerli onay yok.", "No approval that counts.");
    static final LocalizedText WHY = of("Neden bu onay?", "Why this approval?");
    static final LocalizedText WHO = of("Onaylayan", "Approved by");
    static final LocalizedText DEPUTY = of("vekâleten", "on behalf of");
    static final LocalizedText WHEN = of("Ne zaman", "When");
    static final LocalizedText TIMELINE = of("Ne oldu?", "What happened");
    static final LocalizedText PROCESS_ITSELF = of("süreç", "the process");
    static final LocalizedText PRIVACY = of(
            "Bu rapor kararları, kayıtları ve geri gelen iletileri sayar; iletiyi kimin açtığı ya da neye tıkladığı izlenmez.",
            "This report counts decisions, records and mails that came back; nobody’s opening or clicking is tracked.");

    private static final Map<EventType, LocalizedText> EVENTS = new EnumMap<>(Map.ofEntries(
            Map.entry(EventType.CREATED, of("Taslak oluşturuldu", "Draft made")),
            Map.entry(EventType.REVISED, of("Form değiştirildi", "Form changed")),
            Map.entry(EventType.SUBMISSION_REFUSED, of("Sunuluş kabul edilmedi", "Submission refused")),
            Map.entry(EventType.SUBMITTED, of("Onaya sunuldu", "Submitted")),
            Map.entry(EventType.FINDING_RELEASED, of("Bulgu serbest bırakıldı", "Finding released")),
            Map.entry(EventType.APPROVAL_GIVEN, of("Onay verildi", "Approval given")),
            Map.entry(EventType.APPROVALS_VOIDED, of("Onaylar geçersiz kaldı", "Approvals became void")),
            Map.entry(EventType.APPROVED, of("Bütün onaylar tamam", "Every approval given")),
            Map.entry(EventType.CHANGES_REQUESTED, of("Düzeltme istendi", "Changes requested")),
            Map.entry(EventType.REJECTED, of("Reddedildi", "Rejected")),
            Map.entry(EventType.CANCELLED, of("İptal edildi", "Cancelled")),
            Map.entry(EventType.EXPIRED, of("Süresi geçti", "Expired")),
            Map.entry(EventType.SCHEDULED, of("Gönderim planlandı", "Sending scheduled")),
            Map.entry(EventType.SENDING_STARTED, of("Gönderim başladı", "Sending began")),
            Map.entry(EventType.SENDING_REFUSED, of("Gönderim reddedildi", "Sending refused")),
            Map.entry(EventType.EXPANDED, of("Alıcı listesi çıkarıldı", "Recipients listed")),
            Map.entry(EventType.PAUSED, of("Durduruldu", "Paused")),
            Map.entry(EventType.RESUMED, of("Sürdürüldü", "Resumed")),
            Map.entry(EventType.SENT, of("Gönderim tamamlandı", "Sending finished")),
            Map.entry(EventType.IN_DOUBT_SETTLED, of("Belirsiz ileti kesinleşti", "Message in doubt settled")),
            Map.entry(EventType.REPLY_RECEIVED, of("Yanıt geldi", "Answer received")),
            Map.entry(EventType.REPLY_ROUTED, of("Yanıt birimine verildi", "Answer given to its unit")),
            Map.entry(EventType.REPLY_CLOSED, of("Yanıt işi kapandı", "Reply case closed")),
            Map.entry(EventType.APPROVAL_WITHDRAWN, of("Onay geri alındı", "Approval withdrawn")),
            Map.entry(EventType.STEP_DELEGATED, of("Onay devredildi", "Decision delegated")),
            Map.entry(EventType.STEP_REMINDED, of("Onay hatırlatıldı", "Approval reminded")),
            Map.entry(EventType.STEP_ESCALATED, of("Onay üst makama taşındı", "Approval escalated")),
            Map.entry(EventType.EXPIRY_NEAR, of("Sürenin dolmak üzere olduğu bildirildi", "Warned of expiry")),
            Map.entry(EventType.HANDED_OVER, of("Talep devredildi", "Request handed over")),
            Map.entry(EventType.REVIEW_OPENED, of("Sonradan inceleme açıldı", "Review opened")),
            Map.entry(EventType.REVIEW_CLOSED, of("Sonradan inceleme kapandı", "Review closed")),
            Map.entry(EventType.APPROVAL_ANSWERED, of("Onay maili yanıtlandı", "Approval mail answered")),
            Map.entry(EventType.MERGED, of("Mükerrer talep birleştirildi", "Duplicate merged")),
            Map.entry(EventType.TEST_SENT, of("Deneme gönderimi yapıldı", "Test sent")),
            Map.entry(EventType.AUDIENCE_CONFIRMED, of("Kişi sayısı doğrulandı", "Audience size confirmed")),
            Map.entry(EventType.CORRECTED, of("Düzeltme bağlandı", "Correction linked")),
            Map.entry(
                    EventType.WHY_NOT_ASKED,
                    of("Bir kişinin neden almadığı soruldu", "Asked why somebody did not get it")),
            Map.entry(EventType.COMMENTED, of("Not yazıldı", "Remark written"))));

    private static final Map<IncomingKind, LocalizedText> KINDS = new EnumMap<>(Map.of(
            IncomingKind.BOUNCE, of("Teslim edilemedi bildirimi", "Report of non-delivery"),
            IncomingKind.DELAY_NOTICE, of("Gecikme bildirimi", "Report of delay"),
            IncomingKind.DELIVERY_NOTICE, of("Teslim bildirimi", "Report of delivery"),
            IncomingKind.AUTO_REPLY, of("Otomatik yanıt", "Automatic reply"),
            IncomingKind.FEEDBACK_REPORT, of("Şikâyet bildirimi", "Complaint report"),
            IncomingKind.HUMAN_REPLY, of("Kişi yanıtı", "Answer by a person"),
            IncomingKind.UNREADABLE, of("Okunamayan", "Unreadable")));

    private ReportTexts() {}

    static LocalizedText of(EventType type) {
        return Objects.requireNonNull(EVENTS.get(type));
    }

    static LocalizedText of(IncomingKind kind) {
        return Objects.requireNonNull(KINDS.get(kind));
    }

    private static LocalizedText of(String tr, String en) {
        return LocalizedText.of(tr, en);
    }
}
