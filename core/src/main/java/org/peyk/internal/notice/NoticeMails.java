package org.peyk.internal.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.Notice;
import org.peyk.ReadyNotice;
import org.peyk.internal.answer.AnswerKeys;
import org.peyk.internal.store.NoticeRows.Due;
import org.peyk.internal.store.Store;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Sender;
import org.peyk.spi.Sha256;
import org.peyk.spi.directory.Person;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;

/**
 * Turns recorded notices into messages. {@code Auto-Submitted: auto-generated} (RFC 3834 section 5) and {@code X-Auto-Response-Suppress: All}
 * keep programs from answering: unlike the announcements of requests, nobody counts the absences of those who get a notice, and an absence
 * that answers an approval mail is noise. There is no {@code Precedence}, which RFC 3834 discourages.
 */
final class NoticeMails {

    private static final List<Header> HEADERS =
            List.of(new Header("Auto-Submitted", "auto-generated"), new Header("X-Auto-Response-Suppress", "All"));

    private final Store store;
    private final Sender sender;
    private final String domain;
    private final @Nullable AnswerKeys keys;

    NoticeMails(Store store, Sender sender, String domain, @Nullable AnswerKeys keys) {
        this.store = store;
        this.sender = sender;
        this.domain = domain;
        this.keys = keys;
    }

    /** The notice with all that is needed to send it; empty when its key is gone. */
    Optional<ReadyNotice> ready(Due due, Person person) {
        Optional<String> messageId = messageId(due.answer(), due.messageId());
        Notice n = due.notice();
        String html = NoticeHtml.of(due.body(), n.language().getLanguage());
        return messageId.map(id ->
                new ReadyNotice(n, person, new LanguageVersion(n.language(), n.subject(), html, due.body(), null), id));
    }

    private Optional<String> messageId(@Nullable String nonce, @Nullable String fixed) {
        if (nonce == null) {
            return Optional.ofNullable(fixed);
        }
        return keys == null ? Optional.empty() : store.read(c -> keys.messageId(c, nonce, domain));
    }

    Delivery delivery(ReadyNotice notice, String address, Instant now) {
        Envelope envelope = new Envelope(
                address,
                Lines.one(notice.person().displayName()),
                sender.address(),
                notice.messageId(),
                now,
                List.of());
        // the text is in the key, so that two notices are never taken for one
        String key = Sha256.hex(
                ("notice " + notice.notice().id() + " " + notice.notice().bodySha256())
                        .getBytes(StandardCharsets.UTF_8));
        return new Delivery(
                new DeliveryId(notice.notice().id()),
                envelope,
                new OutboundMessage(key, sender, notice.body(), List.of(), HEADERS));
    }
}
