package org.peyk.internal.approval;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Attachment;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.Sha256;

/**
 * The digest an approval binds to: purpose and details, every language's subject, HTML, text and short message, files by their bytes, the
 * audience with the digest of fixed lists, sender and reply address, channels, window, and what happens to messages in doubt.
 *
 * <p>Each field goes in as a tag and a length with its bytes, so that no two different forms give the same input.
 */
public final class ContentDigest {

    private final MessageDigest digest = Sha256.algorithm();

    private ContentDigest() {}

    /**
     * The digest of a form.
     *
     * @param listFingerprints digest of each selection that is a fixed list
     * @return 64 hexadecimal digits
     */
    public static String of(RequestForm form, Map<Selection, String> listFingerprints) {
        ContentDigest d = new ContentDigest();
        d.text("peyk-content", "1");
        d.text("purpose", form.purpose().name());
        for (Detail detail : Detail.values()) {
            d.text("detail." + detail.name(), form.details().get(detail));
        }
        d.number("versions", form.content().versions().size());
        for (LanguageVersion v : form.content().versions()) {
            d.text("language", v.language().toLanguageTag());
            d.text("subject", v.subject());
            d.text("html", v.html());
            d.text("text", v.text());
            d.text("sms", v.smsText());
        }
        d.number("attachments", form.content().attachments().size());
        for (Attachment a : form.content().attachments()) {
            d.text("file.name", a.fileName());
            d.text("file.type", a.mediaType());
            d.text("file.sha256", a.sha256());
            d.text("file.cid", a.contentId());
        }
        d.selections("include", form.audience().include(), listFingerprints);
        d.selections("exclude", form.audience().exclude(), listFingerprints);
        d.text(
                "expected",
                form.audience().expectedSize().isPresent()
                        ? String.valueOf(form.audience().expectedSize().getAsLong())
                        : null);
        d.text("reason", form.audience().reason());
        Sender s = form.sender();
        d.text("from", s == null ? null : s.address());
        d.text("from.name", s == null ? null : s.displayName());
        d.text("reply-to", s == null ? null : s.replyTo());
        form.channels().forEach(c -> d.text("channel", c.name()));
        d.text("not-before", time(form.window().notBefore()));
        d.text("not-after", time(form.window().notAfter()));
        d.text("in-doubt", form.inDoubtPolicy().name());
        d.text("reply-unit", form.replyUnit() == null ? null : form.replyUnit().value());
        return HexFormat.of().formatHex(d.digest.digest());
    }

    private void selections(String tag, List<Selection> selections, Map<Selection, String> fingerprints) {
        number(tag, selections.size());
        for (Selection s : selections) {
            text(tag + ".source", s.source());
            text(tag + ".group", s.group());
            number(tag + ".filter", s.filter().size());
            s.filter().forEach((k, v) -> {
                text("key", k);
                text("value", v);
            });
            text(tag + ".list", fingerprints.get(s));
        }
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private void number(String tag, long value) {
        text(tag, String.valueOf(value));
    }

    private void text(String tag, @Nullable String value) {
        bytes(tag.getBytes(StandardCharsets.UTF_8));
        if (value == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).array());
        } else {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bytes(byte[] b) {
        digest.update(ByteBuffer.allocate(4).putInt(b.length).array());
        digest.update(b);
    }
}
