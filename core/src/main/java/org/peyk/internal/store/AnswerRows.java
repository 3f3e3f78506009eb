package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;

/** Answers to approval mails: where they lie and what they came to. */
public final class AnswerRows {

    private AnswerRows() {}

    /**
     * An answer with something left to do.
     *
     * @param mail the mail without what it refers to
     * @param nonce names the key it came with
     * @param outcome what it came to; null while that is not known
     */
    public record Answer(
            long id,
            String mailbox,
            IncomingMail mail,
            String nonce,
            @Nullable String outcome,
            int attempts) {}

    /** Notes where a known answer lies now; false when it is not known. */
    public static boolean seen(Connection c, String mailbox, IncomingMail mail) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_answer set mail_key = ? where mailbox = ? and fingerprint = ?")) {
            p.setString(1, mail.key().value());
            p.setString(2, mailbox);
            p.setString(3, mail.fingerprint());
            return p.executeUpdate() > 0;
        }
    }

    public static void insert(Connection c, String mailbox, IncomingMail mail, String nonce) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("insert into peyk_answer (mailbox, mail_key, fingerprint, kind,"
                + " received_at, nonce, noted, attempts) values (?, ?, ?, ?, ?, ?, false, 0)")) {
            p.setString(1, mailbox);
            p.setString(2, mail.key().value());
            p.setString(3, mail.fingerprint());
            p.setString(4, mail.kind().name());
            p.setObject(5, Store.time(mail.receivedAt()));
            p.setString(6, nonce);
            p.executeUpdate();
        }
    }

    /** Answers with something left to do, in the order they were taken in. */
    public static List<Answer> open(Connection c, long after, int limit) throws SQLException {
        List<Answer> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select id, mailbox, mail_key, fingerprint, kind, received_at,"
                + " nonce, outcome, attempts from peyk_answer where noted = false and id > ?"
                + " order by id fetch first ? rows only")) {
            p.setLong(1, after);
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    IncomingMail mail = new IncomingMail(
                            new MailKey(r.getString(3)),
                            r.getString(4),
                            Objects.requireNonNull(Store.instant(r.getObject(6, OffsetDateTime.class))),
                            IncomingKind.valueOf(r.getString(5)),
                            List.of(),
                            List.of(),
                            null,
                            List.of());
                    found.add(new Answer(
                            r.getLong(1), r.getString(2), mail, r.getString(7), r.getString(8), r.getInt(9)));
                }
            }
        }
        return found;
    }

    /**
     * Says what an answer came to.
     *
     * @return false when that was said before
     */
    public static boolean decide(Connection c, long id, String outcome) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_answer set outcome = ? where id = ? and outcome is null")) {
            p.setString(1, outcome);
            p.setLong(2, id);
            return p.executeUpdate() == 1;
        }
    }

    /**
     * Says that the history of its request has it.
     *
     * @return false when that was said before
     */
    public static boolean noted(Connection c, long id) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_answer set noted = true where id = ? and noted = false")) {
            p.setLong(1, id);
            return p.executeUpdate() == 1;
        }
    }

    public static void failed(Connection c, long id) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_answer set attempts = attempts + 1 where id = ?")) {
            p.setLong(1, id);
            p.executeUpdate();
        }
    }
}
