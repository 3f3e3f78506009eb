package org.peyk;

import org.peyk.spi.LocalizedText;

/** Why a row of the ledger is in its state. Names are stable: they are stored. */
public enum DeliveryReason {
    /** The person is in a group that the audience leaves out. */
    EXCLUDED("Hedef kitleden hariç tutuldu", "Excluded from the audience"),
    /** The person has died. */
    DECEASED("Vefat etti", "Has died"),
    /** The person is no longer at the university. */
    LEFT("Ayrıldı", "Has left"),
    /** The person wants no mails of this kind. */
    OPTED_OUT("Bu tür iletileri almak istemiyor", "Does not want mails of this kind"),
    /** The person or address is on hold. */
    ON_HOLD("Gönderim askıda", "On hold"),
    /** The address bounced before as not existing. */
    ADDRESS_GONE("Adres daha önce geçersiz çıktı", "The address was found not to exist"),
    /** The connection or the server failed; no attempt was used up. */
    SESSION("Sunucu bağlantısı kurulamadı ya da koptu", "The connection to the server failed"),
    /** The server asked to go slower; no attempt was used up. */
    RATE("Sunucu yavaşlamamızı istedi", "The server asked to slow down"),
    /** The sending account was refused; the request was paused. */
    ACCOUNT("Gönderen hesap reddedildi", "The sending account was refused"),
    /** The message was refused. */
    CONTENT("Sunucu iletinin içeriğini reddetti", "The server refused the content"),
    /** The recipient was refused. */
    RECIPIENT("Sunucu alıcıyı reddetti", "The server refused the recipient"),
    /** One recipient after another was refused; the request was paused, and those refused are held. */
    EVERYBODY_REFUSED(
            "Sunucu alıcıları art arda reddetti; kimse elenmedi, sunucunun bu hesapla gönderime izin verdiğini denetletip sürdürün",
            "The server refused one recipient after another; nobody was dropped: have its permission for this account checked, then resume"),
    /** Too many of the first recipients were refused; the request was paused. */
    BAD_LIST(
            "İlk alıcıların onda birinden çoğu reddedildi; listeyi denetleyip sürdürün ya da iptal edin",
            "More than a tenth of the first recipients were refused; check the list, then resume or cancel"),
    /** It could not be delivered within the time for retries. */
    DEADLINE("Yeniden deneme süresi doldu", "The time for retries is over"),
    /** The moment after which nothing may leave has passed. */
    TOO_LATE("Gönderim için son an geçti", "The last moment for sending passed"),
    /** The request was cancelled. */
    REQUEST_CANCELLED("Talep iptal edildi", "The request was cancelled"),
    /** The end of the message left and no complete reply came back. */
    NO_REPLY("İleti bitti, sunucunun yanıtı gelmedi", "No reply came after the end of the message"),
    /** The process that was sending it ended or lost it. */
    TAKEN_OVER("Gönderen süreç yarıda kaldı", "The sending process ended midway"),
    /** It was in doubt too often and is set aside. */
    POISON("Üst üste belirsiz kaldı, kenara ayrıldı", "In doubt too often, set aside"),
    /** It was in doubt and is sent again. */
    RESEND("Belirsizdi, yeniden gönderiliyor", "Was in doubt, is sent again"),
    /** A person decided. */
    SETTLED("Bir kişi karar verdi", "Decided by a person"),
    /** Later evidence decided. */
    EVIDENCE("Sonradan gelen kanıtla kesinleşti", "Decided by later evidence");

    private final String tr;
    private final String en;

    DeliveryReason(String tr, String en) {
        this.tr = tr;
        this.en = en;
    }

    /**
     * The reason as staff would say it.
     *
     * @return the reason in both languages
     */
    public LocalizedText label() {
        return new LocalizedText(tr, en);
    }
}
