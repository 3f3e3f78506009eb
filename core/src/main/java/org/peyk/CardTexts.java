package org.peyk;

import java.util.List;
import org.peyk.spi.LocalizedText;

/** What the process card of every organisation says. */
final class CardTexts {

    static final LocalizedText NAME = of("Mail Gönderimi Süreci", "Mail sending process");

    static final LocalizedText PURPOSE = of(
            "Üniversitenin birimlerince istenen toplu bilgilendirme, davet, kutlama, tebrik, taziye, çağrı ve kesinti duyurularının doğru"
                    + " bilgiyle, yetkililerin onayıyla, kişisel veriler korunarak ve her alıcı tek tek hesaba katılarak gönderilmesi;"
                    + " gelen yanıtların ilgili birime ulaşması.",
            "To send the information, invitations, congratulations, condolences, calls and notices of outage that units ask for with right"
                    + " information, with the approval of those responsible, with personal data protected and every recipient accounted for;"
                    + " and to bring answers to the unit they belong to.");

    static final List<LocalizedText> LEGISLATION = List.of(
            of(
                    "Türkiye Cumhuriyeti Anayasası, madde 22 (haberleşme hürriyeti)",
                    "Constitution of the Republic of Türkiye, article 22 (freedom of communication)"),
            of(
                    "Türkiye Cumhuriyeti Anayasası, madde 28 (basın hürriyeti)",
                    "Constitution of the Republic of Türkiye, article 28 (freedom of the press)"),
            of("6698 sayılı Kişisel Verilerin Korunması Kanunu", "Law no. 6698 on the protection of personal data"));

    static final List<LocalizedText> RISKS = List.of(
            of(
                    "Eksik ya da yanlış bilgi: eksiği olan talep onaya sunulamaz; tarih, gün ve tutarlılık denetlenir.",
                    "Missing or wrong information: an incomplete request cannot be submitted; dates, weekdays and consistency are checked."),
            of(
                    "Kişisel verinin yayılması: metin ve ekler taranır; her alıcıya ayrı ileti gider.",
                    "Disclosure of personal data: text and attachments are scanned; each recipient gets a message of his own."),
            of(
                    "Onaydan sonra değişiklik: onay, içeriğin özetine bağlıdır; her değişiklik onayı geçersiz kılar.",
                    "Change after approval: an approval binds to a digest of the content, and any change makes it void."),
            of(
                    "Yanlış hedef kitle ya da beklenmedik alıcı sayısı: beklenen sayıya uymayan talep durur.",
                    "Wrong audience or unexpected number: a request that is not of the expected size stops."),
            of(
                    "Kesinti sırasında kayıp ya da çift gönderim: defterde her alıcı tek durumdadır; belirsiz ileti kendiliğinden yinelenmez.",
                    "Loss or repetition at a failure: the ledger holds each recipient in one state; what is in doubt is not sent again by itself."));

    static final List<LocalizedText> OPPORTUNITIES = List.of(
            of(
                    "Duyuruların tek elden, zamanında ve hesap verebilir biçimde yapılması.",
                    "Announcements from one hand, in time and accountable."),
            of(
                    "Geri çevrilme nedenlerinden öğrenilerek taleplerin niteliğinin artması.",
                    "Better requests, by learning from the reasons of returns."));

    static final List<LocalizedText> INPUTS = List.of(
            of(
                    "Birimlerden, bölümlerden ve üst yönetimden gelen talep.",
                    "Requests of units, departments and top management."),
            of(
                    "Gönderilecek metin ya da hazır evrak (kayıt numarasıyla), ekler, hedef kitle ve zaman.",
                    "Text or ready document (with its registry number), attachments, audience and time."));

    static final LocalizedText ASKING = of(
            "Talep ve metin: isteyen birim; birim adına girilen talepte giren de sorumludur.",
            "Request and text: the asking unit; whoever enters it on behalf of a unit answers for it too.");

    static final LocalizedText NO_POLICY = of(
            "Onay kuralı tanımlı değil; hiçbir talep onaya sunulamaz.",
            "No policy is configured; nothing can be submitted.");

    static final LocalizedText ANSWERING = of(
            "Yanıtlar: talepte yazan birim; yazmıyorsa isteyen birim.",
            "Answers: the unit that the request names; the asking unit when it names none.");

    static final List<LocalizedText> FLOW = List.of(
            of(
                    "Birim talebi yazar; eksik bilgi listesi boşalana kadar taslaktır.",
                    "A unit writes the request; it is a draft until nothing is missing."),
            of(
                    "Metin ve ekler denetlenir; engelleyen bulgu kaldırılır ya da yasal dayanakla serbest bırakılır.",
                    "Text and attachments are checked; a blocking finding is removed or released with a legal basis."),
            of(
                    "Talep onaya sunulur; kimin neden onaylayacağı belirlenir.",
                    "The request is submitted; who must approve, and why, is determined."),
            of(
                    "Metnin son hali onaylanır, düzeltilmek üzere geri gönderilir ya da reddedilir.",
                    "The final text is approved, sent back for change, or refused."),
            of("Onaylanan talebin gönderim zamanı belirlenir.", "The approved request is given its time."),
            of(
                    "İçerik özeti yeniden hesaplanır; onaylananla aynıysa gönderilir, değilse gönderilmez.",
                    "The digest is computed again; it is sent if it is the approved one, and not otherwise."),
            of(
                    "Her alıcının sonucu deftere yazılır; süreç tamamlanır.",
                    "What became of each recipient is written into the ledger, and the process completes."),
            of(
                    "Gelen yanıtlar ilgili birime yönlendirilir ya da yanıtlanır.",
                    "Answers are given to their unit or answered."),
            of("Süreç ölçülür ve iyileştirilir.", "The process is measured and improved."));

    static final List<LocalizedText> OUTPUTS = List.of(
            of("Alıcılara ulaşan ileti.", "The mail, with its recipients."),
            of("Gönderim defteri: her alıcının durumu.", "The delivery ledger: what became of each recipient."),
            of(
                    "Talep dosyası ve değiştirilemez olduğu doğrulanabilen denetim izi.",
                    "The dossier of the request and an audit trail that can be verified."),
            of("Yanıt işleri ve süreç raporu.", "Reply cases and the report of the process."));

    private CardTexts() {}

    private static LocalizedText of(String tr, String en) {
        return LocalizedText.of(tr, en);
    }
}
