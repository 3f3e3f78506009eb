package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;

/** What the keys in approval mails are bound to, and which were used. */
public final class AnswerKeyRows {

    private AnswerKeyRows() {}

    /**
     * A key without its signature, which is not stored.
     *
     * @param nonce names it
     * @param digest digest of the text it was sent with
     * @param expiresAt from when it decides nothing
     * @param usedAt when it decided, or null
     */
    public record AnswerKey(
            String nonce,
            RequestId request,
            String digest,
            PersonId person,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    public static void insert(Connection c, AnswerKey key, Instant now) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("insert into peyk_answer_key"
                + " (nonce, request_id, digest, person_id, expires_at, made_at) values (?, ?, ?, ?, ?, ?)")) {
            p.setString(1, key.nonce());
            p.setString(2, key.request().value());
            p.setString(3, key.digest());
            p.setString(4, key.person().value());
            p.setObject(5, Store.time(key.expiresAt()));
            p.setObject(6, Store.time(now));
            p.executeUpdate();
        }
    }

    public static Optional<AnswerKey> find(Connection c, String nonce) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "select nonce, request_id, digest, person_id, expires_at, used_at from peyk_answer_key where nonce = ?")) {
            p.setString(1, nonce);
            try (ResultSet r = p.executeQuery()) {
                return r.next()
                        ? Optional.of(new AnswerKey(
                                r.getString(1),
                                new RequestId(r.getString(2)),
                                r.getString(3),
                                new PersonId(r.getString(4)),
                                Objects.requireNonNull(Store.instant(r.getObject(5, OffsetDateTime.class))),
                                Store.instant(r.getObject(6, OffsetDateTime.class))))
                        : Optional.empty();
            }
        }
    }

    /**
     * Uses a key, in the transaction of its decision.
     *
     * @return false when it was used before
     */
    public static boolean use(Connection c, String nonce, Instant now) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_answer_key set used_at = ? where nonce = ? and used_at is null")) {
            p.setObject(1, Store.time(now));
            p.setString(2, nonce);
            return p.executeUpdate() == 1;
        }
    }
}
