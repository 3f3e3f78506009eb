package org.peyk.report;

import org.peyk.spi.LocalizedText;

/** What the dossier says. */
final class DossierTexts {

    static final LocalizedText TITLE = of("Talep dosyası", "Dossier of a request");
    static final LocalizedText WHO_WHAT_WHEN =
            of("Kim neyi, ne zaman, hangi metin üzerinde onayladı?", "Who approved what, when, and on which text?");
    static final LocalizedText REQUESTER = of("Talep sahibi", "Requester");
    static final LocalizedText ENTERED_BY = of("Talebi giren", "Entered by");
    static final LocalizedText DIGEST = of("İçerik özeti (SHA-256)", "Digest (SHA-256)");
    static final LocalizedText SEND_AT = of("Gönderim zamanı", "Time of sending");
    static final LocalizedText STATE_DRAWING = of("Talebin yolu", "The way of the request");
    static final LocalizedText REVISIONS = of("Metinler", "Texts");
    static final LocalizedText REVISION = of("Sürüm", "Revision");
    static final LocalizedText WRITTEN_BY = of("Yazan", "Written by");
    static final LocalizedText AS_READ = of("Okunduğu gibi (HTML)", "As it is read (HTML)");
    static final LocalizedText CODE = of("HTML kodu", "HTML code");
    static final LocalizedText PLAIN = of("Düz metin", "Plain text");
    static final LocalizedText SMS = of("SMS metni", "Short message");
    static final LocalizedText SUBJECT = of("Konu", "Subject");
    static final LocalizedText NO_TEXT = of("Metin yok.", "There is no text.");
    static final LocalizedText DETAILS = of("Bilgiler", "Details");
    static final LocalizedText FILES = of("Ekler", "Attachments");
    static final LocalizedText FILE = of("Dosya", "File");
    static final LocalizedText SIZE = of("Boyut (bayt)", "Size (bytes)");
    static final LocalizedText NO_FILES = of("Ek yok.", "No attachments.");
    static final LocalizedText DOCUMENT = of("Hazır evrak", "Ready document");
    static final LocalizedText CHANGES = of("Önceki sürüme göre değişenler", "Changed since the revision before");
    static final LocalizedText SENDER = of("Gönderen", "Sender");
    static final LocalizedText REPLY_TO = of("Yanıt adresi", "Reply address");
    static final LocalizedText CHANNELS = of("Kanallar", "Channels");
    static final LocalizedText NOT_BEFORE = of("En erken", "Not before");
    static final LocalizedText NOT_AFTER = of("En geç", "Not after");
    static final LocalizedText GROUPS = of("Gruplar", "Groups");
    static final LocalizedText WITHOUT = of("Çıkarılanlar", "Left out");
    static final LocalizedText EXPECTED = of("Beklenen alıcı", "Expected recipients");
    static final LocalizedText AUDIENCE_REASON = of("Gerekçe", "Reason");
    static final LocalizedText PLAN = of("Onay planı", "Plan of approvals");
    static final LocalizedText NO_PLAN = of("Talep henüz eksiksiz sunulmadı.", "Not handed in completely so far.");
    static final LocalizedText STEP = of("Onay adımı", "Step");
    static final LocalizedText AUTHORITY = of("Karar verebilecekler", "Who may decide");
    static final LocalizedText QUESTIONS = of("Neyi onaylar?", "Answers for");
    static final LocalizedText REVIEW = of("Sonradan incelenecek", "To be reviewed afterwards");
    static final LocalizedText POLICY_TEXT = of("Uygulanan onay kuralının metni", "Text of the policy as it applied");
    static final LocalizedText GIVEN = of("Verilen onaylar", "Approvals that were given");
    static final LocalizedText ON_TEXT = of("Hangi metin?", "On which text?");
    static final LocalizedText FINDINGS = of("Bulgular (maskelenmiş)", "Findings (masked)");
    static final LocalizedText NO_FINDINGS = of("Bulgu yok.", "No findings.");
    static final LocalizedText FINDING = of("Bulgu", "Finding");
    static final LocalizedText PLACE = of("Yeri", "Place");
    static final LocalizedText EXCERPT = of("Maskelenmiş alıntı", "Masked excerpt");
    static final LocalizedText RELEASES = of("Serbest bırakılan bulgular", "Released findings");
    static final LocalizedText RELEASED_BY = of("Serbest bırakan", "Released by");
    static final LocalizedText LEGAL_BASIS = of("Yasal dayanak", "Legal basis");
    static final LocalizedText OFFICER = of("veri koruma sorumlusu", "data-protection officer");
    static final LocalizedText FINDING_KEY = of("Bulgu özeti", "Hash of the finding");
    static final LocalizedText VERIFIED = of("Denetim izinin doğrulanması", "Verification of the audit trail");
    static final LocalizedText INTACT = of(
            "Bu talebin olayları doğrulandı: her olay yazıldığı gibi duruyor ve saklanan talep olayların toplamı.",
            "The events of this request are verified: each stands as it was written, and the stored request is what they add up to.");
    static final LocalizedText BROKEN =
            of("Bu talebin kayıtlarında bozulma var:", "The records of this request are broken:");
    static final LocalizedText PART_ONLY = of(
            "Burada yalnızca bu talebin olayları, kendi mühürleriyle karşılaştırılmıştır; bütün taleplerin mühür zinciri ayrıca"
                    + " doğrulanır.",
            "Compared here are the events of this request with their own anchors; the chain of anchors of all requests is verified"
                    + " separately.");
    static final LocalizedText PRIVACY = of(
            "Bu dosyada alıcıların adı ya da adresi yoktur; bulgular maskelidir. Talebi görmeye yetkili olanlar içindir.",
            "This dossier holds neither names nor addresses of recipients; findings are masked. It is for those who may see the request.");

    private DossierTexts() {}

    private static LocalizedText of(String tr, String en) {
        return LocalizedText.of(tr, en);
    }
}
