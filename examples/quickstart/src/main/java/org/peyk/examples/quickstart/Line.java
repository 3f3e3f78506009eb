package org.peyk.examples.quickstart;

import java.util.Locale;

/** Every sentence of the story, in Turkish and English. */
enum Line {
    USAGE(
            "Kullanım: java -jar quickstart.jar [--lang tr|en] [--help]%n%n"
                    + "Bir davet talebini baştan sona götürür: eksik bilgi, hazır evrak, KVKK denetimi, onaylar, gönderim,%n"
                    + "dönüşler, ölçüler. Gereken her şey içindedir; dışarıya hiçbir ileti gitmez. Rapor: target/report.html.%n"
                    + "Öykü iddialarını denetler; biri tutmazsa çıkış kodu 1'dir.",
            "Usage: java -jar quickstart.jar [--lang tr|en] [--help]%n%n"
                    + "Takes an invitation through the whole process: missing information, ready document, personal-data check,%n"
                    + "approvals, sending, answers, measures. Everything it needs is inside; no mail leaves this machine.%n"
                    + "Report: target/report.html. The story checks its own claims; when one fails, the exit code is 1."),

    PERSON("%s (%s)", "%s (%s)"),
    DAY_FORMAT("d MMMM yyyy EEEE", "EEEE d MMMM yyyy"),
    HOUR_FORMAT("HH.mm", "HH:mm"),
    MOMENT_FORMAT("d MMMM yyyy EEEE HH.mm", "EEEE d MMMM yyyy, HH:mm"),
    SHORT_FORMAT("d MMM HH.mm", "d MMM HH:mm"),

    TITLE("Peyk · Mail Gönderimi Süreci · Örnek Üniversitesi", "Peyk · The mail sending process · Örnek University"),
    OPENING(
            "Öykü %s günü başlar. Veri deposu (H2, diskte) ve posta sunucusu (SMTP, IMAP) bu programın içindedir; dışarıya"
                    + " hiçbir ileti gitmez. Adresler gizlenerek gösterilir.",
            "The story begins on %s. The store (H2, on disk) and the mail server (SMTP, IMAP) are inside this program; no mail"
                    + " leaves this machine. Addresses are shown masked."),

    REQUEST("Talep: yeri ve düzenleyeni yazılmamış bir davet", "The request: an invitation without place and host"),
    ASKS("%s (%s) bir davet maili ister.", "%s (%s) asks for an invitation to be mailed."),
    ASKED_FOR("Amaç", "Purpose"),
    AUDIENCE("Hedef kitle", "Audience"),
    AUDIENCE_VALUE("%s; beklenen yaklaşık %s kişi", "%s; about %s people expected"),
    NOT_SUBMITTED("Onaya sunulmadı (%s): %s", "Not submitted (%s): %s"),
    ASK("%s: %s", "%s: %s"),
    STATE("Durum: %s", "State: %s"),

    DOCUMENT("Hazır evraktan tamamlanır", "Completed from the ready document"),
    DOCUMENT_FILE("Evrak", "Document"),
    REGISTRY_NUMBER("Evrak sayısı (EBYS)", "Registry number"),
    FILE_HASH("SHA-256", "SHA-256"),
    TEXT_TAKEN("Metin evraktan alındı; başı:", "The text was taken from the document; it begins:"),
    DETAILS_TAKEN("Form evraktan dolduruldu:", "The form was filled from the document:"),
    ENGLISH_ADDED(
            "İngilizce okuyanlar için ikinci metin eklendi: “%s”.", "A second text for those who read English: “%s”."),
    COMPLETE("Eksik kalmadı.", "Nothing is missing any more."),

    BLOCKED("Ek denetlenir: davetli listesi", "The attachment is checked: a list of the invited"),
    ATTACHED("Ek olarak %s verildi.", "%s was attached."),
    FINDING("%s: %s", "%s: %s"),
    BLOCKING("ENGEL", "BLOCKS"),
    JUSTIFY("GEREKÇE", "REASON NEEDED"),
    INFO("BİLGİ", "INFO"),

    REPLACED("Ek değiştirilir", "The attachment is replaced"),
    ATTACHED_INSTEAD("Yerine %s verildi; denetimden geçti.", "%s was attached instead; it passed the checks."),
    REMARKS("Denetimin not ettikleri; engel değil:", "What the checks note, without being in the way:"),
    SUBMITTED(
            "Onaya sunuldu; listede %s kişi var (ortak ve kullanılamayan adresler gönderimde ayıklanır).",
            "Submitted; the list holds %s people (shared and unusable addresses are sorted out when it is sent)."),

    PLAN("Kim onaylayacak, neden?", "Who approves, and why?"),
    PLAN_WHY("%s", "%s"),
    STEP("%s: %s", "%s: %s"),
    STEP_REASON("Neden bu onay? %s", "Why this approval? %s"),

    VOIDED("Bir virgül değişir, onay düşer", "One comma changes, the approval is void"),
    APPROVED_BY("%s onayladı (%s onaydan %s verildi).", "%s approved (%s approvals needed, %s given)."),
    COMMA("%s metne bir virgül koyar: “%s”", "%s puts a comma into the text: “%s”"),
    DIFFERENCE("Onaylayan farkı görür: “…%s…”", "The approver sees the difference: “…%s…”"),
    VOID(
            "Verilmiş onay düştü; durum: %s (%s onaydan %s verildi). Özet %s… → %s…",
            "The approval given is void; state: %s (%s approvals needed, %s given). Digest %s… → %s…"),
    STALE(
            "%s önceki metne bakarak onaylar: kabul edilmez (%s). %s",
            "%s approves while looking at the old text: refused (%s). %s"),
    FOUR_EYES(
            "%s kendi talebini onaylamak ister: kabul edilmez (%s). %s",
            "%s tries to approve her own request: refused (%s). %s"),

