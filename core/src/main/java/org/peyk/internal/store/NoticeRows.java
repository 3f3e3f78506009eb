package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyk.Notice;
import org.peyk.NoticeKind;
import org.peyk.NoticeState;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;

/** Notices: who is told what, and what became of it. */
public final class NoticeRows {

    private static final String NOTICE = "select id, request_id, seq, kind, person_id, language, subject, body_sha256,"
            + " state, reason, attempts, created_at, sent_at from peyk_notice";

    private NoticeRows() {}

    /** A notice that is to be stored. */
    public record Fresh(
            RequestId request,
            int seq,
            NoticeKind kind,
            PersonId person,
            Locale language,
            String subject,
            @Nullable String body,
            @Nullable String bodySha256,
            @Nullable String messageId,
            @Nullable String answer,
            NoticeState state,
            @Nullable String reason,
            Instant at) {}

    /** A notice that is to be sent, with what sending needs. */
    public record Due(
            Notice notice,
            String body,
            @Nullable String messageId,
            @Nullable String answer,
            Instant nextTry) {}

    /** Whether an event's notices were made before. */
    public static boolean made(Connection c, RequestId request, int seq) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "select 1 from peyk_notice where request_id = ? and seq = ? fetch first 1 rows only")) {
            p.setString(1, request.value());
            p.setInt(2, seq);
            try (ResultSet r = p.executeQuery()) {
                return r.next();
            }
        }
    }

    public static void insert(Connection c, Fresh n) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("insert into peyk_notice (request_id, seq, kind, person_id,"
                + " language, subject, body, body_sha256, message_id, answer, state, reason, attempts, next_try,"
                + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)")) {
            int i = 1;
            p.setString(i++, n.request().value());
            p.setInt(i++, n.seq());
            p.setString(i++, n.kind().name());
            p.setString(i++, n.person().value());
            p.setString(i++, n.language().toLanguageTag());
            p.setString(i++, n.subject());
            p.setString(i++, n.body());
            p.setString(i++, n.bodySha256());
            p.setString(i++, n.messageId());
            p.setString(i++, n.answer());
            p.setString(i++, n.state().name());
            p.setString(i++, n.reason());
            p.setObject(i++, Store.time(n.at()));
            p.setObject(i, Store.time(n.at()));
            p.executeUpdate();
        }
    }

    /** Notices whose time has come, the longest waiting first. */
    public static List<Due> due(Connection c, Instant now, int limit) throws SQLException {
        List<Due> found = new ArrayList<>();
        try (PreparedStatement p =
                c.prepareStatement(NOTICE.replace(" from ", ", body, message_id, answer, next_try from ")
                        + " where state = 'PENDING' and next_try <= ? order by next_try, id fetch first ? rows only")) {
            p.setObject(1, Store.time(now));
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new Due(
                            notice(r),
                            Objects.requireNonNullElse(r.getString(14), ""),
                            r.getString(15),
                            r.getString(16),
                            time(r, 17)));
                }
            }
        }
        return found;
    }

    /**
     * Takes a notice for an attempt; nobody else tries it before a moment.
     *
     * @return false when somebody else was quicker
     */
    public static boolean claim(Connection c, Due due, Instant until) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_notice set attempts = attempts + 1, next_try = ?"
                + " where id = ? and state = 'PENDING' and attempts = ?")) {
            p.setObject(1, Store.time(until));
            p.setLong(2, due.notice().id());
            p.setInt(3, due.notice().attempts());
            return p.executeUpdate() == 1;
        }
    }

    /** It left; its text is no longer needed. */
    public static void sent(Connection c, long id, Instant at) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_notice set state = 'SENT', reason = null, body = null,"
                        + " sent_at = ? where id = ? and state = 'PENDING'")) {
            p.setObject(1, Store.time(at));
            p.setLong(2, id);
            p.executeUpdate();
        }
    }

    /** It will not leave; its text is no longer needed. */
    public static void over(Connection c, long id, NoticeState state, String reason) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "update peyk_notice set state = ?, reason = ?, body = null where id = ? and state = 'PENDING'")) {
            p.setString(1, state.name());
            p.setString(2, reason);
            p.setLong(3, id);
            p.executeUpdate();
        }
    }

    public static void later(Connection c, long id, Instant at, @Nullable String reason) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "update peyk_notice set next_try = ?, reason = ? where id = ? and state = 'PENDING'")) {
            p.setObject(1, Store.time(at));
            p.setString(2, reason);
            p.setLong(3, id);
            p.executeUpdate();
        }
    }

    /** Notices about a request, the newest first. */
    public static List<Notice> of(Connection c, RequestId request, int limit) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement(NOTICE + " where request_id = ? order by id desc fetch first ? rows only")) {
            p.setString(1, request.value());
            p.setInt(2, limit);
            return list(p);
        }
    }

    /** Notices that did not arrive, the newest first. */
    public static List<Notice> undelivered(Connection c, int limit) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                NOTICE + " where state in ('FAILED', 'UNREACHABLE') order by id desc fetch first ? rows only")) {
            p.setInt(1, limit);
            return list(p);
        }
    }

    private static List<Notice> list(PreparedStatement p) throws SQLException {
        List<Notice> found = new ArrayList<>();
        try (ResultSet r = p.executeQuery()) {
            while (r.next()) {
                found.add(notice(r));
            }
        }
        return found;
    }

    private static Notice notice(ResultSet r) throws SQLException {
        return new Notice(
                r.getLong(1),
                new RequestId(r.getString(2)),
                r.getInt(3),
                NoticeKind.valueOf(r.getString(4)),
                new PersonId(r.getString(5)),
                Locale.forLanguageTag(r.getString(6)),
                r.getString(7),
                r.getString(8),
                NoticeState.valueOf(r.getString(9)),
                r.getString(10),
                r.getInt(11),
                time(r, 12),
                Store.instant(r.getObject(13, OffsetDateTime.class)));
    }

    private static Instant time(ResultSet r, int column) throws SQLException {
        return Objects.requireNonNull(Store.instant(r.getObject(column, OffsetDateTime.class)));
    }
}
