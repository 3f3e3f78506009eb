package org.peyk.internal.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.SendingConfig;
import org.peyk.SignedReturnPath;
import org.peyk.UnsubscribeLinks;
import org.peyk.internal.plugin.CorrectionAudience;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.spi.Attachment;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Sender;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;

/**
 * Turns rows of the ledger into deliveries. Header fields that all recipients share:
 *
 * <ul>
 *   <li>{@code Auto-Submitted: auto-generated} (RFC 3834 section 5), so that programs do not answer and no loop can begin.
 *   <li>{@code List-Id} (RFC 2919) of the unit in whose name it is sent, by which recipients can file it.
 *   <li>{@code X-Auto-Response-Suppress: DR, RN, NRN, AutoReply}: Exchange sends no receipts and no rules answer, but absences ({@code OOF})
 *       and non-delivery reports do come back, as the process counts them. For the same reason there is no {@code Precedence: bulk}, which
 *       RFC 3834 discourages and which would silence absences.
 *   <li>{@code Feedback-ID}, by which large receivers count complaints (Google's and Yahoo's feedback loops): request, unit, purpose, and last
 *       the sender's domain, the part that stays. All but the purpose are digests, as the field goes to everybody.
 * </ul>
 *
 * A recipient's own, where the configuration has links for the purpose: {@code List-Unsubscribe} (RFC 2369) and {@code List-Unsubscribe-Post}
 * (RFC 8058). Previews and test copies belong to no recipient and have neither.
 */
public final class DeliveryMaker {

    private final Map<Wording, OutboundMessage> messages = new HashMap<>();
    private final MailRequest request;
    private final Sender sender;
    private final String returnPath;
    private final @Nullable SignedReturnPath signed;
    private final @Nullable UnsubscribeLinks unsubscribe;
    private final LocalizedText officialNote;

    /**
     * A language, whether it says why somebody gets the message who opted out of others, and whether it goes to somebody who never got what
     * it corrects.
     */
    private record Wording(LanguageVersion version, boolean optedOut, boolean late) {}

    public DeliveryMaker(MailRequest request, SendingConfig config) {
        this.request = request;
        this.sender = Objects.requireNonNull(request.form().sender(), "sender");
        this.signed = config.signedReturnPath();
        this.unsubscribe = config.unsubscribe();
        this.returnPath = config.returnPath() == null ? sender.address() : config.returnPath();
        this.officialNote = config.audience().officialNote();
    }

    Delivery make(ClaimedRow row, Instant now) {
        Locale language = row.language() == null ? null : Locale.forLanguageTag(row.language());
        String path = signed == null ? returnPath : signed.forDelivery(row.id());
        List<Header> own = unsubscribe == null
                ? List.of()
                : unsubscribe.headers(request.form().purpose(), row.id());
        Envelope envelope = new Envelope(row.address(), row.displayName(), path, row.messageId(), now, own);
        return new Delivery(new DeliveryId(row.id()), envelope, message(language, row.optedOut(), late(row)));
    }

    /** What readers of a language get; the same object each time. */
    public OutboundMessage message(@Nullable Locale language) {
        return message(language, false, false);
    }

    private static boolean late(ClaimedRow row) {
        return row.groups().startsWith(CorrectionAudience.NEVER_GOT_IT);
    }

    private OutboundMessage message(@Nullable Locale language, boolean optedOut, boolean late) {
        LanguageVersion version = request.form()
                .content()
                .versionFor(language)
                .orElseThrow(() -> new IllegalStateException("a request without text is being sent"));
        return messages.computeIfAbsent(new Wording(version, optedOut, late), w -> outbound(worded(w)));
    }

    private LanguageVersion worded(Wording w) {
        LanguageVersion v = w.late() ? CorrectedSubject.without(w.version()) : w.version();
        return w.optedOut() ? OfficialNote.added(v, officialNote) : v;
    }

    private OutboundMessage outbound(LanguageVersion version) {
        List<Header> headers = List.of(
                new Header("List-Id", "<" + listId(request.requester().unit().value(), domain(sender.address())) + ">"),
                new Header("Auto-Submitted", "auto-generated"),
                new Header("X-Auto-Response-Suppress", "DR, RN, NRN, AutoReply"),
                new Header("Feedback-ID", feedbackId(request, domain(sender.address()))));
        List<Attachment> files = request.form().content().attachments();
        return new OutboundMessage(key(version, files, headers), sender, version, files, headers);
    }

    private String key(LanguageVersion v, List<Attachment> files, List<Header> headers) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(sender.address());
        parts.add(sender.displayName());
        parts.add(sender.replyTo());
        parts.add(v.language().toLanguageTag());
        parts.add(v.subject());
        parts.add(v.html());
        parts.add(v.text());
        parts.add(v.smsText());
        for (Attachment a : files) {
            parts.add(a.fileName());
            parts.add(a.mediaType());
            parts.add(a.sha256());
            parts.add(a.contentId());
        }
        for (Header h : headers) {
            parts.add(h.name());
            parts.add(h.value());
        }
        MessageDigest digest = Sha256.algorithm();
        for (String part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4)
                    .putInt(part == null ? -1 : bytes.length)
                    .array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String feedbackId(MailRequest request, String domain) {
        return mark(request.id().value()) + ":"
                + mark(request.requester().unit().value()) + ":"
                + request.form().purpose().name().toLowerCase(Locale.ROOT) + ":" + mark(domain);
    }

    /** Ten digits: the last part of a Feedback-ID has five to fifteen characters. */
    private static String mark(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 10);
    }

    /** The domain of an address, without a closing dot. */
    static String domain(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    /** A list identifier of letters, digits and hyphens; a unit whose name holds others gets a mark, so that two units differ. */
    static String listId(String unit, String domain) {
        String lower = unit.toLowerCase(Locale.ROOT);
        String label = lower.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (!label.equals(lower)) {
            String mark = Sha256.hex(unit.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
            label = label.isEmpty() ? "unit-" + mark : label + "-" + mark;
        }
        return label + ".duyuru." + domain;
    }
}