    APPROVED("Bütün onaylar verilir", "Every approval is given"),
    APPROVES("%s onayladı, saat %s", "%s approved at %s"),
    ALL_APPROVED(
            "Son değişiklikten sonra bütün onaylar verildi; durum: %s",
            "Every approval was given after the last change; state: %s"),

    SENDING("Gönderim", "Sending"),
    SCHEDULED("%s için planlandı.", "Scheduled for %s."),
    CHECK_BEFORE(
            "İlk iletiden önce özet yeniden hesaplanır ve onaylananla karşılaştırılır.",
            "Before the first message the digest is computed again and compared with the approved one."),
    BAR_RATE("%s/sn", "%s/s"),
    BAR_LEFT("kalan %s sn", "%s s left"),
    BAR_TOOK("%s sn sürdü", "took %s s"),
    BAR_SHARE("%%%s", "%s%%"),
    SENT_ALL("%s alıcıya birer ileti gönderildi; durum: %s", "%s recipients got one message each; state: %s"),

    ANSWERS("Dönüşler: ulaşmayan, izinde olan, soran", "Answers: undeliverable, on leave, curious"),
    READ_OVER_IMAP("Yanıt kutusu IMAP ile okundu: %s ileti.", "The mailbox of answers was read over IMAP: %s mails."),
    BOUNCE_LINKED(
            "Ulaşmayan: %s kaydına bağlandı (gönderim %s, geri dönüş %s).",
            "Undeliverable: linked to the row of %s (sent %s, came back %s)."),
    AUTO_REPLY("Otomatik yanıt: sayıldı, kimseye iletilmedi.", "Automatic reply: counted, forwarded to nobody."),
    QUESTION(
            "Soru: %s birimine yönlendirildi; son yanıt günü %s. Mektubu yalnızca o birim açar.",
            "Question: routed to %s; to be answered until %s. That unit alone opens the letter."),

    MEASURES("Sürecin ölçüsü", "The process measured"),
    MEASURE("%s: %s/%s", "%s: %s/%s"),
    VOIDED_APPROVALS("Düşen onay", "Approvals voided"),
    LEDGER("Gönderim defteri", "Delivery ledger"),
    LEDGER_SUM("Planlanan %s = toplam %s (%s)", "Planned %s = sum %s (%s)"),
    LIST("Alıcı listesi", "Recipient list"),
    LIST_SUM(
            "%s alıcı + %s yinelenen (kişi ya da adres) + %s kullanılamayan adres",
            "%s recipients + %s repeated (person or address) + %s unusable addresses"),
    REJECTED_ROW("%s: %s", "%s: %s"),
    AUDIT("Denetim izi", "Audit trail"),
    AUDIT_GOOD("%s olayın zinciri doğrulandı; mühür %s…", "the chain of %s events verifies; anchor %s…"),
    AUDIT_BAD("zincirde %s sorun var", "the chain has %s problems"),

    PAGE("Rapor", "The report"),
    WRITTEN("Yazıldı: %s", "Written: %s"),

    CLAIMS("Öykü kendini denetler", "The story checks itself"),
    CLAIM_REFUSALS(
            "Reddedilmesi gereken %s adımın hepsi reddedildi", "All %s steps that had to be refused were refused"),
    CLAIM_DIFFERENCE("İki metnin farkı bir virgüldür", "The two texts differ by one comma"),
    CLAIM_COUNT("Sunucudaki ileti = defterde gönderilen: %s = %s", "Messages on the server = rows sent: %s = %s"),
    CLAIM_ONE_RECIPIENT(
            "Her iletide tek alıcı var, başka kimsenin adresi yok",
            "Every message has one recipient and nobody else's address"),
    CLAIM_MESSAGE_IDS("Her Message-ID bir kez, defterdekiyle aynı", "Each Message-ID once, and as in the ledger"),
    CLAIM_TEXT(
            "Gelen konu, metin ve ek onaylananla aynı, dil kişiye göre (tr %s, en %s)",
            "Subject, text and file received are as approved, in each reader's language (tr %s, en %s)"),
    CLAIM_BALANCED("Planlanan = durumların toplamı: %s = %s", "Planned = sum over the states: %s = %s"),
    CLAIM_LIST(
            "Liste ayrıca sayıldı: %s alıcı, %s yinelenen, %s kullanılamayan",
            "The list counted separately: %s recipients, %s repeated, %s unusable"),
    CLAIM_BOUNCE("Ulaşmayan ileti doğru kayda bağlandı", "The bounce is linked to the right row"),
    CLAIM_ANSWERS("Üç dönüş doğru ayrıldı", "The three answers are sorted right"),
    CLAIM_AUDIT("Denetim zinciri doğrulandı", "The audit chain verifies"),
    CLAIM_REPORT("Rapor yazıldı", "The report was written"),
    ALL_WELL("Tamam: %s denetimin hepsi tuttu (%s sn).", "Done: all %s checks hold (%s s)."),
    NOT_WELL("%s denetimden %s tanesi TUTMADI.", "%2$s of %1$s checks DO NOT HOLD."),
    BROKEN("Öykü yarıda kaldı: %s", "The story broke off: %s");

    private final String tr;
    private final String en;

    Line(String tr, String en) {
        this.tr = tr;
        this.en = en;
    }

    String in(Locale locale) {
        return locale.getLanguage().equals("tr") ? tr : en;
    }
}
