package org.peyk.internal.answer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.peyk.MailRequest;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.store.AnswerKeyRows;
import org.peyk.internal.store.AnswerKeyRows.AnswerKey;
import org.peyk.spi.PersonId;

/**
 * Keys in approval mails. A key is the Message-ID of the mail it is sent in: {@code <onay.NONCE.SIGNATURE@domain>}. Mail programs name the
 * message they answer (In-Reply-To, References; RFC 5322 section 3.6.4), so a key comes back without anybody seeing or copying it.
 *
 * <p>The nonce names a row with what the key is bound to; the signature (HMAC-SHA256, RFC 2104, cut to 160 bits) is over that row and is
 * stored nowhere. So a key can neither be guessed nor be made by somebody who reads or writes the store without knowing the secret.
 * Written in base 32 and small letters, as some programs change the case.
 */
public final class AnswerKeys {

    private static final int NONCE_BYTES = 16;
    private static final int MAC_BYTES = 20;
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<onay\\.([a-z2-7]{26})\\.([a-z2-7]{32})@[^<>\\s]{1,255}>");
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec secret;
    private final int workingDays;
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    public AnswerKeys(byte[] secret, int workingDays, WorkingCalendar calendar, ZoneId zone) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
        this.workingDays = workingDays;
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Makes a key for a person and the text a request has now; gives its nonce. */
    public String issue(Connection c, MailRequest r, PersonId person, Instant now) throws SQLException {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = base32(bytes);
        Instant ends = calendar.due(now, workingDays, zone).closing();
        Instant notAfter = r.form().window().notAfter();
        Instant expires = notAfter != null && notAfter.isBefore(ends) ? notAfter : ends;
        AnswerKeyRows.insert(
                c, new AnswerKey(nonce, r.id(), r.digest(), person, expires.truncatedTo(ChronoUnit.MICROS), null), now);
        return nonce;
    }

    /** The Message-ID that carries a key; empty when there is no such key. */
    public Optional<String> messageId(Connection c, String nonce, String domain) throws SQLException {
        return AnswerKeyRows.find(c, nonce).map(k -> "<onay." + nonce + "." + base32(sign(k)) + "@" + domain + ">");
    }

    /** The key that a mail refers to; the nearest that was made by us. */
    public Optional<AnswerKey> find(Connection c, List<String> references) throws SQLException {
        for (String reference : references) {
            Matcher m = MESSAGE_ID.matcher(reference.strip().toLowerCase(Locale.ROOT));
            if (m.matches()) {
                Optional<AnswerKey> key = AnswerKeyRows.find(c, m.group(1));
                if (key.isPresent() && same(base32(sign(key.get())), m.group(2))) {
                    return key;
                }
            }
        }
        return Optional.empty();
    }

    /** In a time that does not depend on where they differ. */
    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] sign(AnswerKey k) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            for (String part : List.of(
                    "peyk-answer-1",
                    k.nonce(),
                    k.request().value(),
                    k.digest(),
                    k.person().value(),
                    k.expiresAt().toString())) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return Arrays.copyOf(mac.doFinal(), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder b = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte value : bytes) {
            buffer = (buffer << 8) | (value & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                b.append(BASE32[(buffer >> bits) & 31]);
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            b.append(BASE32[(buffer << (5 - bits)) & 31]);
        }
        return b.toString();
    }
}
