package org.peyk.internal.answer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.lifecycle.Event;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.event.EventType;

/** What an answer to an approval mail came to. Names are stable: they are stored. */
public enum AnswerOutcome {
    /** It approved. */
    APPROVED(false, null),
    /** It refused for good, with a reason. */
    REJECTED(false, null),
    /** It sent the request back, with what is to be changed. */
    CHANGES_REQUESTED(false, null),
    /** Its key was used before; the first result stands. */
    REPEATED(false, null),
    /** A program wrote it. */
    AUTOMATIC(false, null),
    /** It was passed on. */
    FORWARDED(
            true,
            LocalizedText.of(
                    "Yanıt iletilmiş (yönlendirilmiş) bir mail olarak geldi; iletilen mailler karar sayılmaz.",
                    "The answer came as a forwarded mail; forwarded mails decide nothing.")),
    /** It came from another address than the person's own. */
    OTHER_ADDRESS(
            true,
            LocalizedText.of(
                    "Yanıt, kurumsal adresinizden başka bir adresten geldi. Size ait değilse Kurumsal İletişime bildirin.",
                    "The answer came from another address than your institutional one. If it was not you, tell the communications office.")),
    /** Nobody vouches for its sender. */
    NOT_AUTHENTICATED(
            true,
            LocalizedText.of(
                    "Yanıtın sizden geldiği posta sunucusunca doğrulanmadı. Size ait değilse Kurumsal İletişime bildirin.",
                    "The mail server did not confirm that the answer came from you. If it was not you, tell the communications office.")),
    /** The key in the mail is not the one that was noted when it came, or is not ours. */
    FORGED(
            true,
            LocalizedText.of(
                    "Yanıttaki anahtar doğrulanamadı; Kurumsal İletişime bildirildi.",
                    "The key in the answer could not be verified; the communications office sees it.")),
    /** The key no longer holds. */
    EXPIRED(false, LocalizedText.of("Maildeki anahtarın süresi dolmuş.", "The key in the mail no longer holds.")),
    /** It says nothing that is a decision. */
    UNCLEAR(
            true,
            LocalizedText.of(
                    "Yazdıklarınız açık bir karar olarak anlaşılamadı.",
                    "What you wrote could not be understood as a plain decision.")),
    /** The request has been changed since. */
    STALE(
            false,
            LocalizedText.of(
                    "Talep, yanıtladığınız mailden sonra değişti; kararınız güncel metin için gerekli.",
                    "The request was changed after the mail you answered; your decision is needed on the present text.")),
    /** The request no longer waits for approval. */
    CLOSED(false, LocalizedText.of("Talep artık onay beklemiyor.", "The request no longer waits for approval.")),
    /** The person may not decide. */
    NO_AUTHORITY(
            false,
            LocalizedText.of(
                    "Bu talebin bekleyen adımlarında karar yetkiniz yok.",
                    "You may not decide any step that the request waits for.")),
    /** The mailbox could not give its text. */
    UNREADABLE(true, LocalizedText.of("Yanıt okunamadı.", "The answer could not be read."));

    private final boolean looked;
    private final @Nullable LocalizedText reason;

    AnswerOutcome(boolean looked, @Nullable LocalizedText reason) {
        this.looked = looked;
        this.reason = reason;
    }

    /** The outcome that an event of an answer tells of; empty for every other event. */
    public static Optional<AnswerOutcome> of(EventType type, Event.Noted e) {
        String outcome = e.data().get("outcome");
        return type != EventType.APPROVAL_ANSWERED || outcome == null
                ? Optional.empty()
                : Optional.of(valueOf(outcome));
    }

    /** Whether somebody of the communications office has to look at the mail. */
    boolean looked() {
        return looked;
    }

    /** Why nothing was decided, as the person is told; null when the person is not told. */
    public @Nullable LocalizedText reason() {
        return reason;
    }
}
