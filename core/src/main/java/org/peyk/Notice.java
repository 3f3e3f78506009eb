package org.peyk;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;

/**
 * Who was told what, and when. The text itself is kept until the notice has left; of it remains a digest.
 *
 * @param id names it
 * @param request what it is about
 * @param sequence the event it tells of, by its place in the request's history
 * @param kind what it is about
 * @param person who is told
 * @param language the language it is written in
 * @param subject its subject line; empty when its kind is switched off
 * @param bodySha256 digest of its text, as 64 hexadecimal digits; null when it has none
 * @param state what became of it
 * @param reason code of why it was not sent, or null
 * @param attempts how often it was tried
 * @param createdAt when it was recorded
 * @param sentAt when it was handed over, or null
 */
public record Notice(
        long id,
        RequestId request,
        int sequence,
        NoticeKind kind,
        PersonId person,
        Locale language,
        String subject,
        @Nullable String bodySha256,
        NoticeState state,
        @Nullable String reason,
        int attempts,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /**
     * Shows no person and no text.
     *
     * @return number, kind and state
     */
    @Override
    public String toString() {
        return "Notice[" + id + ", " + kind + ", " + state + "]";
    }
}
