package org.peyk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;

/**
 * An answer written by a person, and the unit that takes care of it. Holds no sender and no text: the letter stays in the mailbox and is
 * opened by whoever it was given to (Constitution of Türkiye, article 22: confidentiality of communication).
 *
 * @param id names the case and the mail; {@link Replies#open(long)} opens it
 * @param request the request it answers
 * @param unit the unit that takes care of it
 * @param receivedAt when the mailbox got the mail
 * @param openedAt when the case was opened
 * @param dueAt until when it is to be answered
 * @param closing who closed it, how and when; null while open
 */
public record ReplyCase(
        long id,
        RequestId request,
        UnitId unit,
        Instant receivedAt,
        Instant openedAt,
        Instant dueAt,
        @Nullable Closing closing) {

    /** What became of it. */
    public enum Outcome {
        /** The unit answered. */
        ANSWERED("Yanıtlandı", "Answered"),
        /** It was given to another office. */
        FORWARDED("Yönlendirildi", "Forwarded"),
        /** It asks for no answer. */
        NO_ANSWER_NEEDED("Yanıt gerekmiyor", "No answer needed");

        private final String tr;
        private final String en;

        Outcome(String tr, String en) {
            this.tr = tr;
            this.en = en;
        }

        /**
         * The outcome as staff call it.
         *
         * @return the name in both languages
         */
        public LocalizedText label() {
            return new LocalizedText(tr, en);
        }
    }

    /**
     * The end of a case.
     *
     * @param outcome what became of it
     * @param by who closed it
     * @param at when
     */
    public record Closing(Outcome outcome, PersonId by, Instant at) {}

    /**
     * Whether somebody still has to take care of it.
     *
     * @return whether it is open
     */
    public boolean open() {
        return closing == null;
    }

    /**
     * Whether it should have been closed.
     *
     * @param now the moment to judge by
     * @return whether it is open and its time is over
     */
    public boolean overdue(Instant now) {
        return open() && now.isAfter(dueAt);
    }
}
